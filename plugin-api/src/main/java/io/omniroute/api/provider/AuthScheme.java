package io.omniroute.api.provider;

import org.jspecify.annotations.Nullable;

/**
 * How a provider wants to be shown a credential.
 *
 * @param type where the credential comes from
 * @param header the header field that carries it, or null where a query parameter does
 * @param prefix what stands before it in the field, such as {@code "Bearer "}; may be empty
 * @param query the query parameter that carries it, or null
 */
public record AuthScheme(
    Type type, @Nullable String header, String prefix, @Nullable String query) {

  /** An API key as {@code Authorization: Bearer}. */
  public static final AuthScheme BEARER =
      new AuthScheme(Type.API_KEY, "Authorization", "Bearer ", null);

  /** No credential. */
  public static final AuthScheme NONE = new AuthScheme(Type.NONE, null, "", null);

  /** An API key in a header field of its own. */
  public static AuthScheme header(String name) {
    return new AuthScheme(Type.API_KEY, name, "", null);
  }

  /** Where a credential comes from. */
  public enum Type {
    /** A key that a person pastes. */
    API_KEY,
    /** Nothing is needed. */
    NONE,
    /** A log-in at the vendor. */
    OAUTH,
    /** A token taken over from another program. */
    IMPORT,
    /** A service account's file. */
    SERVICE_ACCOUNT
  }
}
