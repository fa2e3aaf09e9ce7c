/** How a tool is pointed at the gateway: address, key, and one snippet a tool. */
@NullMarked
package io.omniroute.dashboard.connect;

import org.jspecify.annotations.NullMarked;
