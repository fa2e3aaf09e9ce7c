package io.omniroute.platform.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SseWriterTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void writesEventsCommentsAndTheEndMark() {
    assertThat(SseWriter.LF.event(bytes("{}"))).asString().isEqualTo("data: {}\n\n");
    assertThat(SseWriter.CRLF.event(bytes("{}"))).asString().isEqualTo("data: {}\r\n\r\n");
    assertThat(SseWriter.LF.event("ping", bytes("{}")))
        .asString()
        .isEqualTo("event: ping\ndata: {}\n\n");
    assertThat(SseWriter.LF.event(null, bytes("xaby"), 1, 2)).asString().isEqualTo("data: ab\n\n");
    assertThat(SseWriter.LF.keepAlive()).asString().isEqualTo(": keepalive\n\n");
    assertThat(SseWriter.CRLF.comment("hi")).asString().isEqualTo(": hi\r\n\r\n");
    assertThat(SseWriter.LF.done()).asString().isEqualTo("data: [DONE]\n\n");
  }

  @Test
  void givesEveryLineOfDataALineOfItsOwn() {
    assertThat(SseWriter.LF.event(bytes("a\r\nb\rc\n")))
        .asString()
        .isEqualTo("data: a\ndata: b\ndata: c\ndata: \n\n");
  }

  @Test
  void refusesNamesAndCommentsThatCouldSmuggleLines() {
    assertThatThrownBy(() -> SseWriter.LF.event("a\ndata: x", bytes("")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SseWriter.LF.comment("a\r"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsJsonLines() throws Exception {
    JsonLinesReader reader = new JsonLinesReader(20);
    List<String> seen = new ArrayList<>();
    reader.read(bytes("{\"a\":1}\r\n\n {\"b\""), event -> seen.add(event.text()));
    reader.read(bytes(":2}\n{\"c\":3}"), event -> seen.add(event.text()));
    reader.finish(event -> seen.add(event.text()));
    assertThat(seen).containsExactly("{\"a\":1}", "{\"b\":2}", "{\"c\":3}");
    assertThatThrownBy(() -> reader.read(bytes("x".repeat(21)), event -> {}))
        .isInstanceOf(StreamFormatException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'data: {', EVENTS",
    "':x', EVENTS",
    "' \r\n {\"error\"', JSON_OBJECT",
    "'\ufeff[{', JSON_ARRAY",
    "'<!DOCTYPE html>', MARKUP",
    "' \n', UNDECIDED",
  })
  void recognisesWhatABodyIs(String start, StreamShape shape) {
    assertThat(StreamShape.of(bytes(start))).isEqualTo(shape);
  }
}
