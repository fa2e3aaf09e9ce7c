package io.omniroute.platform.management;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who changed what. Thread-safe; blocks for the store. */
public interface AuditService {

  /** Adds a line; details must hold no secret. */
  void record(Actor actor, String action, @Nullable String target, @Nullable String details);

  /**
   * A page of lines, newest first.
   *
   * @param limit most lines to give, up to 500
   * @param after the last line seen, to go on after it; null for the newest of all
   */
  List<AuditLine> page(int limit, @Nullable AuditLine after);

  /**
   * One line.
   *
   * @param id its id
   * @param timestamp when
   * @param action what, such as {@code key.create}
   * @param actor who
   * @param target to what
   * @param details more of it
   * @param ip from where
   */
  record AuditLine(
      String id,
      Instant timestamp,
      String action,
      String actor,
      @Nullable String target,
      @Nullable String details,
      @Nullable String ip) {}
}
