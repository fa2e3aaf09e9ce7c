package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonBoolean;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonScan;
import io.omniroute.api.translate.BodyEdit;
import io.omniroute.api.translate.Passthrough;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Decides how requests to one kind of host are forwarded. A quirk that the body falls under sends
 * it to the reader and writer instead; a field of that name at another place costs time and nothing
 * else. Immutable.
 */
final class PassthroughPlan {
  private static final byte[] ASK_FOR_USAGE =
      "\"stream_options\":{\"include_usage\":true},".getBytes(StandardCharsets.UTF_8);
  private static final byte[] BRACE = {'{'};
  private static final Asking NOTHING = new Asking(List.of(), false);

  private final HostQuirks quirks;
  private final List<Predicate<NamesInSight.Seen>> rules = new ArrayList<>();
  private final NamesInSight names;

  PassthroughPlan(HostQuirks quirks) {
    this.quirks = quirks;
    Set<String> wanted = new TreeSet<>(Set.of("stop", "stream_options"));
    fieldRules(wanted);
    valueRules(wanted);
    messageRules(wanted);
    this.names = new NamesInSight(wanted);
  }

  private record Asking(List<BodyEdit> edits, boolean hidesUsage) {}

  /** How a body is forwarded; empty where it must be written anew. */
  Optional<Passthrough> of(byte[] body, boolean stream) {
    if (quirks.thinkTags()) {
      return Optional.empty();
    }
    NamesInSight.Seen seen = names.in(body);
    for (Predicate<NamesInSight.Seen> rule : rules) {
      if (rule.test(seen)) {
        return Optional.empty();
      }
    }
    boolean mayBeEmpty = seen.fields("stop") > 0;
    Asking asking = stream && quirks.streamUsage() ? asking(body, seen) : NOTHING;
    return Optional.of(
        new Passthrough(asking.edits(), new AnswerTap(quirks, asking.hidesUsage(), mayBeEmpty)));
  }

  private void fieldRules(Set<String> wanted) {
    quirks.unsupported().forEach(name -> field(name, wanted));
    quirks.renamed().keySet().forEach(name -> field(name, wanted));
    if (quirks.maxTokensField() != null) {
      boolean older = quirks.maxTokensField().equals("max_tokens");
      field(older ? "max_completion_tokens" : "max_tokens", wanted);
    }
    if (!quirks.messageNames()) {
      field("name", wanted);
    }
    if (!quirks.strictTools()) {
      field("strict", wanted);
    }
    if (!quirks.structuredOutput().equals("schema")) {
      field("response_format", wanted);
    }
    boolean asksOtherwise =
        !quirks.reasoningStyle().equals("effort")
            || !quirks.reasoningEfforts().equals(HostQuirks.EFFORTS);
    if (asksOtherwise) {
      field("reasoning_effort", wanted);
    }
    if (quirks.refusesReasoning()) {
      field("reasoning_content", wanted);
    }
    if (quirks.nineCharacterIds() || quirks.assistantAfterTool()) {
      field("tool_calls", wanted);
      field("tool_call_id", wanted);
    }
  }

  private void field(String name, Set<String> wanted) {
    wanted.add(name);
    rules.add(seen -> seen.fields(name) > 0);
  }

  private void valueRules(Set<String> wanted) {
    if (!quirks.developerRole()) {
      value("developer", wanted);
    }
    if (!quirks.customTools()) {
      value("custom", wanted);
    }
    if (!quirks.requiredChoice().equals("required")) {
      value("required", wanted);
    }
    if (quirks.plainContent()) {
      value("text", wanted);
    }
  }

  private void value(String name, Set<String> wanted) {
    wanted.add(name);
    rules.add(seen -> seen.values(name) > 0);
  }

  private void messageRules(Set<String> wanted) {
    if (quirks.mergeSystem()) {
      wanted.add("system");
      rules.add(seen -> seen.values("system") > 1);
    }
    if (quirks.requiresReasoning()) {
      wanted.add("tool_calls");
      wanted.add("reasoning_content");
      rules.add(seen -> seen.fields("tool_calls") > seen.fields("reasoning_content"));
    }
  }

  private static Asking asking(byte[] body, NamesInSight.Seen seen) {
    if (seen.fields("stream_options") == 0) {
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
      return NOTHING;
    }
    byte[] asked = options.toBuilder().put("include_usage", JsonBoolean.TRUE).build().toBytes();
    return new Asking(List.of(new BodyEdit(start, end, asked)), true);
  }

  /** The object has a model at least, so that a comma behind the new field is right. */
  private static Asking inserted(byte[] body) {
    int inside = ByteSearch.find(body, BRACE, 0) + 1;
    return new Asking(List.of(new BodyEdit(inside, inside, ASK_FOR_USAGE)), true);
  }
}
