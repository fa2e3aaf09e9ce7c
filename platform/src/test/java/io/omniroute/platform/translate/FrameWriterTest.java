package io.omniroute.platform.translate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.api.translate.Frame;
import io.omniroute.api.translate.ResponseFraming;
import io.omniroute.api.translate.ResponseFraming.Style;
import org.junit.jupiter.api.Test;

class FrameWriterTest {

  private final StringBuilder out = new StringBuilder();

  @Test
  void writesEvents() {
    write(Style.SSE, Frame.of("x", "1".getBytes(UTF_8)), Frame.comment("k"), Frame.of("2"));

    assertThat(out).hasToString("event: x\ndata: 1\n\n: k\n\ndata: 2\n\n");
  }

  @Test
  void writesEventsWithCarriageReturns() {
    write(Style.SSE_CRLF, Frame.of("1"));

    assertThat(out).hasToString("data: 1\r\n\r\n");
  }

  @Test
  void writesLinesWithoutComments() {
    write(Style.JSON_LINES, Frame.of("{}"), Frame.comment("k"), Frame.of("[]"));

    assertThat(out).hasToString("{}\n[]\n");
  }

  @Test
  void writesAnArrayThatGrows() {
    write(Style.JSON_ARRAY, Frame.of("1"), Frame.comment("k"), Frame.of("2"));

    assertThat(out).hasToString("[1,2]");
  }

  @Test
  void anArrayWithoutFramesIsEmpty() {
    write(Style.JSON_ARRAY);

    assertThat(out).hasToString("[]");
  }

  private void write(Style style, Frame... frames) {
    FrameWriter writer = new FrameWriter(new ResponseFraming("x/y", style));
    for (Frame frame : frames) {
      out.append(new String(writer.write(frame), UTF_8));
    }
    out.append(new String(writer.end(), UTF_8));
  }
}
