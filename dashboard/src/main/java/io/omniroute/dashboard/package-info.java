/**
 * The dashboard. {@link io.omniroute.dashboard.DashboardRoutes} is the only list of its addresses;
 * each subject has a package with a thin handler, a presenter that holds all formatting, and view
 * records that the templates draw.
 */
@NullMarked
package io.omniroute.dashboard;

import org.jspecify.annotations.NullMarked;
