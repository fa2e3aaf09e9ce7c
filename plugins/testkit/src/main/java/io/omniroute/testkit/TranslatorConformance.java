package io.omniroute.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.Failure;
import io.omniroute.api.Failure.Blame;
import io.omniroute.api.GatewayException;
import io.omniroute.api.chat.ChatEvent;
import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.chat.Part;
import io.omniroute.api.chat.PartMeta;
import io.omniroute.api.chat.StopReason;
import io.omniroute.api.http.Headers;
import io.omniroute.api.http.HttpAnswer;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.translate.BodyEdit;
import io.omniroute.api.translate.ClientFormat;
import io.omniroute.api.translate.ClientRequest;
import io.omniroute.api.translate.ClientRoute;
import io.omniroute.api.translate.ErrorAnswer;
import io.omniroute.api.translate.Frame;
import io.omniroute.api.translate.Operation;
import io.omniroute.api.translate.Passthrough;
import io.omniroute.api.translate.PassthroughTap;
import io.omniroute.api.translate.Quirks;
import io.omniroute.api.translate.RequestHead;
import io.omniroute.api.translate.ResponseDecoder;
import io.omniroute.api.translate.ResponseEncoder;
import io.omniroute.api.translate.Translator;
import io.omniroute.api.translate.UpstreamFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What every translator must do. Extend it and give samples of the format; a side the translator
 * does not have is passed over.
 */
public abstract class TranslatorConformance {
  private static final long SEED = 20128;
  private static final int MUTATIONS = 2000;

  /** For subclasses. */
  protected TranslatorConformance() {}

  /** The translator. */
  protected abstract Translator translator();

  /** A streaming request as a client sends it, with a tool and a system. */
  protected abstract byte[] sampleRequest();

  /** The frames of a complete streamed answer, its end included. */
  protected abstract List<Frame> sampleStream();

  /** A complete whole answer. */
  protected abstract byte[] sampleAnswer();

  private ClientFormat client() {
    Optional<ClientFormat> side = translator().clientFormat();
    assumeTrue(side.isPresent(), "no side towards clients");
    return side.orElseThrow();
  }

  private UpstreamFormat upstream() {
    Optional<UpstreamFormat> side = translator().upstreamFormat();
    assumeTrue(side.isPresent(), "no side towards upstreams");
    return side.orElseThrow();
  }

  private ClientRequest request(byte[] body) {
    ClientRoute chat =
        client().routes().stream()
            .filter(route -> route.operation() == Operation.CHAT)
            .findFirst()
            .orElseThrow();
    return Samples.clientRequest(chat, body);
  }

  private ResponseDecoder decoder() {
    return upstream()
        .encode(
            Samples.conversation(), Samples.encodeContext(true, Quirks.NONE, new RecordedLosses()))
        .decoder();
  }

  @Test
  void bothSidesHaveTheTranslatorsFormat() {
    String format = translator().format();

    translator().clientFormat().ifPresent(side -> assertEquals(format, side.format()));
    translator().upstreamFormat().ifPresent(side -> assertEquals(format, side.format()));
    assertTrue(
        translator().clientFormat().isPresent() || translator().upstreamFormat().isPresent());
  }

  @Test
  void routesAreSound() {
    Set<String> seen = new HashSet<>();
    for (ClientRoute route : client().routes()) {
      assertTrue(route.method().matches("[A-Z]+"), () -> "method of " + route);
      assertTrue(route.path().startsWith("/"), () -> "path of " + route);
      assertTrue(seen.add(route.method() + " " + route.path()), () -> "twice: " + route);
    }
  }

  @Test
  void headAndDecodedRequestAgree() {
    ClientRequest request = request(sampleRequest());
    RequestHead head = client().head(request);
    ChatRequest decoded = client().decode(request);

    assertEquals(head.model(), decoded.model());
    assertEquals(head.stream(), decoded.stream());
    if (head.modelInBody()) {
      byte[] body = request.body();
      Json model = Json.parse(body, head.modelStart(), head.modelEnd() - head.modelStart());
      assertEquals("\"" + head.model() + "\"", model.toText());
    }
  }

