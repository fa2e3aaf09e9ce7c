package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.chat.Usage;
import io.omniroute.api.json.JsonNumber;
import io.omniroute.api.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Reads counters, wherever hosts put them. */
final class UsageReader {

  private UsageReader() {}

  /** The counters of a chunk or an answer; {@link Usage#NONE} where it has none. */
  static Usage find(JsonObject answer, HostQuirks quirks) {
    JsonObject own = answer.object("usage");
    if (own != null) {
      return read(own);
    }
    JsonObject elsewhere = quirks.usageField() == null ? null : at(answer, quirks.usageField());
    if (elsewhere != null) {
      return read(elsewhere);
    }
    return answer.array("choices") == null
        ? Usage.NONE
        : answer
            .array("choices")
            .objects()
            .map(choice -> choice.object("usage"))
            .filter(usage -> usage != null)
            .findFirst()
            .map(UsageReader::read)
            .orElse(Usage.NONE);
  }

  private static @Nullable JsonObject at(JsonObject answer, String dottedPath) {
    JsonObject place = answer;
    for (String name : dottedPath.split("\\.")) {
      place = place == null ? null : place.object(name);
    }
    return place;
  }

  private static Usage read(JsonObject usage) {
    JsonObject input = orEmpty(usage.object("prompt_tokens_details"));
    JsonObject output = orEmpty(usage.object("completion_tokens_details"));
    long inputTotal = first(usage, "prompt_tokens", "input_tokens");
    long outputTotal = first(usage, "completion_tokens", "output_tokens");
    long reasoning = known(first(output, "reasoning_tokens"), first(usage, "reasoning_tokens"));
    long cacheRead =
        known(
            first(input, "cached_tokens"),
            first(usage, "prompt_cache_hit_tokens", "cached_tokens"));
    long cacheWrite = first(input, "cache_creation_tokens", "cache_write_tokens");
    long total = first(usage, "total_tokens");
    boolean reasoningApart =
        reasoning > 0 && inputTotal >= 0 && total == inputTotal + outputTotal + reasoning;
    return new Usage(
        inputTotal,
        cacheRead,
        cacheWrite,
        Usage.UNKNOWN,
        reasoningApart ? outputTotal + reasoning : outputTotal,
        reasoning);
  }

  private static JsonObject orEmpty(@Nullable JsonObject object) {
    return object == null ? JsonObject.EMPTY : object;
  }

  private static long known(long first, long second) {
    return first == Usage.UNKNOWN ? second : first;
  }

  private static long first(JsonObject object, String... names) {
    for (String name : names) {
      JsonNumber number = object.number(name);
      if (number != null) {
        return Math.max(0, number.longValue());
      }
    }
    return Usage.UNKNOWN;
  }
}
