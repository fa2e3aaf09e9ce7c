/**
 * The HTTP edge: listener, request ids, body limits, CORS, who calls, and which handler answers. It
 * is the only package that knows the server. I/O threads read requests; everything that decides
 * runs on one virtual thread a request.
 */
@NullMarked
package io.omniroute.platform.http;

import org.jspecify.annotations.NullMarked;
