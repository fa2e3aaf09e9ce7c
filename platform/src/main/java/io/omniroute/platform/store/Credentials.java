package io.omniroute.platform.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an account proves itself with; the secrets are plain in memory and encrypted at rest.
 *
 * @param apiKey a pasted key
 * @param accessToken the token of a login
 * @param refreshToken what a new access token is bought with
 * @param idToken who logged in, as the provider says
 * @param secretData further secrets of a provider as one JSON object (a derived token, a cookie)
 * @param expiresAt when the access token ends
 * @param scope what the login allows
 */
public record Credentials(
    @Nullable Secret apiKey,
    @Nullable Secret accessToken,
    @Nullable Secret refreshToken,
    @Nullable Secret idToken,
    @Nullable Secret secretData,
    @Nullable Instant expiresAt,
    @Nullable String scope) {

  /** No credentials. */
  public static final Credentials NONE = new Credentials(null, null, null, null, null, null, null);

  /** Cuts the time to the millisecond that is stored. */
  public Credentials {
    expiresAt = Stored.moment(expiresAt);
  }

  /** Credentials of one pasted key. */
  public static Credentials ofApiKey(Secret apiKey) {
    return new Credentials(apiKey, null, null, null, null, null, null);
  }

  /** The same, with another pasted key. */
  public Credentials withApiKey(@Nullable Secret key) {
    return new Credentials(key, accessToken, refreshToken, idToken, secretData, expiresAt, scope);
  }

  /** The same after a refresh: a null refresh token keeps the one there is. */
  public Credentials refreshed(Secret access, @Nullable Secret refresh, @Nullable Instant expires) {
    return new Credentials(
        apiKey,
        access,
        refresh == null ? refreshToken : refresh,
        idToken,
        secretData,
        expires,
        scope);
  }
}
