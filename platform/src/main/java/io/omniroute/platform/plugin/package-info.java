/**
 * The plugin host: finds plugin files, puts every code plugin into a module layer of its own, runs
 * declarative ones itself, and offers what all of them provide as one immutable registry that is
 * swapped as a whole. A request leases the registry it began with, so a plugin that is replaced
 * stays until the last stream on it has ended.
 */
@NullMarked
package io.omniroute.platform.plugin;

import org.jspecify.annotations.NullMarked;
