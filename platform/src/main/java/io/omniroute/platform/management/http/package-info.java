/**
 * The JSON routes {@code /api/*} over the management services, with the names and fields of the
 * original so that its scripts go on working. Documented in {@code docs/api/management.md}.
 */
@NullMarked
package io.omniroute.platform.management.http;

import org.jspecify.annotations.NullMarked;
