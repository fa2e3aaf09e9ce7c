package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.Failure;
import io.omniroute.api.Failure.Blame;
import io.omniroute.api.chat.ChatEvent;
import io.omniroute.api.chat.ChatEventSink;
import io.omniroute.api.chat.Citation;
import io.omniroute.api.chat.Extras;
import io.omniroute.api.chat.Usage;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonException;
import io.omniroute.api.json.JsonNull;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.translate.ConversationMemory;
import io.omniroute.api.translate.Frame;
import io.omniroute.api.translate.ResponseDecoder;
import io.omniroute.api.translate.StreamFraming;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads answers with the faults that hosts have. The ends of choices are held back until the stream
 * is over, since some hosts give a reason twice and count after it.
 */
final class AnswerReader implements ResponseDecoder {
  private static final String DONE = "[DONE]";

  private final HostQuirks quirks;
  private final ToolWriter tools;
  private final ConversationMemory memory;
  private final boolean mayBeEmpty;
  private final Map<Integer, ChoiceReader> choices = new TreeMap<>();
  private final Set<String> sources = new LinkedHashSet<>();
  private String answerId = "";
  private boolean started;
  private boolean over;

  AnswerReader(HostQuirks quirks, ToolWriter tools, ConversationMemory memory, boolean mayBeEmpty) {
    this.quirks = quirks;
    this.tools = tools;
    this.memory = memory;
    this.mayBeEmpty = mayBeEmpty;
  }

  @Override
  public StreamFraming framing() {
    return StreamFraming.SSE;
  }

  @Override
  public void frame(Frame frame, ChatEventSink sink) {
    if (over) {
      return;
    }
    if (frame.comment()) {
      sink.accept(new ChatEvent.KeepAlive());
      return;
    }
    if (isDone(frame)) {
      conclude(true, sink);
      return;
    }
    Json value;
    try {
      value = Json.parse(frame.data());
    } catch (JsonException senseless) {
      return;
    }
    if (value instanceof JsonObject object) {
      boolean named = "error".equals(frame.event());
      if (named || Errors.in(object)) {
        fail(Errors.read(object), sink);
      } else {
        chunk(object, sink);
      }
    }
  }

  private static boolean isDone(Frame frame) {
    return frame.data().length < 16 && frame.text().strip().equals(DONE);
  }

  @Override
  public void end(ChatEventSink sink) {
    conclude(false, sink);
  }

  @Override
  public void whole(byte[] body, ChatEventSink sink) {
    Json value;
    try {
      value = Json.parse(body);
    } catch (JsonException notJson) {
      fail(failure("The upstream answered with something that is not JSON"), sink);
      return;
    }
    Json first =
        value instanceof JsonArray array && array.size() == 1 ? array.items().getFirst() : value;
    if (!(first instanceof JsonObject object)) {
      fail(failure("The upstream answered with something that is no answer"), sink);
    } else if (Errors.in(object)) {
      fail(Errors.read(object), sink);
    } else {
      chunk(object, sink);
      conclude(true, sink);
    }
  }

  private void chunk(JsonObject chunk, ChatEventSink sink) {
    start(chunk, sink);
    Usage usage = UsageReader.find(chunk, quirks);
    if (!usage.isEmpty()) {
      sink.accept(new ChatEvent.UsageReported(usage));
    }
    if (chunk.get("choices") == JsonNull.NULL && usage.isEmpty() && !finished()) {
      fail(failure("The upstream answered without any choice"), sink);
      return;
    }
    if (chunk.array("citations") != null) {
      chunk.array("citations").strings().forEach(sources::add);
    }
    JsonArray given = chunk.array("choices");
    if (given == null) {
      return;
    }
    int position = 0;
    for (Json item : given) {
      if (item instanceof JsonObject choice) {
        choice(choice, position, sink);
      }
      position++;
    }
  }

  private void start(JsonObject chunk, ChatEventSink sink) {
    if (started || !(chunk.has("choices") || chunk.has("id"))) {
      return;
    }
    started = true;
    answerId = chunk.text("id", "");
    JsonObject.Builder extras = JsonObject.builder();
    extras.put("system_fingerprint", chunk.text("system_fingerprint"));
    extras.put("service_tier", chunk.text("service_tier"));
    sink.accept(
        new ChatEvent.Started(
            answerId.isBlank() ? null : answerId,
            chunk.text("model"),
            Math.max(0, chunk.number("created", 0)),
            Extras.of(OpenAiChatTranslator.FORMAT, extras.build())));
  }

  private void choice(JsonObject choice, int position, ChatEventSink sink) {
    if (over) {
      return;
    }
    if (Errors.in(choice)) {
      fail(Errors.read(choice), sink);
      return;
    }
    int index = Math.clamp(choice.number("index", position), 0, 1023);
    ChoiceReader reader =
        choices.computeIfAbsent(
            index, number -> new ChoiceReader(number, answerId, tools, quirks.thinkTags()));
    reader.accept(choice, sink);
    if (reader.failed()) {
      fail(failure("The upstream broke off with an error"), sink);
    }
  }

  private boolean finished() {
    return !choices.isEmpty() && choices.values().stream().allMatch(ChoiceReader::finished);
  }

  private void conclude(boolean ended, ChatEventSink sink) {
    if (over) {
      return;
    }
    if (!ended && !finished()) {
      fail(failure("The upstream closed the stream before its answer was complete"), sink);
      return;
    }
    choices.values().forEach(choice -> choice.flush(sink));
    boolean said = choices.values().stream().anyMatch(ChoiceReader::hasContent);
    if (!said && !emptyForAReason()) {
      fail(failure("The upstream gave an empty answer"), sink);
      return;
    }
    over = true;
    for (String source : sources) {
      sink.accept(
          new ChatEvent.CitationAdded(
              choices.keySet().iterator().next(),
              new Citation(source, null, null, null, null, Extras.NONE)));
    }
    for (ChoiceReader choice : choices.values()) {
      remember(choice);
      sink.accept(choice.end());
    }
  }

  /** An answer may be empty by the limit, by a policy, or where a stop sequence came first. */
  private boolean emptyForAReason() {
    return !choices.isEmpty()
        && (mayBeEmpty
            || choices.values().stream()
                .anyMatch(
                    choice ->
                        switch (choice.end().reason()) {
                          case LENGTH, CONTENT_FILTER, STOP_SEQUENCE -> true;
                          default -> false;
                        }));
  }

  private void remember(ChoiceReader choice) {
    String thoughts = choice.thoughts();
    if (quirks.requiresReasoning() && !thoughts.isEmpty()) {
      choice.callIds().forEach(id -> memory.remember(MessageWriter.MEMORY + id, thoughts));
    }
  }

  private void fail(Failure failure, ChatEventSink sink) {
    if (!over) {
      over = true;
      sink.accept(new ChatEvent.Failed(failure));
    }
  }

  private static Failure failure(String message) {
    return Failure.of(ErrorCode.UPSTREAM_ERROR, message, Blame.PROVIDER);
  }
}
