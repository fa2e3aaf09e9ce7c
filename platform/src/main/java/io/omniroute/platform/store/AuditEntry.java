package io.omniroute.platform.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did to the gateway.
 *
 * @param id a UUID
 * @param timestamp when
 * @param action what, for example {@code key.create}
 * @param actor who: {@code session}, a key's id, {@code system}
 * @param target to what
 * @param details more of it, for a person; holds no secret
 * @param ip from where
 */
public record AuditEntry(
    String id,
    Instant timestamp,
    String action,
    String actor,
    @Nullable String target,
    @Nullable String details,
    @Nullable String ip) {

  /** Cuts the time to the millisecond that is stored. */
  public AuditEntry {
    timestamp = Stored.instant(timestamp);
  }

  /** An entry of this moment, without details. */
  public static AuditEntry now(
      String action, String actor, @Nullable String target, @Nullable String ip) {
    return new AuditEntry(
        UUID.randomUUID().toString(), Instant.now(), action, actor, target, null, ip);
  }

  /** The same with details. */
  public AuditEntry withDetails(String text) {
    return new AuditEntry(id, timestamp, action, actor, target, text, ip);
  }
}
