/**
 * A small immutable JSON value, a reader, a fast writer and a scanner for top-level fields. JSON
 * text follows RFC 8259; numbers keep their digits.
 */
@NullMarked
package io.omniroute.api.json;

import org.jspecify.annotations.NullMarked;
