package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.chat.Reasoning;
import io.omniroute.api.chat.Reasoning.Effort;
import io.omniroute.api.chat.Reasoning.Mode;
import io.omniroute.api.json.JsonBoolean;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.translate.Losses;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes how much to think, in the way a host wants to be asked. */
final class ReasoningWriter {
  private static final List<String> RISING =
      List.of("none", "minimal", "low", "medium", "high", "xhigh", "max");

  private final HostQuirks quirks;
  private final Losses losses;
  private final JsonObject.Builder body;

  private ReasoningWriter(HostQuirks quirks, Losses losses, JsonObject.Builder body) {
    this.quirks = quirks;
    this.losses = losses;
    this.body = body;
  }

  static void write(
      ChatRequest request, HostQuirks quirks, Losses losses, JsonObject.Builder body) {
    Reasoning reasoning = request.reasoning();
    JsonObject own = Leftovers.in(request.extras());
    boolean ownDialect = ReasoningReader.DIALECTS.stream().anyMatch(own::has);
    if (reasoning.summary() != null) {
      losses.dropped("reasoning.summary", "not part of the format");
    }
    if (reasoning.mode() != Mode.DEFAULT && !ownDialect) {
      new ReasoningWriter(quirks, losses, body).write(reasoning);
    }
  }

  private void write(Reasoning reasoning) {
    switch (quirks.reasoningStyle()) {
      case "effort" -> effort(reasoning);
      case "reasoning" -> body.put("reasoning", object(reasoning));
      case "thinking" ->
          body.put(
              "thinking",
              JsonObject.builder()
                  .put("type", off(reasoning) ? "disabled" : "enabled")
                  .put("budget_tokens", off(reasoning) ? null : reasoning.budgetTokens())
                  .build());
      case "enable_thinking" -> body.put("enable_thinking", JsonBoolean.of(!off(reasoning)));
      default -> losses.dropped("reasoning", "this provider or model cannot be told");
    }
  }

  private void effort(Reasoning reasoning) {
    String word = off(reasoning) ? "none" : word(reasoning);
    if (word == null) {
      return;
    }
    if (off(reasoning) && !quirks.reasoningEfforts().contains(word)) {
      losses.dropped("reasoning", "thinking cannot be switched off here");
      return;
    }
    body.put("reasoning_effort", nearest(word));
  }

  private static JsonObject object(Reasoning reasoning) {
    if (off(reasoning)) {
      return JsonObject.builder().put("enabled", JsonBoolean.FALSE).build();
    }
    JsonObject.Builder object = JsonObject.builder();
    if (reasoning.budgetTokens() != null) {
      return object.put("max_tokens", reasoning.budgetTokens()).build();
    }
    return reasoning.effort() == null
        ? object.put("enabled", JsonBoolean.TRUE).build()
        : object.put("effort", ReasoningReader.write(reasoning.effort())).build();
  }

  private static boolean off(Reasoning reasoning) {
    return reasoning.mode() == Mode.OFF;
  }

  /** The word for an effort; null leaves the model its own default. */
  private static @Nullable String word(Reasoning reasoning) {
    Effort effort = reasoning.effort();
    if (effort != null) {
      return ReasoningReader.write(effort);
    }
    Long budget = reasoning.budgetTokens();
    if (budget == null || budget < 0) {
      return null;
    }
    if (budget <= 512) {
      return "minimal";
    }
    if (budget <= 1024) {
      return "low";
    }
    if (budget <= 8192) {
      return "medium";
    }
    return budget <= 24_576 ? "high" : "xhigh";
  }

  /** The wanted word, else the next weaker one the host knows, else its weakest. */
  private String nearest(String wanted) {
    List<String> known = quirks.reasoningEfforts();
    for (int i = RISING.indexOf(wanted); i > 0; i--) {
      if (known.contains(RISING.get(i))) {
        return RISING.get(i);
      }
    }
    return known.contains(wanted)
        ? wanted
        : known.stream().filter(word -> !word.equals("none")).findFirst().orElse(wanted);
  }
}
