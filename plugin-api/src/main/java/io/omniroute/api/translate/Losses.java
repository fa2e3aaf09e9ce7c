package io.omniroute.api.translate;

/** Takes what a format cannot express. Not thread-safe; belongs to one request. */
@FunctionalInterface
public interface Losses {

  /**
   * Reports one loss.
   *
   * @param path where it stood in the neutral request, such as {@code turns[2].parts[0].citations}
   * @param reason why it cannot be expressed, in a few words
   */
  void dropped(String path, String reason);
}
