package io.omniroute.api.provider;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a model costs, in US dollars for a million tokens.
 *
 * @param input prompt tokens
 * @param output answer tokens
 * @param cacheRead prompt tokens read from the cache; null for the input price
 * @param cacheWrite prompt tokens written to the cache; null for the input price
 * @param reasoning thinking tokens; null for the output price
 */
public record Price(
    BigDecimal input,
    BigDecimal output,
    @Nullable BigDecimal cacheRead,
    @Nullable BigDecimal cacheWrite,
    @Nullable BigDecimal reasoning) {}
