package io.omniroute.platform.store;

import java.time.Instant;
import java.util.List;

/** Who changed what; entries are never altered. See {@link Store} for threads and errors. */
public interface AuditLog {

  /** Adds an entry; it is durable when this returns. */
  void append(AuditEntry entry);

  /** The newest entries that are older than a moment, newest first. */
  List<AuditEntry> newest(int limit, Instant before);

  /**
   * Removes entries older than a moment.
   *
   * @return how many went
   */
  int deleteBefore(Instant moment);
}
