package io.omniroute.platform.auth;

import java.time.Instant;

/**
 * A log-in that is still good.
 *
 * @param id its id, which is random and says nothing
 * @param issuedAt when its token was made
 * @param expiresAt when its token ends
 * @param csrfToken what every form of it must carry
 */
public record Session(String id, Instant issuedAt, Instant expiresAt, String csrfToken) {

  /** Without the token. */
  @Override
  public String toString() {
    return "session until " + expiresAt;
  }
}
