/**
 * Providers and their accounts: the connected ones first, then the catalogue; accounts are added,
 * tested, edited and removed here.
 */
@NullMarked
package io.omniroute.dashboard.providers;

import org.jspecify.annotations.NullMarked;