  @Test
  void brokenRequestsAreRefusedAndNothingElse() {
    Random random = new Random(SEED);
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] body = Mutations.ofBytes(sampleRequest(), random);
      onlyGatewayExceptions(() -> client().head(request(body)), body);
      onlyGatewayExceptions(() -> client().decode(request(body)), body);
    }
  }

  @Test
  void requestsWithStrangeValuesAreRefusedAndNothingElse() {
    Random random = new Random(SEED);
    Json sample = Json.parse(sampleRequest());
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] body = Mutations.ofValues(sample, random).toBytes();
      onlyGatewayExceptions(() -> client().decode(request(body)), body);
    }
  }

  private static void onlyGatewayExceptions(Runnable action, byte[] body) {
    try {
      action.run();
    } catch (GatewayException refused) {
      assertFalse(refused.reason().isBlank());
    } catch (RuntimeException e) {
      throw new AssertionError(
          "not refused but broken by: " + new String(body, StandardCharsets.UTF_8), e);
    }
  }

  @Test
  void whateverIsDecodedCanBeEncoded() {
    Random random = new Random(SEED);
    Json sample = Json.parse(sampleRequest());
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] body = Mutations.ofValues(sample, random).toBytes();
      ChatRequest decoded;
      try {
        decoded = client().decode(request(body));
      } catch (GatewayException refused) {
        continue;
      }
      onlyGatewayExceptions(
          () ->
              upstream()
                  .encode(decoded, Samples.encodeContext(true, Quirks.NONE, new RecordedLosses())),
          body);
    }
  }

  @Test
  void unknownThingsOfARequestAreReportedAsLost() {
    RecordedLosses losses = new RecordedLosses();
    byte[] body =
        upstream()
            .encode(
                Samples.conversationWithUnknownThings(),
                Samples.encodeContext(false, Quirks.NONE, losses))
            .body();

    assertFalse(
        new String(body, StandardCharsets.UTF_8).contains("hologram"),
        "an unknown part went into the request");
    assertTrue(losses.paths().contains("turns[4].parts[1]"), () -> "reported: " + losses.all());
    assertTrue(
        losses.paths().contains("extras." + Samples.ELSEWHERE + ".mood"),
        () -> "reported: " + losses.all());
  }

  @Test
  void aWholeStreamIsACompleteAnswer() {
    RecordedEvents events = new RecordedEvents();
    ResponseDecoder decoder = decoder();
    sampleStream().forEach(frame -> decoder.frame(frame, events));
    decoder.end(events);

    assertTrue(events.complete(), () -> "events: " + events.all());
    events.assertOrder();
  }

  @Test
  void aCutStreamIsCompleteOrAFailureButNeverSilent() {
    List<Frame> frames = sampleStream();
    for (int cut = 0; cut < frames.size(); cut++) {
      RecordedEvents events = new RecordedEvents();
      ResponseDecoder decoder = decoder();
      frames.subList(0, cut).forEach(frame -> decoder.frame(frame, events));
      decoder.end(events);

      int at = cut;
      assertTrue(
          events.complete() != events.failure().isPresent(),
          () -> "cut after " + at + " frames: " + events.all());
      events.assertOrder();
    }
  }

  @Test
  void aWholeAnswerSaysTheSameAsItsStream() {
    RecordedEvents events = new RecordedEvents();
    decoder().whole(sampleAnswer(), events);

    assertTrue(events.complete(), () -> "events: " + events.all());
    events.assertOrder();
  }

  @Test
  void senselessAnswersAreFailuresAndNeverExceptions() {
    Random random = new Random(SEED);
    List<Frame> frames = sampleStream();
    for (int i = 0; i < MUTATIONS; i++) {
      RecordedEvents events = new RecordedEvents();
      ResponseDecoder decoder = decoder();
      for (Frame frame : frames) {
        boolean change = random.nextInt(3) == 0;
        byte[] data = change ? Mutations.ofBytes(frame.data(), random) : frame.data();
        decoder.frame(Frame.of(frame.event(), data), events);
      }
      decoder.end(events);
      events.assertOrder();
      RecordedEvents whole = new RecordedEvents();
      decoder().whole(Mutations.ofBytes(sampleAnswer(), random), whole);
      assertTrue(whole.complete() != whole.failure().isPresent());
    }
  }

  @Test
  void unknownEventsAndPartsDoNotBreakAStream() {
    RecordedLosses losses = new RecordedLosses();
    ResponseEncoder encoder =
        client().encoder(Samples.responseContext(true, Samples.conversation(), losses));
    List<Frame> frames = new ArrayList<>();
    JsonObject strange = JsonObject.builder().put("type", "hologram").build();
    for (ChatEvent event :
        List.of(
            new ChatEvent.Started("id", "m", 1),
            new ChatEvent.Unknown(Samples.ELSEWHERE, strange),
            new ChatEvent.PartAdded(0, new Part.Unknown(Samples.ELSEWHERE, strange, PartMeta.NONE)),
            new ChatEvent.TextDelta(0, "text"),
            new ChatEvent.Finished(0, StopReason.UNKNOWN, "strange", null))) {
      encoder.write(event, frames::add);
    }
    encoder.end(frames::add);

    String sent = SseText.of(frames);
    assertTrue(sent.contains("text"));
    assertFalse(sent.contains("hologram"));
    assertFalse(losses.all().isEmpty(), "the part was lost in silence");
  }

  @Test
  void aFailureClosesAStreamOnce() {
    ResponseEncoder encoder =
        client().encoder(Samples.responseContext(true, null, new RecordedLosses()));
    Failure failure = Failure.of(ErrorCode.UPSTREAM_ERROR, "it broke", Blame.PROVIDER);
    List<Frame> frames = new ArrayList<>();
    encoder.fail(failure, frames::add);
    int sent = frames.size();
    encoder.fail(failure, frames::add);
    encoder.end(frames::add);

    assertTrue(SseText.of(frames).contains("it broke"));
    assertEquals(sent, frames.size(), "the stream was closed twice");
  }

  @Test
  void everyErrorCanBeWritten() {
    for (ErrorCode code : ErrorCode.values()) {
      byte[] body =
          client()
              .error(ErrorAnswer.of(new GatewayException(code, "the reason of " + code), "req1"));
      assertTrue(Json.parse(body).toText().contains("the reason of " + code));
    }
  }

  @Test
  void failedAnswersAreUnderstoodWhateverTheyAre() {
    for (int status : new int[] {300, 400, 401, 404, 418, 429, 500, 503, 529, 599}) {
      for (String body : List.of("", "{}", "[]", "null", "<html>", "{\"error\":", "\u0000", "7")) {
        Failure failure =
            upstream()
                .failure(
                    new HttpAnswer(status, Headers.NONE, body.getBytes(StandardCharsets.UTF_8)));
        assertTrue(failure.status() >= 400 && failure.status() < 600, () -> body + failure);
        assertFalse(failure.message().isBlank());
      }
    }
  }

  @Test
  void forwardingObservesTheEnd() {
    Passthrough plan = plan();
    assertEdits(plan.edits(), sampleRequest());
    PassthroughTap tap = plan.tap();
    List<Frame> frames = sampleStream();
    boolean endedEarly = false;
    for (int i = 0; i < frames.size(); i++) {
      tap.frame(frames.get(i));
      endedEarly |= i < 2 && tap.ended();
    }

    assertFalse(endedEarly, "the end was seen at the beginning");
    assertTrue(tap.ended());
    assertFalse(plan().tap().ended());
  }

  @Test
  void forwardingSurvivesAnything() {
    Random random = new Random(SEED);
    for (int i = 0; i < MUTATIONS / 4; i++) {
      PassthroughTap tap = plan().tap();
      for (Frame frame : sampleStream()) {
        tap.frame(Frame.of(frame.event(), Mutations.ofBytes(frame.data(), random)));
      }
      plan().tap().whole(Mutations.ofBytes(sampleAnswer(), random));
    }
  }

  private Passthrough plan() {
    Optional<Passthrough> plan = upstream().passthrough(sampleRequest(), true, Quirks.NONE);
    assumeTrue(plan.isPresent(), "never forwards");
    return plan.orElseThrow();
  }

  private static void assertEdits(List<BodyEdit> edits, byte[] body) {
    int from = 0;
    for (BodyEdit edit : edits) {
      assertTrue(edit.start() >= from && edit.end() >= edit.start(), "edits overlap");
      assertTrue(edit.end() <= body.length, "an edit lies outside the body");
      from = edit.end();
    }
  }

  @Test
  void aBodyThatIsNoRequestIsRefused() {
    for (String body : List.of("", "[]", "null", "{", "7", "\"text\"")) {
      assertThrows(
          GatewayException.class,
          () -> client().decode(request(body.getBytes(StandardCharsets.UTF_8))));
    }
  }
}
