package io.omniroute.api.provider;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to find out whether a credential is good.
 *
 * @param method what to do
 * @param path the path behind the base URL for {@link Method#GET}, or null
 * @param model the model for {@link Method#PROBE}, or null for the provider's first
 * @param invalidStatuses the statuses that mean a bad credential
 */
public record KeyCheck(
    Method method, @Nullable String path, @Nullable String model, Set<Integer> invalidStatuses) {

  /** Lists the models. */
  public static final KeyCheck MODELS = new KeyCheck(Method.GET, "/models", null, Set.of(401, 403));

  /** Asks for a very short answer. */
  public static final KeyCheck PROBE = new KeyCheck(Method.PROBE, null, null, Set.of(401, 403));

  /** Copies the set. */
  public KeyCheck {
    invalidStatuses = Set.copyOf(invalidStatuses);
  }

  /** What to do. */
  public enum Method {
    /** Fetch a path that needs the credential. */
    GET,
    /** Ask for an answer of one token. */
    PROBE
  }
}
