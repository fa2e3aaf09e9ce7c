package io.omniroute.platform.store;

import org.jspecify.annotations.Nullable;

/**
 * The store could not do what it was asked. The message is a sentence for a person and holds no
 * secret.
 */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** Why an operation failed. */
  public enum Kind {
    /** Another process holds the data directory or the database. */
    LOCKED,
    /** The database or a row of it cannot be understood. */
    CORRUPT,
    /** The database was written by a newer program. */
    NEWER_SCHEMA,
    /** The encryption key is missing, wrong or unreadable, or a stored secret was altered. */
    ENCRYPTION,
    /** A unique value (prefix, key hash, name) is taken already. */
    CONFLICT,
    /** The disk is full, read-only or otherwise refuses. */
    DISK,
    /** The store was closed, or the calling thread was interrupted while it waited. */
    CLOSED,
    /** Anything else. */
    FAILED
  }

  /** A failure without a deeper cause. */
  public StoreException(Kind kind, String message) {
    this(kind, message, null);
  }

  /** A failure with its cause. */
  public StoreException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** Why it failed. */
  public Kind kind() {
    return kind;
  }
}
