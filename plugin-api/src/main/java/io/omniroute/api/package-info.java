/** Versions and errors: what every kind of plugin shares. */
@NullMarked
package io.omniroute.api;

import org.jspecify.annotations.NullMarked;
