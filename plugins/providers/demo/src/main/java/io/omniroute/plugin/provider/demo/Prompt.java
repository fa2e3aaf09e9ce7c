package io.omniroute.plugin.provider.demo;

import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.chat.Part;
import io.omniroute.api.chat.Role;
import io.omniroute.api.chat.Turn;
import io.omniroute.api.config.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was asked, as the models look at it. A model is told how to behave by the end of its id
 * ({@code slow-10s}) or by words in the last message ({@code delay=10s}), which count more.
 *
 * @param request the request
 */
record Prompt(ChatRequest request) {

  String model() {
    return request.model();
  }

  /** What the user said last; empty where nothing was said. */
  String lastUserText() {
    return request.turns().reversed().stream()
        .filter(turn -> turn.role() == Role.USER)
        .map(Prompt::text)
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }

  /** The results of tools that the model has not answered yet, in their order. */
  List<Part.ToolResult> freshResults() {
    return request.turns().reversed().stream()
        .takeWhile(turn -> turn.role() != Role.ASSISTANT)
        .toList()
        .reversed()
        .stream()
        .flatMap(turn -> turn.parts().stream())
        .filter(Part.ToolResult.class::isInstance)
        .map(Part.ToolResult.class::cast)
        .toList();
  }

  /** What the person set: {@code name=value} in the last message, else the end of the id. */
  Optional<String> option(String name) {
    Pattern pattern = Pattern.compile("\\b" + name + "\\s*=\\s*([A-Za-z0-9]+)");
    Matcher matcher = pattern.matcher(lastUserText());
    if (matcher.find()) {
      return Optional.of(matcher.group(1).toLowerCase(Locale.ROOT));
    }
    int hyphen = model().indexOf('-');
    return hyphen < 0 ? Optional.empty() : Optional.of(model().substring(hyphen + 1));
  }

  /** A whole number among the options, cut to a range. */
  int number(String name, int alternative, int most) {
    return option(name)
        .filter(text -> text.matches("\\d{1,9}"))
        .map(text -> Math.min(Integer.parseInt(text), most))
        .orElse(alternative);
  }

  /** A duration among the options. */
  Duration duration(String name, Duration alternative, Duration longest) {
    return option(name)
        .flatMap(Durations::parse)
        .map(time -> time.compareTo(longest) > 0 ? longest : time)
        .orElse(alternative);
  }

  private static String text(Turn turn) {
    return text(turn.parts());
  }

  /** The texts among parts. */
  static String text(List<Part> parts) {
    return parts.stream()
        .filter(Part.Text.class::isInstance)
        .map(part -> ((Part.Text) part).text())
        .collect(Collectors.joining("\n"));
  }
}
