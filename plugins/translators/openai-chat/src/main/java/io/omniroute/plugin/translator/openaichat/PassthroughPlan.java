package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonBoolean;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonScan;
import io.omniroute.api.translate.BodyEdit;
import io.omniroute.api.translate.Passthrough;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides how a request is forwarded. A quirk that the body may fall under sends it to the reader
 * and writer instead; the search is for quoted names, so that a name in a text costs time at most.
 */
final class PassthroughPlan {
  private static final byte[] STREAM_OPTIONS = ByteSearch.quoted("stream_options");
  private static final byte[] ASK_FOR_USAGE =
      "\"stream_options\":{\"include_usage\":true},".getBytes(StandardCharsets.UTF_8);
  private static final byte[] STOP = ByteSearch.quoted("stop");
  private static final byte[] TOOL_CALLS = ByteSearch.quoted("tool_calls");

  private PassthroughPlan() {}

  static Optional<Passthrough> of(byte[] body, boolean stream, HostQuirks quirks) {
    if (needsWriting(body, quirks)) {
      return Optional.empty();
    }
    boolean mayBeEmpty = ByteSearch.contains(body, STOP);
    Asking asking = stream && quirks.streamUsage() ? asking(body) : new Asking(List.of(), false);
    return Optional.of(
        new Passthrough(asking.edits(), new AnswerTap(quirks, asking.hidesUsage(), mayBeEmpty)));
  }

  private record Asking(List<BodyEdit> edits, boolean hidesUsage) {}

  private static Asking asking(byte[] body) {
    if (!ByteSearch.contains(body, STREAM_OPTIONS)) {
      return inserted(body);
    }
    Optional<JsonScan.Field> field =
        JsonScan.of(body, Set.of("stream_options")).field("stream_options");
    if (field.isEmpty()) {
      return inserted(body);
    }
    int start = field.get().start();
    int end = field.get().end();
    Json given = Json.parse(body, start, end - start);
    JsonObject options = given instanceof JsonObject object ? object : JsonObject.EMPTY;
    if (options.bool("include_usage", false)) {
      return new Asking(List.of(), false);
    }
    byte[] asked = options.toBuilder().put("include_usage", JsonBoolean.TRUE).build().toBytes();
    return new Asking(List.of(new BodyEdit(start, end, asked)), true);
  }

  /** The object has a model at least, so that a comma behind the new field is right. */
  private static Asking inserted(byte[] body) {
    int inside = ByteSearch.find(body, new byte[] {'{'}, 0) + 1;
    return new Asking(List.of(new BodyEdit(inside, inside, ASK_FOR_USAGE)), true);
  }

  private static boolean needsWriting(byte[] body, HostQuirks quirks) {
    if (!quirks.developerRole() && has(body, "developer")) {
      return true;
    }
    if (quirks.equals(HostQuirks.NORM)) {
      return false;
    }
    return quirks.thinkTags()
        || quirks.unsupported().stream().anyMatch(name -> has(body, name))
        || quirks.renamed().keySet().stream().anyMatch(name -> has(body, name))
        || namesOtherLimit(body, quirks)
        || (!quirks.messageNames() && has(body, "name"))
        || (!quirks.strictTools() && has(body, "strict"))
        || (!quirks.customTools() && has(body, "custom"))
        || (!quirks.requiredChoice().equals("required") && has(body, "required"))
        || (!quirks.structuredOutput().equals("schema") && has(body, "response_format"))
        || (asksOtherwise(quirks) && has(body, "reasoning_effort"))
        || messagesNeedWriting(body, quirks);
  }

  private static boolean asksOtherwise(HostQuirks quirks) {
    return !quirks.reasoningStyle().equals("effort")
        || !quirks.reasoningEfforts().equals(HostQuirks.EFFORTS);
  }

  private static boolean namesOtherLimit(byte[] body, HostQuirks quirks) {
    String field = quirks.maxTokensField();
    return field != null
        && has(body, field.equals("max_tokens") ? "max_completion_tokens" : "max_tokens");
  }

  private static boolean messagesNeedWriting(byte[] body, HostQuirks quirks) {
    boolean callsInHistory = has(body, "tool_call_id") || ByteSearch.contains(body, TOOL_CALLS);
    return (quirks.refusesReasoning() && has(body, "reasoning_content"))
        || (quirks.mergeSystem() && count(body, "system") > 1)
        || (quirks.plainContent() && has(body, "text"))
        || (callsInHistory && (quirks.assistantAfterTool() || quirks.nineCharacterIds()))
        || (quirks.requiresReasoning()
            && count(body, "tool_calls") > count(body, "reasoning_content"));
  }

  private static boolean has(byte[] body, String name) {
    return ByteSearch.contains(body, ByteSearch.quoted(name));
  }

  private static int count(byte[] body, String name) {
    return ByteSearch.count(body, ByteSearch.quoted(name));
  }
}
