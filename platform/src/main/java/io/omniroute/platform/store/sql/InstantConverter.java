package io.omniroute.platform.store.sql;

import java.time.Instant;
import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;

/** Epoch milliseconds as moments. Named in the generated types, hence public. */
public final class InstantConverter extends AbstractConverter<Long, Instant> {

  private static final long serialVersionUID = 1L;

  /** For the generated types. */
  public InstantConverter() {
    super(Long.class, Instant.class);
  }

  @Override
  public @Nullable Instant from(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  @Override
  public @Nullable Long to(@Nullable Instant moment) {
    return moment == null ? null : moment.toEpochMilli();
  }
}
