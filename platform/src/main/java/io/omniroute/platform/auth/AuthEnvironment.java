package io.omniroute.platform.auth;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the environment says about secrets. Values that were published as defaults, and secrets that
 * are too short, are left out with a warning: they protect nothing.
 *
 * @param initialPassword {@code INITIAL_PASSWORD}, accepted until a password is stored, or null
 * @param sessionSecret {@code JWT_SECRET}, or null for one of the store's
 * @param keySecret {@code API_KEY_SECRET}, or null for one of the store's
 * @param machineSalt {@code MACHINE_ID_SALT}
 * @param secureCookie {@code AUTH_COOKIE_SECURE}: whether the cookie is always marked secure
 */
public record AuthEnvironment(
    @Nullable String initialPassword,
    @Nullable String sessionSecret,
    @Nullable String keySecret,
    String machineSalt,
    boolean secureCookie) {

  private static final Logger LOG = LoggerFactory.getLogger(AuthEnvironment.class);
  private static final int SHORTEST_SECRET = 16;
  private static final Set<String> PUBLISHED =
      Set.of(
          "123456",
          "CHANGEME",
          "omniroute-default-secret-change-me",
          "endpoint-proxy-api-key-secret");

  /** Reads the variables; unset ones have their defaults. */
  public static AuthEnvironment of(Map<String, String> variables) {
    return new AuthEnvironment(
        usable(variables, "INITIAL_PASSWORD", 1),
        usable(variables, "JWT_SECRET", SHORTEST_SECRET),
        usable(variables, "API_KEY_SECRET", SHORTEST_SECRET),
        variables.getOrDefault("MACHINE_ID_SALT", "endpoint-proxy-salt"),
        Boolean.parseBoolean(variables.getOrDefault("AUTH_COOKIE_SECURE", "false").strip()));
  }

  private static @Nullable String usable(Map<String, String> variables, String name, int shortest) {
    String value = variables.get(name);
    if (value == null || value.isBlank()) {
      return null;
    }
    if (PUBLISHED.contains(value.strip())) {
      LOG.warn("{} is set to a published default and is not used; set another value", name);
      return null;
    }
    if (value.length() < shortest) {
      LOG.warn("{} is shorter than {} characters and is not used", name, shortest);
      return null;
    }
    return value;
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "AuthEnvironment[secureCookie=" + secureCookie + "]";
  }
}
