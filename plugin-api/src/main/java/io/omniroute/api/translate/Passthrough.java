package io.omniroute.api.translate;

import java.util.List;

/**
 * How a request is forwarded unread.
 *
 * @param edits the changes it needs, in the order of their offsets, which do not overlap
 * @param tap observes the answer to this very request
 */
public record Passthrough(List<BodyEdit> edits, PassthroughTap tap) {

  /** Copies the list. */
  public Passthrough {
    edits = List.copyOf(edits);
  }
}
