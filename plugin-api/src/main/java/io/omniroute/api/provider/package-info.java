/**
 * The service interfaces of providers: a vendor's service as data plus a few pure functions. The
 * host owns I/O, threads, retries, time-outs and cancellation.
 */
@NullMarked
package io.omniroute.api.provider;

import org.jspecify.annotations.NullMarked;
