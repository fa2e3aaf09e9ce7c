package io.omniroute.api.translate;

import io.omniroute.api.Failure;
import io.omniroute.api.chat.Usage;
import org.jspecify.annotations.Nullable;

/**
 * What a frame is about.
 *
 * @param kind what it carries
 * @param usage the counters in it, or null
 * @param failure the failure in it, or null; not null for {@link Kind#ERROR}
 */
public record Signal(Kind kind, @Nullable Usage usage, @Nullable Failure failure) {

  /** A frame without meaning to the caller. */
  public static final Signal META = new Signal(Kind.META, null, null);

  /** A frame with content. */
  public static final Signal CONTENT = new Signal(Kind.CONTENT, null, null);

  /** The end of the answer. */
  public static final Signal END = new Signal(Kind.END, null, null);

  /** A frame the caller did not ask for: the host keeps it to itself. */
  public static Signal hidden(@Nullable Usage usage) {
    return new Signal(Kind.HIDDEN, usage, null);
  }

  /** A failure. */
  public static Signal error(Failure failure) {
    return new Signal(Kind.ERROR, null, failure);
  }

  /** The same with counters. */
  public Signal with(@Nullable Usage counters) {
    return counters == null ? this : new Signal(kind, counters, failure);
  }

  /** What a frame carries. */
  public enum Kind {
    /** Nothing yet: a start, a ping, metadata. The host may still fall back. */
    META,
    /** Content: from here on the answer belongs to this upstream. */
    CONTENT,
    /** The end of the answer. */
    END,
    /** Something the caller did not ask for. */
    HIDDEN,
    /** A failure. */
    ERROR
  }
}
