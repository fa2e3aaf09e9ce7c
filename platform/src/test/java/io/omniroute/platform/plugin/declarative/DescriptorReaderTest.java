package io.omniroute.platform.plugin.declarative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.omniroute.api.config.ConfigField;
import io.omniroute.api.provider.AuthScheme;
import io.omniroute.api.provider.Endpoint;
import io.omniroute.api.provider.KeyCheck;
import io.omniroute.api.provider.ModelInfo;
import io.omniroute.api.provider.ProviderDescriptor;
import io.omniroute.api.provider.Tier;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DescriptorReaderTest {

  static final String SMALL =
      """
      apiVersion: 1
      id: acme
      name: Acme
      baseUrls: [https://api.acme.example/v1]
      endpoints:
        - kind: chat
          format: openai-chat
          path: /chat/completions
      """;

  @Test
  void aSmallFileHasTheUsualDefaults() throws DescriptorException {
    ProviderDescriptor acme = read(SMALL).descriptor();

    assertThat(acme)
        .isEqualTo(
            ProviderDescriptor.builder("acme", "Acme")
                .baseUrls(List.of("https://api.acme.example/v1"))
                .endpoints(List.of(Endpoint.chat("openai-chat", "/chat/completions")))
                .build());
  }

  @Test
  void everythingADescriptorHasCanBeSaid() throws Exception {
    ProviderFile file = ProviderFile.read("full.yaml", Examples.resource("full.provider.yaml"));
    ProviderDescriptor full = file.descriptor();

    assertThat(file.version()).isEqualTo("1.2.0");
    assertThat(file.author()).isEqualTo("Acme");
    assertThat(full.aliases()).containsExactly("ac", "acme-cloud");
    assertThat(full.description()).isEqualTo("Says what is asked.");
    assertThat(full.tier()).isEqualTo(Tier.CHEAP);
    assertThat(full.auth())
        .isEqualTo(new AuthScheme(AuthScheme.Type.SERVICE_ACCOUNT, "X-Acme-Key", "Key ", "key"));
    assertThat(full.baseUrls()).hasSize(2);
    assertThat(full.endpoints().getFirst())
        .isEqualTo(
            new Endpoint(Endpoint.Kind.CHAT, "acme-chat", "/m/{model}:ask", "/m/{model}:flow"));
    assertThat(full.endpoints().get(1).kind()).isEqualTo(Endpoint.Kind.COUNT_TOKENS);
    assertThat(full.headers().get("X-Title")).isEqualTo("OmniRoute");
    assertThat(full.keyCheck())
        .isEqualTo(new KeyCheck(KeyCheck.Method.PROBE, null, "acme-1", Set.of(400, 401)));
    assertThat(full.quirks().flag("developerRole", false)).isTrue();
    assertThat(full.quirks().list("unsupportedParameters")).containsExactly("n", "stop");
    assertThat(full.links().keys()).isEqualTo("https://acme.example/keys");
    assertThat(full.localServer()).isNotNull();
    assertThat(full.deprecated()).isEqualTo("ends in May");
    assertModel(full.models().getFirst());
    assertThat(full.accountFields().fields())
        .hasExactlyElementsOfTypes(
            ConfigField.Text.class,
            ConfigField.Secret.class,
            ConfigField.Number.class,
            ConfigField.Choice.class,
            ConfigField.Flag.class,
            ConfigField.Time.class,
            ConfigField.TextList.class);
  }

  private static void assertModel(ModelInfo model) {
    assertThat(model.name()).isEqualTo("Acme One");
    assertThat(model.kind()).isEqualTo(Endpoint.Kind.CHAT);
    assertThat(model.format()).isEqualTo("acme-chat");
    assertThat(model.contextWindow()).isEqualTo(1_000_000);
    assertThat(model.maxOutputTokens()).isEqualTo(8192);
    assertThat(model.capabilities())
        .containsExactlyInAnyOrder(
            ModelInfo.Capability.VISION, ModelInfo.Capability.STRUCTURED_OUTPUT);
    assertThat(model.price()).isNotNull();
    assertThat(model.price().cacheRead()).isEqualTo(new BigDecimal("0.025"));
    assertThat(model.quirks().text("maxTokensField")).contains("max_tokens");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          id: acme            | id: Acme            | acme.yaml:2: id must be lower-case letters, digits and hyphens, at most 64
          id: acme            | id: 12              | acme.yaml:2: id must be text, not a number
          id: acme            | idd: acme           | acme.yaml:1: id is missing (and one more problem)
          name: Acme          | nam: Acme           | acme.yaml:1: name is missing (and one more problem)
          apiVersion: 1       | apiVersion: 2       | acme.yaml:1: apiVersion must be 1
          /v1]                | /v1/]               | acme.yaml:4: baseUrls[0] must be an http or https address without a slash at its end, without user, query or fragment
          https://            | https://me:pw@      | acme.yaml:4: baseUrls[0] must be an http or https address without a slash at its end, without user, query or fragment
          kind: chat          | kind: chats         | acme.yaml:6: endpoints[0].kind must be one of chat, count-tokens, models, embeddings, images, transcription, speech, moderation, rerank
          path: /chat         | path: chat          | acme.yaml:8: endpoints[0].path must be a path that begins with a slash
          format: openai-chat | streamPath: /s      | acme.yaml:6: endpoints[0].format is missing: chat has many formats
          kind: chat          | knd: chat           | acme.yaml:6: endpoints[0].kind is missing (and one more problem)
          name: Acme          | name: [Acme         | acme.yaml:4: is no valid YAML: expected ',' or ']', but got :
          name: Acme          | name: &x Acme       | acme.yaml:3: anchors (&name) are not allowed here
          name: Acme          | id: Acme            | acme.yaml:3: the key 'id' stands twice
          name: Acme          | name: !!binary Acme | acme.yaml:3: tags (tag:yaml.org,2002:binary) are not allowed here
          """)
  void aProblemNamesFileLineAndKey(String good, String bad, String message) {
    assertThatExceptionOfType(DescriptorException.class)
        .isThrownBy(() -> read(SMALL.replace(good, bad)))
        .withMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          models: [{id: a}, {id: a}]                                | models[1].id stands twice
          models: [{id: a, kind: speech}]                           | models[0].kind is speech, but no endpoint is of it
          models: [{id: a, format: acme-chat}]                         | models[0].format has no chat endpoint
          models: [{id: a, contextWindow: 0}]                       | models[0].contextWindow must be at least 1
          models: [{id: a, contextWindow: 1.5}]                     | models[0].contextWindow must be a whole number, not a number
          models: [{id: a, price: {input: 1}}]                      | models[0].price.output is missing
          models: [{id: a, price: {input: free, output: 1}}]        | models[0].price.input must be a number, not text
          models: [{id: a, price: {input: .inf, output: 1}}]        | '.inf' is no number
          models: [{id: a, capabilities: [tools, tools]}]           | models[0].capabilities[1] stands twice
          headers: {"X Y": z}                                       | headers.X Y is no header field of one line
          accountFields: [{name: a, type: choice, label: A}]        | accountFields[0].options is missing: a choice needs its words
          accountFields: [{name: A, type: text, label: A}]          | accountFields[0].name must be a camel-case identifier
          accountFields: [{name: a, type: text, label: A, pattern: "("}] | accountFields[0].pattern is no regular expression
          accountFields: [{name: a, type: number, label: A, default: x}] | accountFields[0].default must be a number
          accountFields: [{name: a, type: secret, label: A, default: x}] | accountFields[0].default is not allowed: a secret has no default
          deprecated: ""                                            | deprecated must not be empty
          tier: gold                                                | tier must be one of subscription, api-key, cheap, free
          """)
  void whatDoesNotBelongTogetherIsRefused(String line, String problem) {
    assertThatExceptionOfType(DescriptorException.class)
        .isThrownBy(() -> read(SMALL + line + "\n"))
        .satisfies(e -> assertThat(e.problems()).contains("acme.yaml:9: " + problem));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "headers: { Authorization: abc }",
        "headers: { x-API-key: abc }",
        "headers: { X-Custom: Bearer abcdefghijklmnop }",
        "quirks: { note: sk-abcdefghijklmnopqrstuvwx }",
        "description: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc",
        "links: { website: \"https://acme.example/?api_key=abcdef\" }"
      })
  void aSecretIsRefusedAndNotRepeated(String line) {
    assertThatExceptionOfType(DescriptorException.class)
        .isThrownBy(() -> read(SMALL + line + "\n"))
        .satisfies(
            e ->
                assertThat(e.getMessage())
                    .startsWith("acme.yaml:9: ")
                    .contains("credential", "a descriptor holds no secrets")
                    .doesNotContain("abc"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "# only a comment\n", "- a\n- b\n", "just text\n", "a: 1\n---\nb: 2\n"})
  void whatIsNoBlockOfKeysIsRefused(String text) {
    assertThatExceptionOfType(DescriptorException.class).isThrownBy(() -> read(text));
  }

  @Test
  void textThatIsNotUtf8IsRefused() {
    assertThatExceptionOfType(DescriptorException.class)
        .isThrownBy(() -> ProviderFile.read("acme.yaml", new byte[] {'a', (byte) 0xff}))
        .withMessage("acme.yaml:1: the file is not UTF-8 text");
  }

  @Test
  void wordsThatOldYamlTookForFlagsAreText() throws DescriptorException {
    assertThat(read(SMALL.replace("name: Acme", "name: no")).descriptor().name()).isEqualTo("no");
  }

  @Test
  void aKeyInTheQueryNeedsNoHeader() throws DescriptorException {
    assertThat(read(SMALL + "auth: { query: key }\n").descriptor().auth())
        .isEqualTo(new AuthScheme(AuthScheme.Type.API_KEY, null, "", "key"));
    assertThat(read(SMALL + "auth: { header: x-api-key }\n").descriptor().auth())
        .isEqualTo(AuthScheme.header("x-api-key"));
    assertThat(read(SMALL + "auth: { type: none }\n").descriptor().auth())
        .isEqualTo(AuthScheme.NONE);
  }

  private static ProviderFile read(String yaml) throws DescriptorException {
    return ProviderFile.read("acme.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }
}
