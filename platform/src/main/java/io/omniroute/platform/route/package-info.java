/** Turns the model that a client asked for into a plan: the targets to try, in their order. */
@NullMarked
package io.omniroute.platform.route;

import org.jspecify.annotations.NullMarked;
