package io.omniroute.api.json;

/** {@code true} or {@code false}. */
public enum JsonBoolean implements Json {
  /** {@code true}. */
  TRUE,
  /** {@code false}. */
  FALSE;

  /** The constant of a Java boolean. */
  public static JsonBoolean of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** The Java boolean of this constant. */
  public boolean value() {
    return this == TRUE;
  }
}
