/** The dashboard over invented data: for the eye, and for tests that walk through it. */
@NullMarked
package io.omniroute.dashboard.preview;

import org.jspecify.annotations.NullMarked;
