package io.omniroute.plugin.translator.openaichat;

import java.util.function.Consumer;

/**
 * Separates thinking that a host writes as {@code <think>} into the text, also where a tag is cut
 * across chunks. A tag that is never closed makes all the rest thinking.
 */
final class ThinkTags {
  private static final String OPEN = "<think>";
  private static final String CLOSE = "</think>";

  private final Consumer<String> text;
  private final Consumer<String> thinking;
  private final StringBuilder pending = new StringBuilder();
  private boolean inside;
  private boolean justClosed;

  ThinkTags(Consumer<String> text, Consumer<String> thinking) {
    this.text = text;
    this.thinking = thinking;
  }

  void accept(String chunk) {
    pending.append(chunk);
    String tag = inside ? CLOSE : OPEN;
    for (int at = pending.indexOf(tag); at >= 0; at = pending.indexOf(tag)) {
      emit(pending.substring(0, at));
      pending.delete(0, at + tag.length());
      justClosed = inside;
      inside = !inside;
      tag = inside ? CLOSE : OPEN;
    }
    int safe = pending.length() - overlap(tag);
    emit(pending.substring(0, safe));
    pending.delete(0, safe);
  }

  /** Emits what was held back as the possible beginning of a tag. */
  void end() {
    emit(pending.toString());
    pending.setLength(0);
  }

  private int overlap(String tag) {
    for (int length = Math.min(tag.length() - 1, pending.length()); length > 0; length--) {
      if (tag.startsWith(pending.substring(pending.length() - length))) {
        return length;
      }
    }
    return 0;
  }

  private void emit(String piece) {
    String shown = justClosed ? piece.stripLeading() : piece;
    if (!shown.isEmpty()) {
      justClosed = false;
      (inside ? thinking : text).accept(shown);
    }
  }
}
