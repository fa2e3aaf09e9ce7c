package io.omniroute.dist.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Input that is wrong in every way: the right status, an error a client can read, a host alive. */
class BadInputIT {

  private static final String CHAT = "/v1/chat/completions";

  @TempDir private static Path folder;

  private static Product product;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    product = Product.start(folder);
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @AfterEach
  void hostIsAlive() throws IOException, InterruptedException {
    assertThat(product.ask("demo/echo", false).statusCode()).isEqualTo(200);
    client.close();
  }

  static Stream<Arguments> bodies() {
    String messages = "\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]";
    return Stream.of(
        Arguments.of("", 400, "Invalid JSON body"),
        Arguments.of("{\"model\":", 400, "Invalid JSON body"),
        Arguments.of("[]", 400, "Invalid JSON body"),
        Arguments.of("{} {}", 400, "Invalid JSON body"),
        Arguments.of("{" + messages + "}", 400, "Missing model"),
        Arguments.of("{\"model\":null," + messages + "}", 400, "Missing model"),
        Arguments.of("{\"model\":7," + messages + "}", 400, "model"),
        Arguments.of("{\"model\":\"\"," + messages + "}", 400, "model"),
        Arguments.of(
            "{\"model\":\"demo/echo\",\"stream\":\"yes\"," + messages + "}", 400, "stream"),
        Arguments.of("{\"model\":\"demo/echo\",\"messages\":\"hello\"}", 400, "messages"),
        Arguments.of("{\"model\":\"demo/echo\",\"messages\":[7]}", 400, "messages"),
        Arguments.of("{\"model\":\"demo/echo\"}", 400, "messages"),
        Arguments.of("{\"model\":\"a/../b\"," + messages + "}", 400, "Invalid model format"),
        Arguments.of("{\"model\":\"nobody/x\"," + messages + "}", 404, "Unknown model"),
        Arguments.of("{\"model\":\"groq/x\"," + messages + "}", 400, "No credentials"),
        Arguments.of(
            "{\"model\":\"demo/echo\",\"x\":" + "[".repeat(100_000) + "}",
            400,
            "Invalid JSON body"));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void wrongBodiesAreRefusedInTheClientsOwnShape(String body, int status, String message)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = post(CHAT, BodyPublishers.ofString(body));

    assertThat(answer.statusCode()).isEqualTo(status);
    JsonObject error = error(answer);
    assertThat(error.text("message", "")).contains(message);
    assertThat(error.text("type", "")).isEqualTo("invalid_request_error");
    assertThat(answer.body()).doesNotContain("Exception", "\tat ");
    assertThat(answer.headers().firstValue("x-request-id")).isPresent();
  }

  @Test
  void invalidUtf8IsRefused() throws IOException, InterruptedException {
    byte[] body = "{\"model\":\"demo/echo\",\"x\":\"??\"}".getBytes(StandardCharsets.ISO_8859_1);
    body[body.length - 4] = (byte) 0xC3;
    body[body.length - 3] = (byte) 0x28;

    HttpResponse<String> answer = post(CHAT, BodyPublishers.ofByteArray(body));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(error(answer).text("message", "")).contains("JSON");
  }

  @Test
  void bodyOfAHundredMegabytesIsRefusedBeforeItIsRead() throws IOException {
    try (Socket socket = connect()) {
      send(
          socket,
          head("POST /v1/chat/completions HTTP/1.1", "Host: localhost", "Content-Length: 104857600")
              + "{");

      assertThat(readAll(socket)).startsWith("HTTP/1.1 413").contains("PAYLOAD_TOO_LARGE");
    }
  }

  @Test
  void chunkedBodyWithoutEndIsCutAtTheLimit() throws IOException {
    try (Socket socket = connect()) {
      send(
          socket,
          head(
              "POST /v1/chat/completions HTTP/1.1",
              "Host: localhost",
              "Transfer-Encoding: chunked"));
      String chunk = "10000\r\n" + "a".repeat(0x10000) + "\r\n";
      boolean refused = false;
      for (int i = 0; i < 1000 && !refused; i++) {
        try {
          send(socket, chunk);
          refused = socket.getInputStream().available() > 0;
        } catch (IOException closed) {
          refused = true;
        }
      }
      assertThat(refused).isTrue();
    }
  }

  @Test
  void headerBombIsRefused() throws IOException {
    try (Socket socket = connect()) {
      StringBuilder head = new StringBuilder("GET /v1/models HTTP/1.1\r\nHost: localhost\r\n");
      for (int i = 0; i < 5000; i++) {
        head.append("X-Bomb-").append(i).append(": ").append("y".repeat(50)).append("\r\n");
      }
      String answer;
      try {
        send(socket, head + "\r\n");
        answer = readAll(socket);
      } catch (IOException closed) {
        answer = "";
      }
      assertThat(answer).doesNotStartWith("HTTP/1.1 200");
    }
  }

  @Test
  void unknownPathsAndMethodsSayWhatThereIs() throws IOException, InterruptedException {
    HttpResponse<String> missing = product.send("GET", "/v1/nothing", "");
    HttpResponse<String> method = product.send("GET", CHAT, "");

    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(error(missing).text("message", "")).contains("/v1/nothing");
    assertThat(method.statusCode()).isEqualTo(405);
    assertThat(method.headers().firstValue("allow")).contains("POST");
  }

  @Test
  void offeredUpgradeIsHarmless() throws IOException, InterruptedException {
    HttpClient upgrading = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    HttpResponse<String> answer =
        upgrading.send(
            HttpRequest.newBuilder(product.uri(CHAT))
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(
                    BodyPublishers.ofString(
                        "{\"model\":\"demo/echo\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}"))
                .build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains("application/json");
    upgrading.close();
  }

  @Test
  void everySpellingOfThePathIsUnderstood() throws IOException, InterruptedException {
    for (String path : new String[] {"/chat/completions", "/v1/v1/chat/completions", CHAT + "/"}) {
      HttpResponse<String> answer =
          post(
              path,
              BodyPublishers.ofString(
                  "{\"model\":\"demo/echo\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}"));
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void foreignPagesCannotUseTheOpenMode() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(product.uri(CHAT))
                .header("Content-Type", "text/plain")
                .header("Origin", "https://evil.example")
                .POST(BodyPublishers.ofString("{\"model\":\"demo/echo\",\"messages\":[]}"))
                .build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  private static Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), product.gateway().port());
  }

  private static String head(String... lines) {
    return String.join("\r\n", lines) + "\r\n\r\n";
  }

  private HttpResponse<String> post(String path, HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(product.uri(path))
            .header("Content-Type", "application/json")
            .POST(body)
            .build(),
        BodyHandlers.ofString());
  }

  private static JsonObject error(HttpResponse<String> answer) {
    JsonObject error = ((JsonObject) Json.parse(answer.body())).object("error");
    assertThat(error).as(answer.body()).isNotNull();
    return error;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private static String readAll(Socket socket) throws IOException {
    socket.setSoTimeout(10_000);
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
