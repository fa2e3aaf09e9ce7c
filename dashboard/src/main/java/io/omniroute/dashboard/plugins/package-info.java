/**
 * Plugins: what is installed and in which state, and the way a jar takes from upload over a preview
 * to being installed.
 */
@NullMarked
package io.omniroute.dashboard.plugins;

import org.jspecify.annotations.NullMarked;
