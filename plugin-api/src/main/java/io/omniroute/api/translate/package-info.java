/**
 * The service interfaces of translators: one wire format, its side towards clients and its side
 * towards upstreams. Everything here is pure; the host owns I/O and framing.
 */
@NullMarked
package io.omniroute.api.translate;

import org.jspecify.annotations.NullMarked;
