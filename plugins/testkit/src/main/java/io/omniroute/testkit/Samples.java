package io.omniroute.testkit;

import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.chat.Extras;
import io.omniroute.api.chat.MediaSource;
import io.omniroute.api.chat.Part;
import io.omniroute.api.chat.PartMeta;
import io.omniroute.api.chat.Signature;
import io.omniroute.api.chat.Tool;
import io.omniroute.api.chat.Turn;
import io.omniroute.api.http.Headers;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.translate.ClientRequest;
import io.omniroute.api.translate.ClientRoute;
import io.omniroute.api.translate.ConversationMemory;
import io.omniroute.api.translate.EncodeContext;
import io.omniroute.api.translate.Losses;
import io.omniroute.api.translate.Quirks;
import io.omniroute.api.translate.ResponseContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests and contexts for tests. */
public final class Samples {
  /** A format that nobody speaks. */
  public static final String ELSEWHERE = "a-format-of-elsewhere";

  private static final String PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  private Samples() {}

  /** A request of a client. */
  public static ClientRequest clientRequest(ClientRoute route, byte[] body) {
    return new ClientRequest(route, Map.of("model", "m"), Map.of(), Headers.NONE, body);
  }

  /** A conversation with a system, tools, a call and its result with an image, and thinking. */
  public static ChatRequest conversation() {
    return ChatRequest.builder("some-model")
        .addSystem(new Part.Text("Be brief."))
        .addTurn(Turn.user(new Part.Text("What is on the screen?")))
        .addTurn(
            Turn.assistant(
                new Part.Thinking("I should look.", new Signature(ELSEWHERE, "seal")),
                new Part.Text("I look."),
                new Part.ToolCall("call_1", "look", "{\"at\":\"screen\"}")))
        .addTurn(
            Turn.user(
                new Part.ToolResult(
                    "call_1",
                    "look",
                    List.of(new Part.Text("a picture"), image()),
                    false,
                    PartMeta.NONE)))
        .addTurn(Turn.user(new Part.Text("In words, please."), image()))
        .addTool(Tool.function("look", "Looks at something", lookParameters()))
        .maxOutputTokens(100L)
        .build();
  }

  /** The same with a part, a field and a mark that only a format of elsewhere knows. */
  public static ChatRequest conversationWithUnknownThings() {
    JsonObject strange = JsonObject.builder().put("type", "hologram").build();
    Extras extras = Extras.of(ELSEWHERE, JsonObject.builder().put("mood", "good").build());
    return conversation().toBuilder()
        .addTurn(
            Turn.user(
                new Part.Text("and this?"), new Part.Unknown(ELSEWHERE, strange, PartMeta.NONE)))
        .extras(extras)
        .build();
  }

  /** A red dot. */
  public static Part.Image image() {
    return new Part.Image(new MediaSource.Inline("image/png", PIXEL));
  }

  /** What a writer of requests is told. */
  public static EncodeContext encodeContext(boolean stream, Quirks quirks, Losses losses) {
    return new EncodeContext(
        "upstream-model", stream, quirks, null, losses, ConversationMemory.NONE);
  }

  /** What a writer of answers is told. */
  public static ResponseContext responseContext(
      boolean stream, @Nullable ChatRequest request, Losses losses) {
    return new ResponseContext(
        "req1", "some-model", stream, 1_700_000_000, request, Headers.NONE, Map.of(), losses);
  }

  private static JsonObject lookParameters() {
    JsonObject at = JsonObject.builder().put("type", "string").build();
    return JsonObject.builder()
        .put("type", "object")
        .put("properties", JsonObject.builder().put("at", at).build())
        .build();
  }
}
