package io.omniroute.plugin.provider.demo;

import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.chat.Part;
import io.omniroute.api.chat.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The tokens of this provider: a word with the space before it. */
final class Tokens {
  private static final Pattern WORD = Pattern.compile("\\s*\\S+|\\s+$");

  /** What an image or a document counts. */
  private static final long MEDIA = 85;

  private Tokens() {}

  /** Splits a text; the pieces together are the text. */
  static List<String> split(String text) {
    List<String> pieces = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      pieces.add(matcher.group());
    }
    return pieces;
  }

  /** The tokens of a prompt. */
  static long of(ChatRequest request) {
    long count = of(request.system());
    for (var turn : request.turns()) {
      count += of(turn.parts()) + 1;
    }
    for (Tool tool : request.tools()) {
      count +=
          1
              + count(tool.description())
              + (tool.parameters() == null ? 0 : tool.parameters().toText().length() / 4);
    }
    return count;
  }

  /** A short text that is the same for the same request. */
  static String fingerprint(ChatRequest request) {
    long hash = request.model().hashCode();
    for (var turn : request.turns()) {
      hash = hash * 31 + turn.parts().hashCode();
    }
    return String.format("%016x", hash * 0x9E3779B97F4A7C15L);
  }

  private static long of(List<Part> parts) {
    return parts.stream().mapToLong(Tokens::of).sum();
  }

  private static long of(Part part) {
    return switch (part) {
      case Part.Text text -> count(text.text());
      case Part.Thinking thinking -> count(thinking.text());
      case Part.Refusal refusal -> count(refusal.text());
      case Part.ToolCall call -> 1 + count(call.arguments());
      case Part.ToolResult result -> of(result.content());
      default -> MEDIA;
    };
  }

  private static long count(@Nullable String text) {
    return text == null ? 0 : split(text).size();
  }
}
