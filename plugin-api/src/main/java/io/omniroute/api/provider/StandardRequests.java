package io.omniroute.api.provider;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.http.Headers;
import io.omniroute.api.http.HttpCall;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link HttpProvider} does by default; a provider with code of its own may build on it. */
public final class StandardRequests {

  private StandardRequests() {}

  /**
   * Addresses a request by the descriptor: base URL (the account's, else the provider's first) and
   * path, static header fields, credential.
   *
   * @throws GatewayException {@code INVALID_REQUEST} where neither has a base URL, or the address
   *     they make is none
   */
  public static HttpCall prepare(ProviderDescriptor provider, ProviderCall call) {
    Headers.Builder headers = Headers.builder();
    headers.add("Content-Type", "application/json");
    headers.add("Accept", call.stream() ? "text/event-stream" : "application/json");
    provider.headers().fields().forEach(field -> headers.set(field.name(), field.value()));
    call.formatHeaders().fields().forEach(field -> headers.set(field.name(), field.value()));
    String credential = call.account().credential();
    AuthScheme auth = provider.auth();
    if (credential != null && auth.header() != null) {
      headers.set(auth.header(), auth.prefix() + credential);
    }
    return new HttpCall("POST", address(provider, call), headers.build(), call.body());
  }

  /** The address of a call. */
  public static URI address(ProviderDescriptor provider, ProviderCall call) {
    Endpoint endpoint = call.endpoint();
    String path =
        call.stream() && endpoint.streamPath() != null ? endpoint.streamPath() : endpoint.path();
    String address = baseUrl(provider, call.account()) + path.replace("{model}", call.model());
    String query = provider.auth().query();
    return uri(withCredential(address, query, call.account().credential()));
  }

  /**
   * The address everything stands below: the account's own, else the provider's first.
   *
   * @throws GatewayException {@code INVALID_REQUEST} where there is none
   */
  public static String baseUrl(ProviderDescriptor provider, Account account) {
    if (account.baseUrl() != null && !account.baseUrl().isBlank()) {
      return trimSlashes(account.baseUrl().strip());
    }
    return provider.baseUrls().stream()
        .findFirst()
        .map(StandardRequests::trimSlashes)
        .orElseThrow(
            () ->
                new GatewayException(
                    ErrorCode.INVALID_REQUEST,
                    "provider '" + provider.id() + "' needs a base URL at the account"));
  }

  /**
   * Reads a list of models of the shapes in use: {@code {data:[{id}]}}, {@code {models:[{name}]}}
   * or a bare array of either.
   *
   * @throws io.omniroute.api.json.JsonException when the body is no JSON
   */
  public static List<ModelInfo> readModels(byte[] body) {
    Json value = Json.parse(body);
    JsonArray items = null;
    if (value instanceof JsonArray array) {
      items = array;
    } else if (value instanceof JsonObject object) {
      items = object.array("data") != null ? object.array("data") : object.array("models");
    }
    return items == null
        ? List.of()
        : items
            .objects()
            .map(StandardRequests::modelId)
            .filter(id -> !id.isEmpty())
            .map(ModelInfo::chat)
            .toList();
  }

  private static String modelId(JsonObject model) {
    String id = model.text("id");
    String name = id == null ? model.text("name", "") : id;
    return name.startsWith("models/") ? name.substring("models/".length()) : name;
  }

  private static String withCredential(
      String address, @Nullable String query, @Nullable String credential) {
    if (query == null || credential == null) {
      return address;
    }
    char separator = address.indexOf('?') < 0 ? '?' : '&';
    return address
        + separator
        + query
        + "="
        + URLEncoder.encode(credential, StandardCharsets.UTF_8);
  }

  private static URI uri(String address) {
    try {
      return URI.create(address);
    } catch (IllegalArgumentException e) {
      throw new GatewayException(ErrorCode.INVALID_REQUEST, "the base URL is no address", e);
    }
  }

  private static String trimSlashes(String url) {
    int end = url.length();
    while (end > 0 && url.charAt(end - 1) == '/') {
      end--;
    }
    return url.substring(0, end);
  }
}
