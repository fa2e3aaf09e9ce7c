/**
 * Forms drawn from a list of typed fields, as a provider's or plugin's configuration schema names
 * them.
 */
@NullMarked
package io.omniroute.dashboard.form;

import org.jspecify.annotations.NullMarked;
