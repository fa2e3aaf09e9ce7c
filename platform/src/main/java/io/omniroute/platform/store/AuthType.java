package io.omniroute.platform.store;

import java.util.Arrays;

/** How an account proves itself to its provider. */
public enum AuthType {
  /** A key that a person pasted. */
  API_KEY("apikey"),
  /** Tokens from a login, refreshed when they expire. */
  OAUTH("oauth"),
  /** Nothing at all: a local or free provider. */
  NONE("none");

  private final String id;

  AuthType(String id) {
    this.id = id;
  }

  /** The name in the database and in the management API. */
  public String id() {
    return id;
  }

  /**
   * Finds a type by its name.
   *
   * @throws IllegalArgumentException for an unknown name
   */
  public static AuthType of(String id) {
    return Arrays.stream(values())
        .filter(type -> type.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown auth type: " + id));
  }
}
