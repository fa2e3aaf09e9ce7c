/** Framing of streams: bytes of an upstream to frames, frames of an encoder to bytes. */
@NullMarked
package io.omniroute.platform.translate;

import org.jspecify.annotations.NullMarked;
