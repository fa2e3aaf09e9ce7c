/** Header fields and whole exchanges, as plain immutable data. */
@NullMarked
package io.omniroute.api.http;

import org.jspecify.annotations.NullMarked;
