/**
 * The host's HTTP/1.1 client towards providers, at the level of bytes. Control is plain blocking
 * code on the caller's virtual thread, which connects, writes the request and parks; sockets belong
 * to the same XNIO I/O threads that serve the HTTP edge, which read, frame and hand bodies over. It
 * knows nothing of models, formats or accounts. Entry point: {@link
 * io.omniroute.platform.upstream.UpstreamClient}.
 */
@NullMarked
package io.omniroute.platform.upstream;

import org.jspecify.annotations.NullMarked;
