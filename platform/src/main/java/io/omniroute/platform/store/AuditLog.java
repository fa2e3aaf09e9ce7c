package io.omniroute.platform.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who changed what; entries are never altered. See {@link Store} for threads and errors. */
public interface AuditLog {

  /** Adds an entry; it is durable when this returns. */
  void append(AuditEntry entry);

  /**
   * A page of entries, newest first.
   *
   * @param limit most entries to give
   * @param after the last entry seen, to go on after it; null for the newest of all
   */
  List<AuditEntry> page(int limit, @Nullable AuditEntry after);

  /**
   * Removes entries older than a moment.
   *
   * @return how many went
   */
  int deleteBefore(Instant moment);
}
