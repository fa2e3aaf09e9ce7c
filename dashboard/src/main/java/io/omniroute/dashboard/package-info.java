/** HTMX pages over the platform's management services. */
@NullMarked
package io.omniroute.dashboard;

import org.jspecify.annotations.NullMarked;
