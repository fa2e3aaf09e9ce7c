/** Walks through the whole dashboard. */
@NullMarked
package io.omniroute.dashboard;

import org.jspecify.annotations.NullMarked;
