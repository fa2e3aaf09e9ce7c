package io.omniroute.testkit;

import io.omniroute.api.translate.Frame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Server-sent events as text, for tests: files hold streams as they go over the wire. */
public final class SseText {

  private SseText() {}

  /** The frames of a stream; a last one without the empty line behind it counts. */
  public static List<Frame> frames(String text) {
    List<Frame> frames = new ArrayList<>();
    List<String> data = new ArrayList<>();
    String event = null;
    for (String line : (text + "\n\n").split("\r\n|\n|\r", -1)) {
      if (line.isEmpty()) {
        if (!data.isEmpty()) {
          frames.add(frame(event, data));
        }
        data.clear();
        event = null;
      } else if (line.startsWith(":")) {
        frames.add(Frame.comment(line.substring(1).strip()));
      } else if (line.startsWith("data:")) {
        data.add(value(line, "data:"));
      } else if (line.startsWith("event:")) {
        event = value(line, "event:");
      }
    }
    return List.copyOf(frames);
  }

  /** A stream of frames. */
  public static String of(List<Frame> frames) {
    StringBuilder text = new StringBuilder();
    for (Frame frame : frames) {
      if (frame.comment()) {
        text.append(": ").append(frame.text()).append("\n\n");
        continue;
      }
      if (frame.event() != null) {
        text.append("event: ").append(frame.event()).append('\n');
      }
      frame.text().lines().forEach(line -> text.append("data: ").append(line).append('\n'));
      text.append('\n');
    }
    return text.toString();
  }

  private static Frame frame(@Nullable String event, List<String> data) {
    return Frame.of(event, String.join("\n", data).getBytes(StandardCharsets.UTF_8));
  }

  private static String value(String line, String field) {
    String value = line.substring(field.length());
    return value.startsWith(" ") ? value.substring(1) : value;
  }
}
