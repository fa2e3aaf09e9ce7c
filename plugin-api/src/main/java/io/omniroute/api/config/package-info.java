/**
 * Typed settings of plugins and accounts. One schema draws the form, validates the input, documents
 * it and names the environment variables.
 */
@NullMarked
package io.omniroute.api.config;

import org.jspecify.annotations.NullMarked;
