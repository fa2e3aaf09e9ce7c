package io.omniroute.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniroute.api.translate.Frame;
import java.util.List;
import org.junit.jupiter.api.Test;

class SseTextTest {

  @Test
  void framesAreReadWithEveryLineEnd() {
    for (String end : List.of("\n", "\r\n", "\r")) {
      String text = String.join(end, ": ping", "", "event: e", "data:a", "data: b", "", "data: c");
      List<Frame> frames = SseText.frames(text);

      assertTrue(frames.getFirst().comment());
      assertEquals("e", frames.get(1).event());
      assertEquals("a\nb", frames.get(1).text());
      assertEquals("c", frames.get(2).text());
    }
  }

  @Test
  void framesAreWrittenAsTheyAreRead() {
    String text = ": ping\n\nevent: e\ndata: a\ndata: b\n\ndata: [DONE]\n\n";

    assertEquals(text, SseText.of(SseText.frames(text)));
  }
}
