package io.omniroute.platform.sse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FramingProperties {

  /** Text made of all that means something to the format, and characters of every length. */
  @Provide
  Arbitrary<String> streams() {
    return Arbitraries.of(
            "data:",
            "data: ",
            "event: ",
            "id:",
            ": ",
            ":",
            "\n",
            "\r",
            "\r\n",
            "\n\n",
            "\r\n\r\n",
            "\ufeff",
            "a",
            "{\"x\":1}",
            "é",
            "\ud83d\ude00",
            " ",
            "[DONE]",
            "data")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  @Property
  void anyChunkingGivesTheSameEvents(@ForAll("streams") String stream, @ForAll long seed)
      throws StreamFormatException {
    byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
    assertThat(events(bytes, new Random(seed))).isEqualTo(events(bytes, null));
  }

  @Property
  void anyChunkingGivesTheSameJsonLines(@ForAll("streams") String stream, @ForAll long seed)
      throws StreamFormatException {
    byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
    assertThat(lines(bytes, new Random(seed))).isEqualTo(lines(bytes, null));
  }

  @Property
  void whatIsWrittenIsRead(@ForAll("streams") String data, @ForAll boolean crlf)
      throws StreamFormatException {
    SseWriter writer = crlf ? SseWriter.CRLF : SseWriter.LF;
    byte[] bytes = writer.event("name", data.getBytes(StandardCharsets.UTF_8));
    String expected = data.replace("\r\n", "\n").replace('\r', '\n');
    assertThat(events(bytes, null)).containsExactly("name|" + expected);
  }

  private static List<String> events(byte[] bytes, Random cuts) throws StreamFormatException {
    SseReader reader = new SseReader();
    List<SseEvent> events = new ArrayList<>();
    for (byte[] chunk : cut(bytes, cuts)) {
      reader.read(chunk, events::add);
    }
    reader.finish(events::add);
    // Shown only now: later reading must not disturb events that were kept.
    return events.stream().map(SseReaderTest::show).toList();
  }

  private static List<String> lines(byte[] bytes, Random cuts) throws StreamFormatException {
    JsonLinesReader reader = new JsonLinesReader(1000);
    List<SseEvent> lines = new ArrayList<>();
    for (byte[] chunk : cut(bytes, cuts)) {
      reader.read(chunk, lines::add);
    }
    reader.finish(lines::add);
    return lines.stream().map(SseEvent::text).toList();
  }

  private static List<byte[]> cut(byte[] bytes, Random cuts) {
    if (cuts == null) {
      return List.of(bytes);
    }
    List<byte[]> chunks = new ArrayList<>();
    for (int from = 0; from < bytes.length; ) {
      int to = Math.min(bytes.length, from + cuts.nextInt(5));
      chunks.add(Arrays.copyOfRange(bytes, from, to));
      from = to;
    }
    return chunks;
  }
}
