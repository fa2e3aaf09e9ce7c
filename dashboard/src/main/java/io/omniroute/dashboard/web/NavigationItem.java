package io.omniroute.dashboard.web;

import java.util.List;

/**
 * One entry of the navigation.
 *
 * @param path its address
 * @param key its message key
 * @param icon the name of its icon
 * @param shortcut the key that goes there after {@code g}
 */
public record NavigationItem(String path, String key, String icon, String shortcut) {

  /** The home of the dashboard. */
  public static final String HOME = "/dashboard";

  /** All entries in their order. */
  public static final List<NavigationItem> ALL =
      List.of(
          new NavigationItem(HOME, "nav.overview", "layout-dashboard", "o"),
          new NavigationItem("/dashboard/providers", "nav.providers", "cloud", "p"),
          new NavigationItem("/dashboard/plugins", "nav.plugins", "plug", "l"));

  /** Whether a page belongs to this entry. */
  public boolean holds(String page) {
    return page.equals(path) || (!path.equals(HOME) && page.startsWith(path + "/"));
  }
}
