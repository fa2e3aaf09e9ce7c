/** The routing strategy that uses one candidate until it cannot serve any more. */
@NullMarked
package io.omniroute.plugin.routing.fillfirst;

import org.jspecify.annotations.NullMarked;
