/** The service interface of routing strategies: the order in which candidates are tried. */
@NullMarked
package io.omniroute.api.routing;

import org.jspecify.annotations.NullMarked;
