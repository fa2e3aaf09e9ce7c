package io.omniroute.dist.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two accounts of a provider: what the second one saves, and what nobody can save. */
class FallbackIT {

  private static final String ANSWER =
      "{\"id\":\"c\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{"
          + "\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"saved\"},"
          + "\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1,"
          + "\"total_tokens\":2}}";

  @TempDir private static Path folder;

  private static Product product;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    product = Product.start(folder);
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @Test
  void limitOfTheFirstAccountIsServedByTheSecond() throws Exception {
    try (RawUpstream upstream =
        byKey(
            first -> first.json(429, "{\"error\":{\"message\":\"slow down\"}}"),
            second -> second.json(200, ANSWER))) {
      provider("limited", upstream);

      HttpResponse<String> answer = product.ask("limited/m", false);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("saved");
      assertThat(upstream.heads()).hasSize(2);
    }
  }

  @Test
  void connectionThatDiesBeforeTheFirstWordIsServedByTheSecond() throws Exception {
    try (RawUpstream upstream =
        byKey(
            first -> {
              first.beginStream();
              first.chunk(Streams.open());
            },
            second -> stream(second, "saved"))) {
      provider("dying", upstream);

      HttpResponse<String> answer = product.ask("dying/m", true);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("saved").endsWith("data: [DONE]\n\n");
      assertThat(upstream.heads()).hasSize(2);
    }
  }

  @Test
  void streamThatDiesAfterTheFirstWordEndsWithAnError() throws Exception {
    try (RawUpstream upstream =
        byKey(
            first -> {
              first.beginStream();
              first.chunk(Streams.open("half an ans"));
            },
            second -> stream(second, "never asked"))) {
      provider("cut", upstream);

      HttpResponse<String> answer = product.ask("cut/m", true);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("half an ans").contains("\"error\"");
      assertThat(answer.body()).doesNotContain("\"finish_reason\":\"stop\"");
      assertThat(answer.body().split("\\[DONE]", -1)).hasSize(2);
      assertThat(upstream.heads()).hasSize(1);
    }
  }

  @Test
  void faultOfTheRequestIsNotSentAgain() throws Exception {
    try (RawUpstream upstream =
        byKey(
            first -> first.json(400, "{\"error\":{\"message\":\"temperature is too high\"}}"),
            second -> second.json(200, ANSWER))) {
      provider("strict", upstream);

      HttpResponse<String> answer = product.ask("strict/m", false);

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("[400]: temperature is too high");
      assertThat(upstream.heads()).hasSize(1);
    }
  }

  @Test
  void everythingThatWasTriedStandsInTheLog() throws Exception {
    try (RawUpstream upstream =
        byKey(
            first -> first.json(503, "busy"),
            second -> second.json(503, "{\"error\":{\"message\":\"still busy\"}}"))) {
      provider("down", upstream);

      HttpResponse<String> answer = product.ask("down/m", false);

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("still busy").doesNotContain("key-one", "key-two");
    }
  }

  @Test
  void clientThatGoesAwayCancelsAnUpstreamThatIsSilent() throws Exception {
    try (RawUpstream upstream = new RawUpstream(RawUpstream.Peer::awaitEnd)) {
      provider("silent", upstream);

      Thread client =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      product.ask("silent/m", true);
                    } catch (IOException | InterruptedException expected) {
                      Thread.currentThread().interrupt();
                    }
                  });
      assertThat(upstream.askedWithin(10)).isTrue();
      client.interrupt();

      assertThat(upstream.clientGoneWithin(5)).isTrue();
    }
  }

  private static void stream(RawUpstream.Peer peer, String... words) throws IOException {
    peer.beginStream();
    peer.chunk(Streams.of(words));
    peer.endStream();
  }

  private static void provider(String id, RawUpstream upstream)
      throws IOException, InterruptedException {
    product.drop(id, upstream.baseUrl());
    product.awaitProvider(id);
    product.account(id, "one", "key-one", 1);
    product.account(id, "two", "key-two", 2);
  }

  /** Plays one script for the first account's key and another for the second's. */
  private static RawUpstream byKey(RawUpstream.Script first, RawUpstream.Script second)
      throws IOException {
    RawUpstream[] self = new RawUpstream[1];
    self[0] =
        new RawUpstream(
            peer -> {
              boolean secondKey = self[0].heads().getLast().contains("key-two");
              (secondKey ? second : first).play(peer);
            });
    return self[0];
  }
}
