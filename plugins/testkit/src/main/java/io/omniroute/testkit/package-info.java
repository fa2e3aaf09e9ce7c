/** Conformance tests that a plugin's own tests extend, and a scripted upstream server. */
@NullMarked
package io.omniroute.testkit;

import org.jspecify.annotations.NullMarked;
