package io.omniroute.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScriptedUpstreamTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final ScriptedUpstream upstream = ScriptedUpstream.start();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @AfterEach
  void close() {
    client.close();
    upstream.close();
  }

  @Test
  void queuedRepliesComeFirstAndThenTheScript() throws Exception {
    upstream.answering(request -> ScriptedReply.json(200, "\"" + request.target() + "\""));
    upstream.enqueue(ScriptedReply.json(429, "{}").with("Retry-After", "7"));

    HttpResponse<String> first = post("/v1/a", "hello");
    assertEquals(429, first.statusCode());
    assertEquals("7", first.headers().firstValue("retry-after").orElse(""));
    assertEquals("\"/v1/b?x=1\"", post("/v1/b?x=1", "again").body());

    ScriptedRequest seen = upstream.takeRequest(SOON);
    assertEquals("POST", seen.method());
    assertEquals("hello", seen.text());
    assertEquals(1, upstream.requestsLeft());
  }

  @Test
  void streamsArriveByteByByteAndWaitForTheTest() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    upstream.enqueue(ScriptedReply.stream().dribble("data: é\n\n").await(gate).send("data: 2\n\n"));

    HttpResponse<InputStream> response =
        client.send(request("/"), HttpResponse.BodyHandlers.ofInputStream());
    byte[] first =
        response.body().readNBytes("data: é\n\n".getBytes(StandardCharsets.UTF_8).length);
    assertEquals("data: é\n\n", new String(first, StandardCharsets.UTF_8));
    gate.countDown();
    assertEquals("data: 2\n\n", new String(response.body().readAllBytes(), StandardCharsets.UTF_8));
  }

  @Test
  void aCutConnectionIsAFaultForTheClient() {
    upstream.enqueue(ScriptedReply.stream().send("data: half").cut());

    assertThrows(IOException.class, () -> post("/", ""));
  }

  @Test
  void aBodyMayEndWithTheConnection() throws Exception {
    upstream.enqueue(ScriptedReply.body(200, "text/plain", "all of it").untilClose());

    assertEquals("all of it", post("/", "").body());
  }

  @Test
  void aMissingRequestIsAnAssertion() {
    assertThrows(AssertionError.class, () -> upstream.takeRequest(Duration.ofMillis(1)));
    assertTrue(upstream.baseUrl().startsWith("http://127.0.0.1:"));
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(upstream.baseUrl() + path))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create(upstream.baseUrl() + path)).build();
  }
}
