package io.omniroute.platform.management;

import io.omniroute.platform.store.AuditEntry;
import io.omniroute.platform.store.AuditLog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes and reads the audit log. */
final class StoredAudit implements AuditService {

  private static final int MOST_LINES = 500;

  private final AuditLog log;

  StoredAudit(AuditLog log) {
    this.log = log;
  }

  @Override
  public void record(
      Actor actor, String action, @Nullable String target, @Nullable String details) {
    AuditEntry entry = AuditEntry.now(action, actor.name(), target, actor.address());
    log.append(details == null ? entry : entry.withDetails(details));
  }

  @Override
  public List<AuditLine> page(int limit, @Nullable AuditLine after) {
    return log.page(Math.clamp(limit, 1, MOST_LINES), after == null ? null : entry(after)).stream()
        .map(StoredAudit::line)
        .toList();
  }

  private static AuditLine line(AuditEntry entry) {
    return new AuditLine(
        entry.id(),
        entry.timestamp(),
        entry.action(),
        entry.actor(),
        entry.target(),
        entry.details(),
        entry.ip());
  }

  private static AuditEntry entry(AuditLine line) {
    return new AuditEntry(
        line.id(),
        line.timestamp(),
        line.action(),
        line.actor(),
        line.target(),
        line.details(),
        line.ip());
  }
}
