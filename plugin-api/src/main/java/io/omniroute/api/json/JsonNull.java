package io.omniroute.api.json;

/** {@code null}. */
public enum JsonNull implements Json {
  /** The only value. */
  NULL
}
