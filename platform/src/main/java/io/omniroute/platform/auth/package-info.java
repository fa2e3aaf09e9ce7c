/**
 * Who may do what: passwords, sessions, API keys, the first run, and the checks that stand before
 * every management route. Knows the store's ports and nothing of Undertow.
 */
@NullMarked
package io.omniroute.platform.auth;

import org.jspecify.annotations.NullMarked;
