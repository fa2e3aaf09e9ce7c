/** The scorer that looks for a text in an answer. */
@NullMarked
package io.omniroute.plugin.scorer.contains;

import org.jspecify.annotations.NullMarked;
