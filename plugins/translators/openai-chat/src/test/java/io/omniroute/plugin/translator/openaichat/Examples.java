package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.chat.ChatResponse;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.translate.ClientFormat;
import io.omniroute.api.translate.ClientRoute;
import io.omniroute.api.translate.Frame;
import io.omniroute.api.translate.Losses;
import io.omniroute.api.translate.Quirks;
import io.omniroute.api.translate.ResponseDecoder;
import io.omniroute.api.translate.ResponseEncoder;
import io.omniroute.api.translate.UpstreamFormat;
import io.omniroute.testkit.RecordedEvents;
import io.omniroute.testkit.Samples;
import io.omniroute.testkit.SseText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The two sides of the format in the words of tests. */
final class Examples {
  static final ClientFormat CLIENT = new OpenAiChatTranslator().clientFormat().orElseThrow();
  static final UpstreamFormat UPSTREAM = new OpenAiChatTranslator().upstreamFormat().orElseThrow();

  private Examples() {}

  static String text(String file) {
    try {
      return Files.readString(Path.of("src/test/resources/examples", file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonObject json(String text) {
    return (JsonObject) Json.parse(text);
  }

  static ChatRequest decode(String body) {
    return CLIENT.decode(
        Samples.clientRequest(
            ClientRoute.chat("/v1/chat/completions"), body.getBytes(StandardCharsets.UTF_8)));
  }

  static JsonObject encode(ChatRequest request, boolean stream, Quirks quirks, Losses losses) {
    byte[] body = UPSTREAM.encode(request, Samples.encodeContext(stream, quirks, losses)).body();
    return (JsonObject) Json.parse(body);
  }

  static JsonObject encode(ChatRequest request) {
    return encode(request, request.stream(), Quirks.NONE, Losses.IGNORED);
  }

  static Quirks quirks(String json) {
    return new Quirks(json(json));
  }

  static ResponseDecoder decoder(ChatRequest request, Quirks quirks) {
    return UPSTREAM.encode(request, Samples.encodeContext(true, quirks, Losses.IGNORED)).decoder();
  }

  static RecordedEvents read(String sse) {
    return read(sse, Quirks.NONE);
  }

  static RecordedEvents read(String sse, Quirks quirks) {
    RecordedEvents events = new RecordedEvents();
    ResponseDecoder decoder = decoder(Samples.conversation(), quirks);
    SseText.frames(sse).forEach(frame -> decoder.frame(frame, events));
    decoder.end(events);
    events.assertOrder();
    return events;
  }

  static RecordedEvents readWhole(String body, Quirks quirks) {
    RecordedEvents events = new RecordedEvents();
    decoder(Samples.conversation(), quirks).whole(body.getBytes(StandardCharsets.UTF_8), events);
    events.assertOrder();
    return events;
  }

  /** A stream of chunks with these choices each, and the end. */
  static String stream(String... choices) {
    StringBuilder sse = new StringBuilder();
    for (String choice : choices) {
      sse.append("data: {\"id\":\"x\",\"object\":\"chat.completion.chunk\",\"created\":1,")
          .append("\"model\":\"m\",\"choices\":[")
          .append(choice)
          .append("]}\n\n");
    }
    return sse.append("data: [DONE]\n\n").toString();
  }

  static ResponseEncoder encoder(ChatRequest request) {
    return CLIENT.encoder(Samples.responseContext(true, request, Losses.IGNORED));
  }

  /** What a client of this format sees of events. */
  static List<Frame> write(RecordedEvents events, ChatRequest request) {
    ResponseEncoder encoder = encoder(request);
    List<Frame> frames = new ArrayList<>();
    events.all().forEach(event -> encoder.write(event, frames::add));
    encoder.end(frames::add);
    return frames;
  }

  /** The chunks among frames. */
  static List<JsonObject> chunks(List<Frame> frames) {
    return frames.stream()
        .filter(frame -> frame.text().startsWith("{"))
        .map(frame -> json(frame.text()))
        .toList();
  }

  static JsonObject whole(ChatResponse response) {
    return (JsonObject)
        Json.parse(
            CLIENT
                .encoder(Samples.responseContext(false, Samples.conversation(), Losses.IGNORED))
                .whole(response));
  }
}
