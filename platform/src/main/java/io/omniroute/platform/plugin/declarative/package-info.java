/**
 * Providers without code: reads a {@code provider.yaml}, checks it against the JSON Schema that the
 * plugin API ships, and makes a descriptor of it. Every problem names file, line and key.
 */
@NullMarked
package io.omniroute.platform.plugin.declarative;

import org.jspecify.annotations.NullMarked;
