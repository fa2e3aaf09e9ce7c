package io.omniroute.platform.auth;

/** What this package calls its secrets in the store. */
final class SecretNames {

  static final String PASSWORD = "auth.password";
  static final String SESSION_KEY = "auth.session-key";
  static final String SESSION_GENERATION = "auth.session-generation";
  static final String ENDED_SESSIONS = "auth.ended-sessions";
  static final String API_KEY_SECRET = "auth.api-key-secret";
  static final String MACHINE_ID = "auth.machine-id";

  private SecretNames() {}
}
