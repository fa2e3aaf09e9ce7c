package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.Failure;
import io.omniroute.api.Failure.Blame;
import io.omniroute.api.chat.Usage;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonException;
import io.omniroute.api.json.JsonNull;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonScan;
import io.omniroute.api.translate.Frame;
import io.omniroute.api.translate.PassthroughTap;
import io.omniroute.api.translate.Signal;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Observes forwarded answers. A frame is searched once for the few fields that mean something (a
 * quote inside a text is escaped, so a name followed by quote and colon is a field); JSON is read
 * only where usage or an error is in sight.
 */
final class AnswerTap implements PassthroughTap {
  private static final Set<String> PLAIN_FIELDS = Set.of("usage", "choices");
  private static final byte[] DONE = "[DONE]".getBytes(StandardCharsets.US_ASCII);

  private final HostQuirks quirks;
  private final boolean hidesUsage;
  private final boolean mayBeEmpty;
  private boolean content;
  private boolean finished;
  private boolean cutShort;
  private boolean done;

  AnswerTap(HostQuirks quirks, boolean hidesUsage, boolean mayBeEmpty) {
    this.quirks = quirks;
    this.hidesUsage = hidesUsage;
    this.mayBeEmpty = mayBeEmpty;
  }

  @Override
  public Signal frame(Frame frame) {
    byte[] data = frame.data();
    if (frame.comment() || data.length == 0) {
      return Signal.META;
    }
    if (isDone(data)) {
      done = true;
      return saidEnough() ? Signal.END : Signal.error(empty());
    }
    FieldsInSight sight = FieldsInSight.in(data);
    content |= sight.content();
    finished |= sight.finished();
    cutShort |= sight.cutShort();
    if (sight.usage() || sight.error() || "error".equals(frame.event()) || noAnswerYet(sight)) {
      return read(frame, sight);
    }
    return sight.content() ? Signal.CONTENT : Signal.META;
  }

  /** A first frame without a choice may be an error in a shape of its own. */
  private boolean noAnswerYet(FieldsInSight sight) {
    return !content && !sight.content() && !sight.choices();
  }

  /** An answer may be empty by the limit, by a policy, or where a stop sequence came first. */
  private boolean saidEnough() {
    return content || cutShort || mayBeEmpty;
  }

  private Signal read(Frame frame, FieldsInSight sight) {
    if (!(parsed(frame.data()) instanceof JsonObject object)) {
      return sight.content() ? Signal.CONTENT : Signal.META;
    }
    boolean fault = "error".equals(frame.event()) || Errors.in(object) || inChoice(object);
    if (fault) {
      return Signal.error(Errors.read(faulty(object)));
    }
    if (object.get("choices") == JsonNull.NULL && !object.has("usage") && !finished) {
      return Signal.error(failure("The upstream answered without any choice"));
    }
    Usage usage = UsageReader.find(object, quirks);
    if (usage.isEmpty()) {
      return sight.content() ? Signal.CONTENT : Signal.META;
    }
    JsonArray choices = object.array("choices");
    if (hidesUsage && (choices == null || choices.isEmpty())) {
      return Signal.hidden(usage);
    }
    return (sight.content() ? Signal.CONTENT : Signal.META).with(usage);
  }

  private static boolean inChoice(JsonObject object) {
    JsonArray choices = object.array("choices");
    return choices != null && choices.objects().anyMatch(Errors::in);
  }

  private static JsonObject faulty(JsonObject object) {
    JsonArray choices = object.array("choices");
    return choices == null
        ? object
        : choices.objects().filter(Errors::in).findFirst().orElse(object);
  }

  private static Json parsed(byte[] data) {
    try {
      return Json.parse(data);
    } catch (JsonException senseless) {
      return JsonNull.NULL;
    }
  }

  @Override
  public Signal whole(byte[] body) {
    FieldsInSight sight = FieldsInSight.in(body);
    if (sight.choices() && sight.content() && !sight.error()) {
      Signal signal = plain(body);
      if (signal != null) {
        return signal;
      }
    }
    return careful(body);
  }

  /**
   * The usual answer: checked to be JSON, but only its usage is read. Null where it is not that.
   */
  private @Nullable Signal plain(byte[] body) {
    try {
      JsonScan scan = JsonScan.of(body, PLAIN_FIELDS);
      JsonScan.Field counters = scan.field("usage").orElse(null);
      if (counters == null || scan.field("choices").isEmpty()) {
        return null;
      }
      Json value = Json.parse(body, counters.start(), counters.end() - counters.start());
      Usage usage = UsageReader.find(JsonObject.builder().put("usage", value).build(), quirks);
      if (usage.isEmpty()) {
        return null;
      }
      done = true;
      content = true;
      return Signal.END.with(usage);
    } catch (JsonException senseless) {
      return null;
    }
  }

  private Signal careful(byte[] body) {
    if (!(parsed(body) instanceof JsonObject object)) {
      return Signal.error(failure("The upstream answered with something that is not JSON"));
    }
    if (Errors.in(object)) {
      return Signal.error(Errors.read(object));
    }
    JsonArray choices = object.array("choices");
    if (choices == null || choices.isEmpty()) {
      return Signal.error(failure("The upstream answered without any choice"));
    }
    if (!mayBeEmpty && choices.objects().allMatch(AnswerTap::saysNothing)) {
      return Signal.error(empty());
    }
    done = true;
    content = true;
    Usage usage = UsageReader.find(object, quirks);
    return Signal.END.with(usage.isEmpty() ? null : usage);
  }

  private static boolean saysNothing(JsonObject choice) {
    FieldsInSight sight = FieldsInSight.in(choice.toBytes());
    return !sight.content() && !sight.cutShort();
  }

  private static boolean isDone(byte[] data) {
    int start = ByteSearch.skipSpace(data, 0);
    return start + DONE.length <= data.length
        && data[start] == '['
        && ByteSearch.find(data, DONE, start) == start;
  }

  @Override
  public boolean ended() {
    return (done || finished) && saidEnough();
  }

  private static Failure empty() {
    return failure("The upstream gave an empty answer");
  }

  private static Failure failure(String message) {
    return Failure.of(ErrorCode.UPSTREAM_ERROR, message, Blame.PROVIDER);
  }
}
