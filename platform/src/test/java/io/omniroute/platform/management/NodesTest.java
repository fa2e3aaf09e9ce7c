package io.omniroute.platform.management;

import static io.omniroute.platform.management.TestGateway.PERSON;
import static io.omniroute.platform.management.TestGateway.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.omniroute.api.GatewayException;
import io.omniroute.api.provider.Endpoint;
import io.omniroute.api.provider.ProviderDescriptor;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodesTest {

  private static final String URL = "http://localhost:9/v1";

  @TempDir Path folder;
  private TestGateway gateway;
  private ProviderNodeService nodes;

  @BeforeEach
  void open() {
    gateway = TestGateway.in(folder, Map.of());
    nodes = gateway.services().nodes();
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @ParameterizedTest
  @CsvSource({
    "openai-compatible, chat, openai-chat, /chat/completions, openai-compatible-chat-",
    "openai-compatible, responses, openai-responses, /responses, openai-compatible-responses-",
    "openai-compatible, , openai-chat, /chat/completions, openai-compatible-chat-",
    "anthropic-compatible, , anthropic, /messages, anthropic-compatible-",
  })
  void aNodeIsAProvider(String type, String apiType, String format, String path, String idStart) {
    NodeView node = nodes.create(new NodeDraft(type, "Mine", "mine", apiType, URL), PERSON);

    assertThat(node.id()).startsWith(idStart);
    ProviderDescriptor provider = nodes.descriptors().getFirst();
    assertThat(provider.id()).isEqualTo(node.id());
    assertThat(provider.aliases()).containsExactly("mine");
    assertThat(provider.baseUrls()).containsExactly(URL);
    Endpoint chat = provider.endpoint(Endpoint.Kind.CHAT, null).orElseThrow();
    assertThat(chat.format()).isEqualTo(format);
    assertThat(chat.path()).isEqualTo(path);
  }

  @Test
  void everyFaultIsNamed() {
    NodeDraft draft = new NodeDraft("own-invention", " ", "Not A Prefix", null, "nonsense");

    assertThat(
            TestGateway.faults(
                catchThrowableOfType(InvalidInput.class, () -> nodes.create(draft, PERSON))))
        .containsExactly(
            "type must be one of openai-compatible, anthropic-compatible",
            "name must have 1 to 100 characters",
            "prefix must be lower-case letters, digits and hyphens",
            "baseUrl must begin with http:// or https://");
  }

  @Test
  void aPrefixIsTakenOnceOnly() {
    NodeView node = node("mine");

    assertThatThrownBy(() -> node("mine")).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> node("ac")).isInstanceOf(InvalidInput.class);
    assertThat(
            nodes.update(node.id(), new NodeDraft("", "Renamed", "mine", null, URL), PERSON).name())
        .isEqualTo("Renamed");
  }

  @Test
  void aChangedNodeIsAChangedProvider() {
    NodeView node = node("mine");

    nodes.update(
        node.id(), new NodeDraft("", "Mine", "other", "responses", URL + "/models"), PERSON);

    ProviderDescriptor provider = nodes.descriptors().getFirst();
    assertThat(provider.aliases()).containsExactly("other");
    assertThat(provider.baseUrls()).containsExactly(URL);
    assertThat(provider.endpoints().getFirst().format()).isEqualTo("openai-responses");
  }

  @Test
  void aProgramMayNotMoveTheAddress() {
    NodeView node = node("mine");
    NodeDraft moved = new NodeDraft("", "Mine", "mine", null, "http://localhost:10");

    assertThatThrownBy(() -> nodes.update(node.id(), moved, PROGRAM))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("session");
  }

  @Test
  void aNodeGoesWithItsAccounts() {
    NodeView node = node("mine");
    gateway.services().providers().create(AccountDraft.of("mine", null, "the-key"), PERSON);
    assertThat(nodes.nodes().getFirst().accounts()).isEqualTo(1);

    nodes.delete(node.id(), PERSON);

    assertThat(nodes.nodes()).isEmpty();
    assertThat(nodes.descriptors()).isEmpty();
    assertThat(gateway.services().providers().accounts()).isEmpty();
    assertThatThrownBy(() -> nodes.delete(node.id(), PERSON)).isInstanceOf(GatewayException.class);
  }

  private NodeView node(String prefix) {
    return nodes.create(new NodeDraft("openai-compatible", "Mine", prefix, "chat", URL), PERSON);
  }
}
