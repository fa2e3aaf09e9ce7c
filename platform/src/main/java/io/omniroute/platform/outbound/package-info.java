/**
 * Whole HTTP exchanges off the request path: tests of accounts, lists of models, log-ins. Blocking,
 * bounded in time and size, and silent about credentials.
 */
@NullMarked
package io.omniroute.platform.outbound;

import org.jspecify.annotations.NullMarked;
