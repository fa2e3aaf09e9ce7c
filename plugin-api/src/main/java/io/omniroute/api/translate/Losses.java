package io.omniroute.api.translate;

import io.omniroute.api.chat.Extras;

/** Takes what a format cannot express. Not thread-safe; belongs to one request. */
@FunctionalInterface
public interface Losses {

  /** Nobody asks. */
  Losses IGNORED = (path, reason) -> {};

  /**
   * Reports one loss.
   *
   * @param path where it stood in the neutral request, such as {@code turns[2].parts[0].citations}
   * @param reason why it cannot be expressed, in a few words
   */
  void dropped(String path, String reason);

  /**
   * Reports the unknown fields of all formats but one, which can put them back.
   *
   * @param extras the fields
   * @param format the format that is written
   * @param path where the fields stood in the neutral request; empty for the request itself
   */
  default void foreign(Extras extras, String format, String path) {
    extras
        .byFormat()
        .forEach(
            (origin, fields) -> {
              if (!origin.equals(format)) {
                String prefix = path.isEmpty() ? "extras." : path + ".extras.";
                fields
                    .fields()
                    .keySet()
                    .forEach(
                        name ->
                            dropped(prefix + origin + "." + name, "known to " + origin + " alone"));
              }
            });
  }
}
