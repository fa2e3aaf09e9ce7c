package io.omniroute.platform.auth;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for an answer. Immutable; {@link #allows} is cheap enough for every request.
 *
 * @param keyId the id of the API key, or null for somebody without one (open mode)
 * @param keyName its name, or null
 * @param models what may be asked for
 */
public record Caller(@Nullable String keyId, @Nullable String keyName, ModelRules models) {

  /** Somebody without a key, where none is asked for. */
  public static final Caller OPEN = new Caller(null, null, ModelRules.ALL);

  /** The id of the API key. */
  public Optional<String> key() {
    return Optional.ofNullable(keyId);
  }

  /** Whether a model may be asked for, by the very text of the request (names of combos too). */
  public boolean allows(String requestedModel) {
    return models.allow(requestedModel);
  }

  /**
   * Refuses a model that may not be asked for.
   *
   * @throws GatewayException {@code PERMISSION_DENIED}
   */
  public void require(String requestedModel) {
    if (!allows(requestedModel)) {
      throw new GatewayException(
          ErrorCode.PERMISSION_DENIED,
          "Model \"" + requestedModel + "\" is not allowed for this API key");
    }
  }
}
