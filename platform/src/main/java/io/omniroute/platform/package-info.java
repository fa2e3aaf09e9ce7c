/** Starts and stops the gateway. */
@NullMarked
package io.omniroute.platform;

import org.jspecify.annotations.NullMarked;
