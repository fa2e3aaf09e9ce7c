package io.omniroute.platform.plugin.declarative;

import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.api.json.JsonObject;
import io.omniroute.api.provider.Endpoint;
import io.omniroute.api.provider.ProviderDescriptor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is shipped and what the documentation shows can be loaded. */
final class ExamplesTest {

  static Stream<Path> shipped() {
    return Examples.shipped().stream();
  }

  static Stream<String> documented() {
    return Examples.documented().stream();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void shippedDescriptorsAreGood(Path file) throws Exception {
    ProviderDescriptor provider = read(file);

    assertThat(file.toString()).contains("/providers/" + provider.id() + "/");
    assertThat(provider.description()).isNotEmpty();
    assertThat(provider.endpoint(Endpoint.Kind.CHAT, null)).isPresent();
    assertThat(provider.endpoint(Endpoint.Kind.MODELS, null)).isPresent();
    assertThat(provider.links().website()).isNotNull();
  }

  @Test
  void shippedProvidersHaveNamesOfTheirOwn() throws Exception {
    Set<String> names = new HashSet<>();
    List<Path> files = Examples.shipped();
    assertThat(files).hasSizeGreaterThanOrEqualTo(6);
    for (Path file : files) {
      ProviderDescriptor provider = read(file);
      assertThat(names.add(provider.id())).as(provider.id()).isTrue();
      provider.aliases().forEach(alias -> assertThat(names.add(alias)).as(alias).isTrue());
    }
  }

  @ParameterizedTest
  @MethodSource("documented")
  void documentedDescriptorsAreGood(String yaml) throws Exception {
    assertThat(ProviderFile.read("guide.md", yaml.getBytes(StandardCharsets.UTF_8))).isNotNull();
  }

  @Test
  void theGuideExplainsEveryKey() throws IOException {
    String guide = Files.readString(Path.of("../docs/plugins/write-a-plugin-in-yaml.md"));
    JsonObject schema = DescriptorReader.schema();
    Set<String> keys = new HashSet<>();
    collect(schema, keys);
    JsonObject definitions = schema.object("$defs");
    assertThat(definitions).isNotNull();
    definitions.fields().values().forEach(it -> collect((JsonObject) it, keys));

    assertThat(keys)
        .hasSizeGreaterThan(40)
        .allSatisfy(key -> assertThat(guide).contains("`" + key));
  }

  private static void collect(JsonObject schema, Set<String> keys) {
    JsonObject properties = schema.object("properties");
    if (properties != null) {
      keys.addAll(properties.fields().keySet());
      properties.fields().values().forEach(it -> collect((JsonObject) it, keys));
    }
  }

  private static ProviderDescriptor read(Path file) throws Exception {
    return ProviderFile.read(file.toString(), Files.readAllBytes(file)).descriptor();
  }
}
