package io.omniroute.platform.translate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.api.translate.Frame;
import io.omniroute.api.translate.StreamFraming;
import io.omniroute.platform.sse.StreamFormatException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1000})
  void arrayElementsAreShownWhereverTheBytesAreCut(int size) throws StreamFormatException {
    String text = "[ {\"a\":[1,2,{\"b\":\"],[\\\"{\"}]} ,\n{\"c\":\"ü\\\\\"},3]";

    assertThat(read(StreamFraming.JSON_ARRAY, text, size))
        .extracting(frame -> frame.text().strip())
        .containsExactly("{\"a\":[1,2,{\"b\":\"],[\\\"{\"}]}", "{\"c\":\"ü\\\\\"}", "3");
  }

  @Test
  void anEmptyArrayHasNoElements() throws StreamFormatException {
    assertThat(read(StreamFraming.JSON_ARRAY, "[]", 1)).isEmpty();
  }

  @Test
  void elementsAreShownBeforeTheArrayEnds() throws StreamFormatException {
    FrameReader reader = FrameReader.of(StreamFraming.JSON_ARRAY);
    List<Frame> frames = new ArrayList<>();

    reader.read("[{\"a\":1},".getBytes(UTF_8), frames::add);

    assertThat(frames).hasSize(1);
  }

  @Test
  void linesAreFramesAndBlankOnesAreNot() throws StreamFormatException {
    assertThat(read(StreamFraming.JSON_LINES, "{\"a\":1}\n\r\n{\"b\":2}", 4))
        .extracting(Frame::text)
        .containsExactly("{\"a\":1}", "{\"b\":2}");
  }

  @Test
  void eventsKeepTheirNamesAndCommentsAreMarked() throws StreamFormatException {
    List<Frame> frames = read(StreamFraming.SSE, ": hi\n\nevent: x\ndata: 1\n\ndata: 2", 5);

    assertThat(frames).extracting(Frame::comment).containsExactly(true, false, false);
    assertThat(frames.get(1).event()).isEqualTo("x");
    assertThat(frames.get(2).text()).isEqualTo("2");
  }

  private static List<Frame> read(StreamFraming framing, String text, int size)
      throws StreamFormatException {
    FrameReader reader = FrameReader.of(framing);
    List<Frame> frames = new ArrayList<>();
    byte[] bytes = text.getBytes(UTF_8);
    for (int from = 0; from < bytes.length; from += size) {
      int length = Math.min(size, bytes.length - from);
      byte[] chunk = new byte[length];
      System.arraycopy(bytes, from, chunk, 0, length);
      reader.read(chunk, frames::add);
    }
    reader.finish(frames::add);
    return frames;
  }
}
