package io.omniroute.plugin.translator.openaichat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.omniroute.api.GatewayException;
import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.json.Json;
import io.omniroute.api.translate.Frame;
import io.omniroute.api.translate.Quirks;
import io.omniroute.api.translate.ResponseDecoder;
import io.omniroute.testkit.GoldenCase;
import io.omniroute.testkit.Mutations;
import io.omniroute.testkit.RecordedEvents;
import io.omniroute.testkit.RecordedLosses;
import io.omniroute.testkit.Samples;
import io.omniroute.testkit.SseText;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every golden case, damaged in many ways: refused or read, and never anything else. */
class FuzzTest {
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final int ROUNDS = 300;

  @TestFactory
  Stream<DynamicTest> requests() {
    return GoldenCase.each(CASES.resolve("requests"), FuzzTest::request);
  }

  private static void request(GoldenCase golden) {
    Random random = new Random(golden.name().hashCode());
    Json good = Json.parse(golden.bytes("request.json"));
    Quirks quirks = golden.find("quirks.json").map(Examples::quirks).orElse(Quirks.NONE);
    for (int round = 0; round < ROUNDS; round++) {
      Json damaged = good;
      for (int times = random.nextInt(4); times >= 0; times--) {
        damaged = Mutations.ofValues(damaged, random);
      }
      String body = damaged.toText();
      try {
        ChatRequest request = Examples.decode(body);
        Examples.encode(request, request.stream(), quirks, new RecordedLosses());
      } catch (GatewayException refused) {
        assertThat(refused.reason()).isNotBlank();
      } catch (RuntimeException broken) {
        fail("broken by " + body, broken);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> streams() {
    return GoldenCase.each(CASES.resolve("streams"), FuzzTest::stream);
  }

  private static void stream(GoldenCase golden) {
    Random random = new Random(golden.name().hashCode());
    List<Frame> frames = SseText.frames(golden.text("stream.sse"));
    for (int round = 0; round < ROUNDS; round++) {
      RecordedEvents events = new RecordedEvents();
      ResponseDecoder decoder = Examples.decoder(Samples.conversation(), Quirks.NONE);
      AnswerTap tap = new AnswerTap(HostQuirks.NORM, true, false);
      for (Frame frame : frames) {
        Frame damaged = damaged(frame, random);
        decoder.frame(damaged, events);
        tap.frame(damaged);
      }
      decoder.end(events);

      events.assertOrder();
      assertThat(events.complete()).isNotEqualTo(events.failure().isPresent());
      if (events.complete()) {
        assertThat(Examples.write(events, Samples.conversation())).isNotEmpty();
      }
    }
  }

  private static Frame damaged(Frame frame, Random random) {
    if (frame.comment() || random.nextInt(3) > 0) {
      return frame;
    }
    boolean values = frame.text().startsWith("{") && random.nextBoolean();
    try {
      return Frame.of(
          frame.event(),
          values
              ? Mutations.ofValues(Json.parse(frame.data()), random).toBytes()
              : Mutations.ofBytes(frame.data(), random));
    } catch (GatewayException alreadyDamaged) {
      return frame;
    }
  }
}
