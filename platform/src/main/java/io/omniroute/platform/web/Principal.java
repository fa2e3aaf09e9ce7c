package io.omniroute.platform.web;

/** Who calls a route. */
public sealed interface Principal {

  /** Nobody in particular. */
  record Anonymous() implements Principal {}

  /**
   * A person who is logged in to the dashboard.
   *
   * @param csrfToken the token every form of this session must carry
   */
  record Session(String csrfToken) implements Principal {}

  /**
   * A program with an API key.
   *
   * @param keyId the key's id
   * @param keyName the key's name
   */
  record ApiKey(String keyId, String keyName) implements Principal {}
}
