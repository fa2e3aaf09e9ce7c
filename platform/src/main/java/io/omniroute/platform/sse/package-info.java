/**
 * Framing of streams that models answer with: server-sent events in both directions, JSON lines,
 * and the recognition of a plain document where a stream was asked for. Incremental and without
 * I/O: bytes go in however the network cut them.
 */
@NullMarked
package io.omniroute.platform.sse;

import org.jspecify.annotations.NullMarked;
