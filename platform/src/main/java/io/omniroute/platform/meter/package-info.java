/** What a request was and cost: collected on its way, handed to the request log at its end. */
@NullMarked
package io.omniroute.platform.meter;

import org.jspecify.annotations.NullMarked;
