package io.omniroute.dashboard.setup;

import org.jspecify.annotations.Nullable;

/** The first run. Thread-safe. */
public interface SetupPort {

  /** Whether there is a password. */
  boolean passwordSet();

  /** Whether this is the one-time token of the link that was printed at start. */
  boolean tokenValid(String token);

  /**
   * Stores the first password and uses up the token.
   *
   * @return the {@code Set-Cookie} value of the new session
   * @throws io.omniroute.api.GatewayException when the token is not valid or the password too weak
   */
  String createPassword(String token, String password, boolean secure);

  /** Whether any request has been answered yet. */
  boolean answered();

  /** Sends one short question through the whole gateway and waits for the answer. */
  Trial ask(String question);

  /**
   * What came of a question.
   *
   * @param success whether there was an answer
   * @param provider the name of the provider that was asked
   * @param model the model that was asked
   * @param text the answer, or in one sentence why there is none
   * @param firstMillis milliseconds until the first text
   * @param totalMillis milliseconds until the end
   * @param providerId the id of the provider to look at when it failed
   */
  record Trial(
      boolean success,
      String provider,
      String model,
      String text,
      long firstMillis,
      long totalMillis,
      @Nullable String providerId) {}
}
