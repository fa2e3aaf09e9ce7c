package io.omniroute.platform.pipeline;

import io.omniroute.api.translate.BodyEdit;
import java.util.Comparator;
import java.util.List;

/** Changes a body at a few places and leaves every other byte as it is. */
final class BodyEdits {

  private BodyEdits() {}

  /**
   * The changed body.
   *
   * @throws IllegalArgumentException when edits overlap or lie outside
   */
  static byte[] apply(byte[] body, List<BodyEdit> edits) {
    if (edits.isEmpty()) {
      return body;
    }
    List<BodyEdit> ordered =
        edits.stream().sorted(Comparator.comparingInt(BodyEdit::start)).toList();
    int length = body.length;
    for (BodyEdit edit : ordered) {
      length += edit.replacement().length - (edit.end() - edit.start());
    }
    byte[] changed = new byte[length];
    int from = 0;
    int to = 0;
    for (BodyEdit edit : ordered) {
      if (edit.start() < from || edit.end() < edit.start() || edit.end() > body.length) {
        throw new IllegalArgumentException("edits overlap or lie outside the body");
      }
      System.arraycopy(body, from, changed, to, edit.start() - from);
      to += edit.start() - from;
      System.arraycopy(edit.replacement(), 0, changed, to, edit.replacement().length);
      to += edit.replacement().length;
      from = edit.end();
    }
    System.arraycopy(body, from, changed, to, body.length - from);
    return changed;
  }
}
