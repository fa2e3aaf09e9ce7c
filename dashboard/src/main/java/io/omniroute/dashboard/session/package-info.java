/** Logging in and out, and the reader's own preferences. */
@NullMarked
package io.omniroute.dashboard.session;

import org.jspecify.annotations.NullMarked;
