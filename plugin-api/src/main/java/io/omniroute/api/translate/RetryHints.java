package io.omniroute.api.translate;

import io.omniroute.api.http.Headers;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonNumber;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonString;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds when an upstream asks to come back: in header fields, in fields of the body, in words. */
final class RetryHints {
  private static final Duration LONGEST = Duration.ofDays(31);
  private static final int DEEPEST = 6;
  private static final long FIRST_MILLIS = 100_000_000_000L;
  private static final String SPAN =
      "((?:\\d+(?:\\.\\d+)?\\s*(?:ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hours?|d|days?)\\b?\\s*)+)";
  private static final Pattern IN_WORDS =
      Pattern.compile("(?:retry|try again|reset|resets|available|wait)[^.\\d]{0,40}?" + SPAN);
  private static final Pattern UNIT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([a-z]+)");
  private static final Pattern DATE =
      Pattern.compile(
          "(?:regain access|reset|resets|available|until)[^\\d]{0,40}"
              + "(\\d{4}-\\d{2}-\\d{2})(?:[t ]+(?:at )?(\\d{2}:\\d{2}(?::\\d{2})?))?");

  private final Instant now;

  private RetryHints(Instant now) {
    this.now = now;
  }

  /** The first hint, or null. */
  static @Nullable Duration of(Headers headers, ErrorBody body, Instant now) {
    RetryHints hints = new RetryHints(now);
    Duration hint = hints.inHeaders(headers);
    if (hint == null) {
      hint = hints.inJson(body.json(), 0);
    }
    if (hint == null) {
      hint = hints.inWords(body.words());
    }
    if (hint == null) {
      hint = spentWindow(headers);
    }
    if (hint == null || !hint.isPositive()) {
      return null;
    }
    return hint.compareTo(LONGEST) > 0 ? LONGEST : hint;
  }

  private @Nullable Duration inHeaders(Headers headers) {
    String millis = headers.get("retry-after-ms");
    if (millis != null && millis.strip().matches("\\d{1,12}(\\.\\d+)?")) {
      return Duration.ofMillis((long) Double.parseDouble(millis.strip()));
    }
    String after = headers.get("retry-after");
    if (after == null) {
      return null;
    }
    if (after.strip().matches("\\d{1,9}(\\.\\d+)?")) {
      return seconds(Double.parseDouble(after.strip()));
    }
    try {
      return Duration.between(
          now,
          ZonedDateTime.parse(after.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException notADate) {
      return span(after.strip().toLowerCase(Locale.ROOT));
    }
  }

  private @Nullable Duration inJson(Json value, int depth) {
    if (depth > DEEPEST) {
      return null;
    }
    if (value instanceof JsonArray array) {
      return array.items().stream()
          .map(item -> inJson(item, depth + 1))
          .filter(hint -> hint != null)
          .findFirst()
          .orElse(null);
    }
    if (value instanceof JsonObject object) {
      for (Map.Entry<String, Json> field : object.fields().entrySet()) {
        Duration hint = inField(field.getKey(), field.getValue());
        if (hint == null) {
          hint = inJson(field.getValue(), depth + 1);
        }
        if (hint != null) {
          return hint;
        }
      }
    }
    return null;
  }

  private @Nullable Duration inField(String name, Json value) {
    return switch (name) {
      case "retryDelay", "quotaResetDelay", "retry_after", "retryAfter", "resets_in_seconds" ->
          length(value);
      case "retry_after_ms", "retryAfterMs" ->
          value instanceof JsonNumber number ? Duration.ofMillis(number.longValue()) : null;
      case "resets_at", "reset_at", "quotaResetTimeStamp" -> until(value);
      default -> null;
    };
  }

  private static @Nullable Duration length(Json value) {
    return switch (value) {
      case JsonNumber number -> seconds(number.doubleValue());
      case JsonString text ->
          text.value().strip().matches("\\d{1,9}(\\.\\d+)?")
              ? seconds(Double.parseDouble(text.value().strip()))
              : span(text.value().toLowerCase(Locale.ROOT));
      default -> null;
    };
  }

  private @Nullable Duration until(Json value) {
    if (value instanceof JsonNumber number) {
      long at = number.longValue();
      return Duration.between(
          now, at > FIRST_MILLIS ? Instant.ofEpochMilli(at) : Instant.ofEpochSecond(at));
    }
    if (value instanceof JsonString text) {
      try {
        return Duration.between(now, Instant.parse(text.value()));
      } catch (DateTimeException notADate) {
        return null;
      }
    }
    return null;
  }

  private @Nullable Duration inWords(String words) {
    Matcher date = DATE.matcher(words);
    if (date.find()) {
      try {
        LocalTime time = date.group(2) == null ? LocalTime.MIN : LocalTime.parse(date.group(2));
        Instant at = LocalDate.parse(date.group(1)).atTime(time).toInstant(ZoneOffset.UTC);
        return Duration.between(now, at);
      } catch (DateTimeException noSuchDay) {
        return null;
      }
    }
    Matcher span = IN_WORDS.matcher(words);
    return span.find() ? span(span.group(1)) : null;
  }

  /** Of the windows a vendor counts in, the reset of one that is used up. */
  private static @Nullable Duration spentWindow(Headers headers) {
    for (String window : new String[] {"requests", "tokens"}) {
      String reset = headers.get("x-ratelimit-reset-" + window);
      if (reset != null && "0".equals(headers.get("x-ratelimit-remaining-" + window))) {
        return span(reset.toLowerCase(Locale.ROOT));
      }
    }
    return null;
  }

  /** Reads {@code 2h7m23.5s}, {@code 20 seconds}, {@code 500ms}. */
  private static @Nullable Duration span(String text) {
    Duration sum = Duration.ZERO;
    Matcher unit = UNIT.matcher(text);
    while (unit.find()) {
      double amount = Double.parseDouble(unit.group(1));
      double factor = factor(unit.group(2));
      if (factor == 0 || amount * factor > LONGEST.toSeconds()) {
        return null;
      }
      sum = sum.plus(seconds(amount * factor));
    }
    return sum.isZero() ? null : sum;
  }

  private static double factor(String unit) {
    if (unit.startsWith("ms") || unit.startsWith("milli")) {
      return 0.001;
    }
    return switch (unit.charAt(0)) {
      case 's' -> 1;
      case 'm' -> 60;
      case 'h' -> 3600;
      case 'd' -> 86_400;
      default -> 0;
    };
  }

  private static Duration seconds(double amount) {
    return Duration.ofMillis(Math.round(Math.min(amount, (double) LONGEST.toSeconds()) * 1000));
  }
}
