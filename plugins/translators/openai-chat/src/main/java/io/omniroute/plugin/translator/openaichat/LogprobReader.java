package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.chat.TokenLogprob;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonNumber;
import io.omniroute.api.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the probabilities of tokens. */
final class LogprobReader {

  private LogprobReader() {}

  static List<TokenLogprob> read(JsonArray tokens) {
    return tokens.objects().map(LogprobReader::token).toList();
  }

  private static TokenLogprob token(JsonObject token) {
    JsonArray others = token.array("top_logprobs");
    List<TokenLogprob> alternatives =
        others == null ? List.of() : others.objects().map(LogprobReader::plain).toList();
    TokenLogprob own = plain(token);
    return new TokenLogprob(own.token(), own.logprob(), own.bytes(), alternatives);
  }

  private static TokenLogprob plain(JsonObject token) {
    JsonNumber logprob = token.number("logprob");
    return new TokenLogprob(
        token.text("token", ""),
        logprob == null ? 0 : logprob.doubleValue(),
        bytes(token.array("bytes")),
        List.of());
  }

  private static List<Integer> bytes(@Nullable JsonArray bytes) {
    return bytes == null
        ? List.of()
        : bytes.items().stream()
            .filter(JsonNumber.class::isInstance)
            .map(number -> (int) ((JsonNumber) number).longValue())
            .toList();
  }
}
