package io.omniroute.api.translate;

import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonException;
import io.omniroute.api.json.JsonNumber;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an error body says: OpenAI-like, Google-like, FastAPI-like objects, texts, pages of HTML,
 * and any of these as JSON text inside another.
 *
 * @param text the sentence for people; empty where there is none
 * @param type the vendor's kind of error, or null
 * @param code the vendor's code of the error, or null
 * @param status the HTTP status in the body, or null
 * @param parameter the field of the request that is wrong, or null
 * @param json the body where it is an object, for hints in other fields
 */
record ErrorBody(
    String text,
    @Nullable String type,
    @Nullable String code,
    @Nullable Integer status,
    @Nullable String parameter,
    JsonObject json) {
  private static final int LONGEST_MESSAGE = 2000;
  private static final int DEEPEST = 4;
  private static final Pattern TITLE =
      Pattern.compile("<(title|h1)[^>]*>\\s*([^<]+?)\\s*<", Pattern.CASE_INSENSITIVE);
  private static final Pattern SECRET =
      Pattern.compile(
          "\\b(sk|pk|gsk|key|xai|nvapi|ghp|gho|ghu|AIza)[-_]?[A-Za-z0-9*._-]{8,}|\\beyJ[\\w-]+\\.[\\w.-]+"
              + "|(?i)(bearer\\s+)[A-Za-z0-9*._~+/=-]{6,}");
  private static final ErrorBody EMPTY =
      new ErrorBody("", null, null, null, null, JsonObject.EMPTY);

  /** Reads a body. */
  static ErrorBody of(byte[] body) {
    return ofText(new String(body, StandardCharsets.UTF_8).strip(), 0);
  }

  /** Reads an object that has the error, or is it. */
  static ErrorBody of(JsonObject object) {
    return ofObject(object, 0).within(object);
  }

  private static ErrorBody ofText(String text, int depth) {
    if (depth < DEEPEST && (text.startsWith("{") || text.startsWith("["))) {
      try {
        return ofJson(Json.parse(text), depth);
      } catch (JsonException notJson) {
        return plain(text);
      }
    }
    if (text.startsWith("<")) {
      Matcher title = TITLE.matcher(text);
      return plain(title.find() ? title.group(2) : "");
    }
    return plain(text);
  }

  private static ErrorBody ofJson(@Nullable Json value, int depth) {
    return switch (value) {
      case JsonObject object -> ofObject(object, depth).within(object);
      case JsonArray array -> array.isEmpty() ? EMPTY : ofJson(array.items().getFirst(), depth);
      case JsonString text -> ofText(text.value().strip(), depth + 1);
      case null, default -> EMPTY;
    };
  }

  private static ErrorBody ofObject(JsonObject object, int depth) {
    if (depth < DEEPEST) {
      for (String name : new String[] {"error", "errors", "detail", "response"}) {
        Json inner = object.get(name);
        if (inner instanceof JsonObject || inner instanceof JsonArray || isText(inner)) {
          ErrorBody found = ofJson(inner, depth + 1).orElse(ofFields(object, depth));
          if (found.says()) {
            return found;
          }
        }
      }
    }
    return ofFields(object, depth);
  }

  private static ErrorBody ofFields(JsonObject object, int depth) {
    String said = firstText(object, "message", "msg", "error_description", "status_msg", "reason");
    JsonObject base = object.object("base_resp");
    if (said.isEmpty() && base != null) {
      return ofFields(base, depth);
    }
    ErrorBody inner = nested(object, said, depth);
    ErrorBody own =
        new ErrorBody(
            inner.text,
            text(object.get("type")),
            firstCode(object),
            httpStatus(object),
            object.text("param"),
            JsonObject.EMPTY);
    return inner.type == null && inner.code == null ? own : own.told(inner);
  }

  /** The message may be JSON again; a proxy keeps the original beside it. */
  private static ErrorBody nested(JsonObject object, String said, int depth) {
    JsonObject metadata = object.object("metadata");
    Json raw = metadata == null ? null : metadata.get("raw");
    if (raw != null && depth < DEEPEST) {
      ErrorBody original = ofJson(raw, depth + 1);
      if (!original.text.isEmpty()) {
        return original;
      }
    }
    return said.startsWith("{") ? ofText(said, depth + 1) : plain(said);
  }

  private static ErrorBody plain(String text) {
    return new ErrorBody(text, null, null, null, null, JsonObject.EMPTY);
  }

  private ErrorBody orElse(ErrorBody other) {
    return new ErrorBody(
        text.isEmpty() ? other.text : text,
        type == null ? other.type : type,
        code == null ? other.code : code,
        status == null ? other.status : status,
        parameter == null ? other.parameter : parameter,
        json);
  }

  /** This error in the words of the one inside it. */
  private ErrorBody told(ErrorBody inner) {
    return new ErrorBody(
        inner.text,
        inner.type,
        inner.code,
        inner.status == null ? status : inner.status,
        inner.parameter == null ? parameter : inner.parameter,
        json);
  }

  private ErrorBody within(JsonObject object) {
    return new ErrorBody(text, type, code, status, parameter, object);
  }

  private boolean says() {
    return !text.isEmpty() || type != null || code != null;
  }

  /** The message for people, without secrets, short enough to be shown. */
  String message(int answered) {
    if (text.isEmpty()) {
      return answered > 0 ? "The upstream answered with HTTP " + answered : "The upstream failed";
    }
    String shown = SECRET.matcher(text).replaceAll("[hidden]");
    return shown.length() <= LONGEST_MESSAGE ? shown : shown.substring(0, LONGEST_MESSAGE) + "…";
  }

  /** Everything that was said, in lower case. */
  String words() {
    String said =
        text.length() <= LONGEST_MESSAGE * 4 ? text : text.substring(0, LONGEST_MESSAGE * 4);
    return (codes() + " " + said).toLowerCase(Locale.ROOT);
  }

  /** Type and code alone, in lower case. */
  String codes() {
    return ((type == null ? "" : type) + " " + (code == null ? "" : code)).toLowerCase(Locale.ROOT);
  }

  /** The vendor's own word for the error, or null. */
  @Nullable String nativeCode() {
    return code == null ? type : code;
  }

  /** The status that goes with the vendor's kind of error; 0 where it says nothing. */
  int impliedStatus() {
    String kinds = codes();
    if (kinds.contains("rate_limit") || kinds.contains("resource_exhausted")) {
      return 429;
    }
    if (kinds.contains("overloaded") || kinds.contains("unavailable")) {
      return 503;
    }
    if (kinds.contains("unauthenticated") || kinds.contains("authentication_error")) {
      return 401;
    }
    if (kinds.contains("permission")) {
      return 403;
    }
    if (kinds.contains("not_found")) {
      return 404;
    }
    if (kinds.contains("invalid_request") || kinds.contains("invalid_argument")) {
      return 400;
    }
    if (kinds.contains("deadline_exceeded") || kinds.contains("timeout")) {
      return 504;
    }
    return kinds.contains("server_error") || kinds.contains("internal") ? 500 : 0;
  }

  private static boolean isText(@Nullable Json value) {
    return value instanceof JsonString text && !text.value().isBlank();
  }

  private static String firstText(JsonObject object, String... names) {
    for (String name : names) {
      Json value = object.get(name);
      if (isText(value)) {
        return object.text(name, "").strip();
      }
      if (value instanceof JsonArray texts) {
        return texts.strings().collect(Collectors.joining("; "));
      }
    }
    return "";
  }

  private static @Nullable String firstCode(JsonObject object) {
    String code = text(object.get("code"));
    String status = text(object.get("status"));
    boolean numeric = code == null || code.matches("\\d+");
    if (numeric && status != null && !status.matches("\\d+")) {
      return status;
    }
    return code == null ? text(object.get("status_code")) : code;
  }

  private static @Nullable Integer httpStatus(JsonObject object) {
    for (String name : new String[] {"code", "status", "status_code", "statusCode"}) {
      String number = text(object.get(name));
      if (number != null && number.matches("[45]\\d\\d")) {
        return Integer.valueOf(number);
      }
    }
    return null;
  }

  private static @Nullable String text(@Nullable Json value) {
    return switch (value) {
      case JsonString string -> string.value().isBlank() ? null : string.value();
      case JsonNumber number -> number.digits();
      case null, default -> null;
    };
  }
}
