package io.omniroute.dashboard.web;

import java.util.Locale;
import java.util.Optional;

/** Which colours a reader sees; the server writes it into the page, so nothing flashes. */
public enum Theme {
  /** As the reader's system says. */
  AUTO("device-desktop"),
  /** Always light. */
  LIGHT("sun"),
  /** Always dark. */
  DARK("moon");

  private final String icon;

  Theme(String icon) {
    this.icon = icon;
  }

  /** The name of its icon. */
  public String icon() {
    return icon;
  }

  /** How it is written in the cookie, the page and the message keys. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The theme of a cookie's value; automatic where it says nothing we know. */
  public static Theme of(Optional<String> id) {
    for (Theme theme : values()) {
      if (id.isPresent() && theme.id().equals(id.get())) {
        return theme;
      }
    }
    return AUTO;
  }
}
