package io.omniroute.platform.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SseReaderTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> read(String... chunks) throws StreamFormatException {
    SseReader reader = new SseReader();
    List<String> seen = new ArrayList<>();
    SseSink sink = event -> seen.add(show(event));
    for (String chunk : chunks) {
      reader.read(bytes(chunk), sink);
    }
    reader.finish(sink);
    return seen;
  }

  static String show(SseEvent event) {
    String kind = event.comment() ? "comment" : event.name() == null ? "-" : event.name();
    return kind + (event.id() == null ? "" : "#" + event.id()) + "|" + event.text();
  }

  @Test
  void readsNamesIdsDataAndComments() throws Exception {
    assertThat(
            read(
                "event: delta\nid: 7\ndata: {\"a\":1}\n\n",
                ": keepalive\n\n",
                "data:no space\n\n",
                "retry: 100\nunknown: x\ndata:  two spaces\n\n"))
        .containsExactly("delta#7|{\"a\":1}", "comment|keepalive", "-|no space", "-| two spaces");
  }

  @Test
  void endsLinesWithAnyOfThree() throws Exception {
    assertThat(read("data: a\r\rdata: b\n\ndata: c\r\n\r\ndata: d\r\n\rdata: e\n\r"))
        .containsExactly("-|a", "-|b", "-|c", "-|d", "-|e");
  }

  @Test
  void joinsDataLines() throws Exception {
    assertThat(read("data: a\ndata\ndata:\ndata: b\n\n", "data: 1\nda", "ta: 2\n\n"))
        .containsExactly("-|a\n\n\nb", "-|1\n2");
  }

  @Test
  void leavesAByteOrderMarkOutAtTheStartOnly() throws Exception {
    assertThat(read("\ufeffdata: a\n\n\ufeffdata: b\n\ndata: c\n\n")).containsExactly("-|a", "-|c");
  }

  @Test
  void countsTheLastEventWithoutItsBlankLine() throws Exception {
    assertThat(read("data: a\n\ndata: b")).containsExactly("-|a", "-|b");
    assertThat(read("data: a\n\ndata: b\n")).containsExactly("-|a", "-|b");
  }

  @Test
  void showsEventsWithAnEmptyOrNoDataLineOnlyIfTheyHaveAName() throws Exception {
    assertThat(read("event: ping\n\nid: 1\n\n\n\ndata:\n\n")).containsExactly("ping|", "-|");
  }

  @Test
  void forgetsTheNameAfterEachEvent() throws Exception {
    assertThat(read("event: a\ndata: 1\n\ndata: 2\n\nevent: a\ndata: 3\n\n"))
        .containsExactly("a|1", "-|2", "a|3");
  }

  @Test
  void keepsCharactersWholeThatAChunkCuts() throws Exception {
    byte[] whole = bytes("data: \ud83d\ude00 é\n\n");
    SseReader reader = new SseReader();
    List<String> seen = new ArrayList<>();
    for (byte b : whole) {
      reader.read(new byte[] {b}, event -> seen.add(event.text()));
    }
    assertThat(seen).containsExactly("\ud83d\ude00 é");
  }

  @Test
  void doesNotCopyDataThatLiesWithinAChunk() throws Exception {
    byte[] chunk = bytes("data: abc\n\n");
    assertThat(new SseReader().events(chunk))
        .singleElement()
        .satisfies(event -> assertThat(event.array()).isSameAs(chunk));
  }

  @Test
  void recognisesTheEndMark() throws Exception {
    assertThat(new SseReader().events(bytes("data: [DONE]\n\ndata:  [DONE] \n\ndata:[DONE]\n\n")))
        .hasSize(3)
        .allMatch(SseEvent::isDone);
    assertThat(new SseReader().events(bytes("data: [DONE\n\n: [DONE]\n\n")))
        .hasSize(2)
        .noneMatch(SseEvent::isDone);
  }

  @Test
  void boundsLinesAndEvents() {
    SseReader lines = new SseReader(100);
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 20; i++) {
                lines.read(bytes("data: xxxx"), event -> {});
              }
            })
        .isInstanceOf(StreamFormatException.class);
    SseReader events = new SseReader(100);
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 20; i++) {
                events.read(bytes("data: xxxxxxxxxx\n"), event -> {});
              }
            })
        .isInstanceOf(StreamFormatException.class);
  }

  @Test
  void readsALargeLineThatComesInSmallPieces() throws Exception {
    SseReader reader = new SseReader();
    List<Integer> lengths = new ArrayList<>();
    reader.read(bytes("data: "), event -> {});
    for (int i = 0; i < 20_000; i++) {
      reader.read(bytes("0123456789".repeat(10)), event -> {});
    }
    reader.read(bytes("\n\n"), event -> lengths.add(event.length()));
    assertThat(lengths).containsExactly(2_000_000);
  }
}
