/**
 * The first run, step by step: password, provider, test, connecting a tool. Every step is an URL; a
 * step that is already true is skipped.
 */
@NullMarked
package io.omniroute.dashboard.setup;

import org.jspecify.annotations.NullMarked;
