package io.omniroute.dashboard.setup;

import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonObject;
import io.omniroute.platform.management.Actor;
import io.omniroute.platform.management.KeyService;
import io.omniroute.platform.management.Services;
import io.omniroute.platform.web.WebRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks over HTTP at the gateway's own address, exactly as a tool does, so that an answer proves the
 * whole way. Where keys are asked for, one is made for the question and revoked behind it.
 */
public final class LoopbackTrials implements Trials {

  private static final Duration LONGEST = Duration.ofSeconds(90);
  private static final String DATA = "data:";

  private final Services services;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /** Asks with keys of these services. */
  public LoopbackTrials(Services services) {
    this.services = services;
  }

  @Override
  public Trial ask(WebRequest request, String model, String question) {
    if (!services.settings().current().requireApiKey()) {
      return ask(address(request), null, model, question);
    }
    Actor actor = Actor.of(request);
    KeyService.IssuedKey key = services.keys().create("dashboard test", List.of(), null, actor);
    try {
      return ask(address(request), key.secret(), model, question);
    } finally {
      services.keys().delete(key.view().id(), actor);
    }
  }

  private static URI address(WebRequest request) {
    String host = request.header("Host").orElse("localhost");
    return URI.create((request.secure() ? "https://" : "http://") + host + "/v1/chat/completions");
  }

  private Trial ask(URI address, @Nullable String key, String model, String question) {
    JsonObject message = JsonObject.builder().put("role", "user").put("content", question).build();
    JsonObject body =
        JsonObject.builder()
            .put("model", model)
            .put("stream", true)
            .put("messages", (Json) JsonArray.of(message))
            .build();
    HttpRequest.Builder call =
        HttpRequest.newBuilder(address)
            .timeout(LONGEST)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toBytes()));
    if (key != null) {
      call.header("Authorization", "Bearer " + key);
    }
    Answer answer = new Answer();
    try {
      HttpResponse<Stream<String>> response =
          client.send(call.build(), HttpResponse.BodyHandlers.ofLines());
      try (Stream<String> lines = response.body()) {
        lines.forEach(response.statusCode() == 200 ? answer::event : answer::failure);
      }
      return answer.end();
    } catch (IOException e) {
      return answer.broken(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return answer.broken("interrupted");
    }
  }

  /** Collects one answer and its times. */
  private static final class Answer {

    private final long start = System.nanoTime();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder failure = new StringBuilder();
    private long first;

    /** A line of the event stream. */
    void event(String line) {
      if (!line.startsWith(DATA) || line.endsWith("[DONE]")) {
        return;
      }
      if (!(Json.parse(line.substring(DATA.length()).strip()) instanceof JsonObject event)) {
        return;
      }
      JsonObject error = event.object("error");
      if (error != null) {
        failure.append(error.text("message", "error"));
      }
      JsonArray choices = event.array("choices");
      if (choices != null) {
        choices.objects().forEach(this::choice);
      }
    }

    private void choice(JsonObject choice) {
      JsonObject delta = choice.object("delta");
      String piece = delta == null ? "" : delta.text("content", "");
      if (!piece.isEmpty() && text.isEmpty()) {
        first = millis();
      }
      text.append(piece);
    }

    /** A line of an answer that is no stream. */
    void failure(String line) {
      failure.append(line);
    }

    Trial end() {
      if (failure.isEmpty() && !text.isEmpty()) {
        return new Trial(true, text.toString(), first, millis());
      }
      return new Trial(false, message(failure.toString()), 0, millis());
    }

    Trial broken(@Nullable String why) {
      return new Trial(false, why == null ? "connection lost" : why, 0, millis());
    }

    private static String message(String failure) {
      if (failure.startsWith("{") && Json.parse(failure) instanceof JsonObject body) {
        JsonObject error = body.object("error");
        return error == null ? failure : error.text("message", failure);
      }
      return failure.isEmpty() ? "empty answer" : failure;
    }

    private long millis() {
      return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
  }
}
