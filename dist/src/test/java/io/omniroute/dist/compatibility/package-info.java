/** Keeps the plugin API compatible with its last release. */
@NullMarked
package io.omniroute.dist.compatibility;

import org.jspecify.annotations.NullMarked;
