/** The first page: is it working, what happened last, and where do tools connect. */
@NullMarked
package io.omniroute.dashboard.overview;

import org.jspecify.annotations.NullMarked;
