package io.omniroute.api.chat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says about itself and the request.
 *
 * @param user an opaque id of the person behind the request
 * @param metadata the caller's own notes
 * @param promptCacheKey what ties requests with the same beginning together
 * @param serviceTier the vendor's class of service
 * @param verbosity how wordy to be: {@code low}, {@code medium}, {@code high}
 */
public record RequestHints(
    @Nullable String user,
    Map<String, String> metadata,
    @Nullable String promptCacheKey,
    @Nullable String serviceTier,
    @Nullable String verbosity) {

  /** Nothing. */
  public static final RequestHints NONE = new RequestHints(null, Map.of(), null, null, null);

  /** Copies the map. */
  public RequestHints {
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }
}
