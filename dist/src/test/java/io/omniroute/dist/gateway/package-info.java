/** Starts the packaged gateway as its users do, for tests that want the real thing. */
@NullMarked
package io.omniroute.dist.gateway;

import org.jspecify.annotations.NullMarked;
