package io.omniroute.platform.management;

import io.omniroute.api.http.Headers;
import io.omniroute.api.json.FieldReader;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonString;
import io.omniroute.api.provider.AuthScheme;
import io.omniroute.api.provider.Endpoint;
import io.omniroute.api.provider.KeyCheck;
import io.omniroute.api.provider.ProviderDescriptor;
import io.omniroute.platform.store.ProviderNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a node can be compatible with: data from {@code node-families.json}, so that the host's code
 * need not know any family by its name. Immutable.
 */
final class NodeFamilies {

  private static final String RESOURCE = "node-families.json";

  private final Map<String, Family> byType;

  private NodeFamilies(Map<String, Family> byType) {
    this.byType = byType;
  }

  /** Reads the families that came with the program. */
  static NodeFamilies load() {
    try (InputStream in = NodeFamilies.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing in the program");
      }
      Map<String, Family> families = new LinkedHashMap<>();
      if (Json.parse(in.readAllBytes()) instanceof JsonArray array) {
        array.objects().map(NodeFamilies::family).forEach(one -> families.put(one.type(), one));
      }
      return new NodeFamilies(families);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", e);
    }
  }

  /** The names of the families. */
  List<String> types() {
    return List.copyOf(byType.keySet());
  }

  /** A family by its name. */
  Optional<Family> family(String type) {
    return Optional.ofNullable(byType.get(type));
  }

  /** A node as a provider; empty when its family or format is not known (any more). */
  Optional<ProviderDescriptor> descriptor(ProviderNode node) {
    return family(node.type())
        .flatMap(
            family ->
                family
                    .endpoint(node.apiType())
                    .map(endpoint -> descriptor(node, family, endpoint)));
  }

  private static ProviderDescriptor descriptor(
      ProviderNode node, Family family, FamilyEndpoint endpoint) {
    return ProviderDescriptor.builder(node.id(), node.name())
        .aliases(List.of(node.prefix()))
        .auth(family.auth())
        .headers(family.headers())
        .baseUrls(List.of(node.baseUrl()))
        .endpoints(
            List.of(
                Endpoint.chat(endpoint.format(), endpoint.path()),
                new Endpoint(Endpoint.Kind.MODELS, "", "/models", null)))
        .keyCheck(KeyCheck.MODELS)
        .build();
  }

  private static Family family(JsonObject json) {
    FieldReader reader = FieldReader.of(json);
    JsonObject auth = json.object("auth") == null ? JsonObject.EMPTY : json.object("auth");
    Headers.Builder headers = Headers.builder();
    JsonObject fields = json.object("headers");
    if (fields != null) {
      fields
          .fields()
          .forEach(
              (name, value) -> {
                if (value instanceof JsonString text) {
                  headers.set(name, text.value());
                }
              });
    }
    List<FamilyEndpoint> endpoints = new ArrayList<>();
    JsonArray listed = json.array("endpoints");
    if (listed != null) {
      listed
          .objects()
          .map(FieldReader::of)
          .forEach(
              one ->
                  endpoints.add(
                      new FamilyEndpoint(
                          one.text("apiType"),
                          one.requiredText("format"),
                          one.requiredText("path"))));
    }
    return new Family(
        reader.requiredText("type"),
        List.copyOf(endpoints),
        new AuthScheme(AuthScheme.Type.API_KEY, auth.text("header"), auth.text("prefix", ""), null),
        headers.build());
  }

  /**
   * A family.
   *
   * @param type its name
   * @param endpoints its formats, the usual one first
   * @param auth how it is shown a key
   * @param headers header fields that every request carries
   */
  record Family(String type, List<FamilyEndpoint> endpoints, AuthScheme auth, Headers headers) {

    /** The endpoint of an API type; the usual one where none is named. */
    Optional<FamilyEndpoint> endpoint(@Nullable String apiType) {
      return endpoints.stream()
          .filter(endpoint -> apiType == null || apiType.equals(endpoint.apiType()))
          .findFirst();
    }

    /** The API types there are to choose from; empty where there is one only. */
    List<String> apiTypes() {
      List<String> types = new ArrayList<>();
      for (FamilyEndpoint endpoint : endpoints) {
        if (endpoint.apiType() != null) {
          types.add(endpoint.apiType());
        }
      }
      return List.copyOf(types);
    }
  }

  /**
   * A format of a family.
   *
   * @param apiType its name; null where the family has one only
   * @param format the wire format
   * @param path the path behind the base URL
   */
  record FamilyEndpoint(@Nullable String apiType, String format, String path) {}
}
