/**
 * Languages: message files, plurals, numbers, durations and times as a reader of that language
 * writes them.
 */
@NullMarked
package io.omniroute.dashboard.i18n;

import org.jspecify.annotations.NullMarked;
