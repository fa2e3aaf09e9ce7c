package io.omniroute.platform.plugin.declarative;

import io.omniroute.api.config.ConfigSchema;
import io.omniroute.api.http.Headers;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonString;
import io.omniroute.api.provider.AuthScheme;
import io.omniroute.api.provider.Endpoint;
import io.omniroute.api.provider.KeyCheck;
import io.omniroute.api.provider.Links;
import io.omniroute.api.provider.LocalServer;
import io.omniroute.api.provider.ModelInfo;
import io.omniroute.api.provider.Price;
import io.omniroute.api.provider.ProviderDescriptor;
import io.omniroute.api.provider.Tier;
import io.omniroute.api.translate.Quirks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a descriptor of a checked file. Only here do the file's words become those of the API. */
final class DescriptorReader {

  private static final String SCHEMA = "META-INF/omniroute/provider.schema.json";
  private static final Set<Integer> INVALID_STATUSES = Set.of(401, 403);

  private DescriptorReader() {}

  static ProviderFile read(String fileName, byte[] utf8) throws DescriptorException {
    Node root;
    try {
      root = YamlReader.read(utf8);
    } catch (YamlReader.YamlProblem e) {
      throw new DescriptorException(fileName, List.of(e.problem()));
    }
    refuse(fileName, Schema.CHECK.check(root));
    Node.Block file = (Node.Block) root;
    refuse(fileName, ContentCheck.check(file));
    return new ProviderFile(
        descriptor(file), file.text("version", "0.0.0"), file.text("author", ""));
  }

  /** The schema, as the plugin API ships it. */
  static JsonObject schema() {
    try (InputStream in = ProviderDescriptor.class.getModule().getResourceAsStream(SCHEMA)) {
      if (in == null) {
        throw new IllegalStateException("the plugin API has no " + SCHEMA);
      }
      return (JsonObject) Json.parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void refuse(String fileName, List<Problem> problems) throws DescriptorException {
    if (!problems.isEmpty()) {
      throw new DescriptorException(fileName, problems);
    }
  }

  private static ProviderDescriptor descriptor(Node.Block file) {
    return ProviderDescriptor.builder(file.text("id", ""), file.text("name", ""))
        .aliases(file.texts("aliases"))
        .description(file.text("description", ""))
        .tier(constant(Tier.class, file.text("tier", "api-key")))
        .auth(auth(file.block("auth")))
        .baseUrls(file.texts("baseUrls"))
        .endpoints(file.blocks("endpoints").map(DescriptorReader::endpoint).toList())
        .headers(headers(file.block("headers")))
        .models(file.blocks("models").map(DescriptorReader::model).toList())
        .keyCheck(keyCheck(file.block("keyCheck")))
        .quirks(quirks(file.block("quirks")))
        .accountFields(
            new ConfigSchema(file.blocks("accountFields").map(AccountFields::read).toList()))
        .links(links(file.block("links")))
        .localServer(localServer(file.block("localServer")))
        .deprecated(file.text("deprecated"))
        .build();
  }

  private static AuthScheme auth(Node.Block auth) {
    AuthScheme.Type type = constant(AuthScheme.Type.class, auth.text("type", "api-key"));
    String query = auth.text("query");
    if (type == AuthScheme.Type.NONE) {
      return AuthScheme.NONE;
    }
    if (query != null && auth.text("header") == null) {
      return new AuthScheme(type, null, "", query);
    }
    String header = auth.text("header", "Authorization");
    String usual = header.equalsIgnoreCase("Authorization") ? "Bearer " : "";
    return new AuthScheme(type, header, auth.text("prefix", usual), query);
  }

  private static Endpoint endpoint(Node.Block endpoint) {
    return new Endpoint(
        constant(Endpoint.Kind.class, endpoint.text("kind", "chat")),
        endpoint.text("format", ""),
        endpoint.text("path", ""),
        endpoint.text("streamPath"));
  }

  private static Headers headers(Node.Block block) {
    Headers.Builder headers = Headers.builder();
    block
        .fields()
        .forEach(
            (name, value) -> {
              if (value.json() instanceof JsonString(String text)) {
                headers.add(name, text);
              }
            });
    return headers.build();
  }

  private static ModelInfo model(Node.Block model) {
    String id = model.text("id", "");
    return new ModelInfo(
        id,
        model.text("name", id),
        constant(Endpoint.Kind.class, model.text("kind", "chat")),
        model.text("format"),
        model.whole("contextWindow"),
        model.whole("maxOutputTokens"),
        model.texts("capabilities").stream()
            .map(word -> constant(ModelInfo.Capability.class, word))
            .collect(Collectors.toUnmodifiableSet()),
        price(model.block("price")),
        quirks(model.block("quirks")));
  }

  private static @Nullable Price price(Node.Block price) {
    BigDecimal input = price.number("input");
    BigDecimal output = price.number("output");
    return input == null || output == null
        ? null
        : new Price(
            input,
            output,
            price.number("cacheRead"),
            price.number("cacheWrite"),
            price.number("reasoning"));
  }

  private static KeyCheck keyCheck(Node.Block check) {
    KeyCheck.Method method = constant(KeyCheck.Method.class, check.text("method", "get"));
    Set<Integer> statuses =
        check
            .items("invalidStatuses")
            .map(status -> Integer.valueOf(status.json().toText()))
            .collect(Collectors.toUnmodifiableSet());
    return new KeyCheck(
        method,
        method == KeyCheck.Method.GET ? check.text("path", "/models") : null,
        check.text("model"),
        statuses.isEmpty() ? INVALID_STATUSES : statuses);
  }

  private static Links links(Node.Block links) {
    return new Links(links.text("website"), links.text("keys"), links.text("documentation"));
  }

  private static @Nullable LocalServer localServer(Node.Block server) {
    String baseUrl = server.text("baseUrl");
    return baseUrl == null ? null : new LocalServer(baseUrl, server.text("probePath", "/"));
  }

  private static Quirks quirks(Node.Block block) {
    return block.fields().isEmpty() ? Quirks.NONE : new Quirks((JsonObject) block.json());
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Read when the first descriptor is. */
  private static final class Schema {
    static final SchemaCheck CHECK = new SchemaCheck(schema());
  }
}
