package io.omniroute.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.http.Headers;
import io.omniroute.api.http.HttpAnswer;
import io.omniroute.api.http.HttpCall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboundClientTest {

  private static final OutboundLimits LIMITS =
      new OutboundLimits(Duration.ofSeconds(2), Duration.ofMillis(700), 1000);

  private final OutboundClient client = new OutboundClient(LIMITS);
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    server.close();
  }

  @Test
  void anAnswerComesWhole() {
    answer("HTTP/1.1 418 Teapot\r\nX-A: b\r\nContent-Length: 2\r\n\r\nhi");

    HttpAnswer answer = client.exchange(call(Headers.NONE));

    assertThat(answer.status()).isEqualTo(418);
    assertThat(answer.text()).isEqualTo("hi");
    assertThat(answer.headers().get("x-a")).isEqualTo("b");
  }

  @Test
  void aRedirectIsNotFollowed() {
    answer("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n");

    assertThat(client.exchange(call(Headers.NONE)).status()).isEqualTo(302);
  }

  @Test
  void aSilentServerIsGivenUp() {
    answer("");

    assertRefused(ErrorCode.UPSTREAM_TIMEOUT);
  }

  @Test
  void aBodyThatNeverEndsIsGivenUp() {
    answer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");

    assertRefused(ErrorCode.UPSTREAM_TIMEOUT);
  }

  @Test
  void aBodyThatIsTooLongIsGivenUp() {
    answer("HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n" + "x".repeat(2000));

    assertRefused(ErrorCode.UPSTREAM_ERROR);
  }

  @Test
  void nobodyThereIsUnreachable() throws IOException {
    server.close();

    assertRefused(ErrorCode.UPSTREAM_UNREACHABLE);
  }

  @Test
  void messagesNameNoQueryAndNoKey() throws IOException {
    server.close();
    HttpCall call =
        HttpCall.get(
            URI.create(address() + "/x?key=the-key"), Headers.of("Authorization", "the-key"));

    assertThatThrownBy(() -> client.exchange(call))
        .isInstanceOf(GatewayException.class)
        .satisfies(failure -> assertThat(failure.toString()).doesNotContain("the-key"));
  }

  @Test
  void aKeyThatNoHeaderCanCarryIsNotQuoted() {
    assertThatThrownBy(
            () -> client.exchange(call(Headers.of("Authorization", "the-key-\u00e9\u0001"))))
        .isInstanceOfSatisfying(
            GatewayException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
              assertThat(refused.reason()).doesNotContain("the-key");
              assertThat(refused.getCause()).isNull();
            });
  }

  @Test
  void secretsAreMaskedInOtherPeoplesWords() {
    assertThat(Masking.of("key abcd-secret is wrong", List.of("abcd-secret")))
        .isEqualTo("key [redacted] is wrong");
    assertThat(Masking.of("got Bearer abcdefghijklmnop", List.of())).isEqualTo("got [redacted]");
    assertThat(Masking.of("Incorrect sk-abc***********xyz", List.of()))
        .isEqualTo("Incorrect [redacted]");
    assertThat(Masking.of("x".repeat(1000), List.of())).hasSize(301);
    assertThat(Masking.of("the model is unknown", List.of("e"))).isEqualTo("the model is unknown");
  }

  private void assertRefused(ErrorCode code) {
    assertThatThrownBy(() -> client.exchange(call(Headers.NONE)))
        .isInstanceOfSatisfying(
            GatewayException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private HttpCall call(Headers headers) {
    return HttpCall.get(URI.create(address()), headers);
  }

  private String address() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /** Sends the text to the first client and holds the line until the test closes it. */
  private void answer(String text) {
    Thread.ofVirtual()
        .start(
            () -> {
              try (Socket socket = server.accept()) {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
                while (socket.getInputStream().read() >= 0) {
                  // What is asked does not matter.
                }
              } catch (IOException closed) {
                // The test is over.
              }
            });
  }
}
