package io.omniroute.dashboard.web;

import java.util.Locale;

/** What a state means to the reader; it decides colour and icon, never alone without a word. */
public enum Tone {
  /** Works, and there is evidence. */
  GOOD("circle-check"),
  /** Works, but wants attention, or will work again by itself. */
  WARN("alert-triangle"),
  /** Does not work. */
  BAD("circle-x"),
  /** Nothing is known, or nothing is wanted. */
  IDLE("circle-dashed"),
  /** Switched off by a person. */
  OFF("circle-minus"),
  /** Worth knowing. */
  INFO("info-circle");

  private final String icon;

  Tone(String icon) {
    this.icon = icon;
  }

  /** The name of its icon. */
  public String icon() {
    return icon;
  }

  /** The class that colours it. */
  public String css() {
    return "tone-" + name().toLowerCase(Locale.ROOT);
  }
}
