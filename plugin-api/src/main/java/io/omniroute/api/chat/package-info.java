/**
 * The neutral conversation model: what every wire format is decoded to and encoded from. It is a
 * superset of the formats, so that a translation loses nothing silently.
 */
@NullMarked
package io.omniroute.api.chat;

import org.jspecify.annotations.NullMarked;
