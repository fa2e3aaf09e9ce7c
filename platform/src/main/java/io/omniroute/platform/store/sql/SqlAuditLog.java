package io.omniroute.platform.store.sql;

import static io.omniroute.platform.store.sql.schema.tables.AuditLog.AUDIT_LOG;

import io.omniroute.platform.store.AuditEntry;
import io.omniroute.platform.store.AuditLog;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Who changed what, in {@code audit_log}. */
final class SqlAuditLog implements AuditLog {

  private final Database database;

  SqlAuditLog(Database database) {
    this.database = database;
  }

  @Override
  public void append(AuditEntry entry) {
    database.write(
        dsl ->
            dsl.insertInto(AUDIT_LOG)
                .set(AUDIT_LOG.ID, entry.id())
                .set(AUDIT_LOG.HAPPENED_AT, entry.timestamp())
                .set(AUDIT_LOG.ACTION, entry.action())
                .set(AUDIT_LOG.ACTOR, entry.actor())
                .set(AUDIT_LOG.TARGET, entry.target())
                .set(AUDIT_LOG.DETAILS, entry.details())
                .set(AUDIT_LOG.IP, entry.ip())
                .execute());
  }

  @Override
  public List<AuditEntry> page(int limit, @Nullable AuditEntry after) {
    Condition older =
        after == null
            ? DSL.noCondition()
            : DSL.row(AUDIT_LOG.HAPPENED_AT, AUDIT_LOG.ID).lt(after.timestamp(), after.id());
    return database.read(
        dsl ->
            List.copyOf(
                dsl.selectFrom(AUDIT_LOG)
                    .where(older)
                    .orderBy(AUDIT_LOG.HAPPENED_AT.desc(), AUDIT_LOG.ID.desc())
                    .limit(limit)
                    .fetch(
                        row ->
                            new AuditEntry(
                                row.getId(),
                                row.getHappenedAt(),
                                row.getAction(),
                                row.getActor(),
                                row.getTarget(),
                                row.getDetails(),
                                row.getIp()))));
  }

  @Override
  public int deleteBefore(Instant moment) {
    return database.write(
        dsl -> dsl.deleteFrom(AUDIT_LOG).where(AUDIT_LOG.HAPPENED_AT.lt(moment)).execute());
  }
}
