package io.omniroute.platform.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the request log.
 *
 * @param rows newest first
 * @param next where the next page begins; null if this is the last
 */
public record RequestPage(List<RequestRecord> rows, @Nullable RequestCursor next) {

  /** Copies the list. */
  public RequestPage {
    rows = List.copyOf(rows);
  }
}
