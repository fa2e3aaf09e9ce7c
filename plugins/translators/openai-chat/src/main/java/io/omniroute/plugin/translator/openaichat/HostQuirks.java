package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.json.JsonObject;
import io.omniroute.api.translate.Quirks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a host differs from the public API. {@code docs/quirks.md} explains every name.
 *
 * @param streamUsage whether usage may be asked for in a stream
 * @param maxTokensField the field for the longest answer; null where the host did not say
 * @param unsupported top-level fields the host refuses
 * @param renamed top-level fields the host calls otherwise
 * @param developerRole whether the role {@code developer} is known
 * @param messageNames whether messages may have a {@code name}
 * @param mergeSystem whether only one system message, the first, is allowed
 * @param assistantAfterTool whether a user message must not follow a tool's
 * @param plainContent whether content must be text
 * @param requiresReasoning whether the model's own thinking must come back with calls of tools
 * @param reasoningField the field for thinking in messages, or null where there is none
 * @param refusesReasoning whether messages with such a field are refused
 * @param reasoningStyle how thinking is asked for: {@code effort}, {@code reasoning}, {@code
 *     thinking}, {@code enable_thinking} or {@code none}
 * @param reasoningEfforts the words for efforts, rising
 * @param thinkTags whether thinking comes as {@code <think>} inside the text
 * @param nineCharacterIds whether ids of calls are nine letters and digits
 * @param strictTools whether tools may have {@code strict}
 * @param customTools whether tools that take free text are known
 * @param requiredChoice the word for "some tool must be called"
 * @param structuredOutput what is known of structured output: {@code schema}, {@code object} or
 *     {@code none}
 * @param topK whether {@code top_k} is known
 * @param cacheControl whether caching marks are known
 * @param usageField another place of the usage, with dots, or null
 */
record HostQuirks(
    boolean streamUsage,
    @Nullable String maxTokensField,
    List<String> unsupported,
    Map<String, String> renamed,
    boolean developerRole,
    boolean messageNames,
    boolean mergeSystem,
    boolean assistantAfterTool,
    boolean plainContent,
    boolean requiresReasoning,
    @Nullable String reasoningField,
    boolean refusesReasoning,
    String reasoningStyle,
    List<String> reasoningEfforts,
    boolean thinkTags,
    boolean nineCharacterIds,
    boolean strictTools,
    boolean customTools,
    String requiredChoice,
    String structuredOutput,
    boolean topK,
    boolean cacheControl,
    @Nullable String usageField) {
  private static final String NO_FIELD = "none";

  /** The words of the public API. */
  static final List<String> EFFORTS = List.of("none", "minimal", "low", "medium", "high", "xhigh");

  /** The public API itself. */
  static final HostQuirks NORM = read(Quirks.NONE);

  static HostQuirks of(Quirks quirks) {
    return quirks.values().isEmpty() ? NORM : read(quirks);
  }

  private static HostQuirks read(Quirks quirks) {
    boolean requiresReasoning = quirks.flag("requiresReasoningContent", false);
    Optional<String> reasoningField = quirks.text("reasoningField");
    List<String> efforts = quirks.list("reasoningEfforts");
    return new HostQuirks(
        quirks.flag("streamUsage", true),
        quirks.text("maxTokensField").orElse(null),
        quirks.list("unsupportedParameters"),
        renamed(quirks.values().object("renamedParameters")),
        quirks.flag("developerRole", false),
        quirks.flag("messageNames", true),
        quirks.flag("mergeSystem", false),
        quirks.flag("assistantAfterTool", false),
        quirks.flag("plainContent", false),
        requiresReasoning,
        reasoningField
            .filter(field -> !field.equals(NO_FIELD))
            .orElse(requiresReasoning ? "reasoning_content" : null),
        reasoningField.filter(NO_FIELD::equals).isPresent(),
        quirks.text("reasoningStyle").orElse("effort"),
        efforts.isEmpty() ? EFFORTS : efforts,
        quirks.flag("thinkTags", false),
        quirks.text("toolIdStyle").filter("alnum9"::equals).isPresent(),
        quirks.flag("strictTools", true),
        quirks.flag("customTools", true),
        quirks.text("requiredToolChoice").orElse("required"),
        quirks.text("structuredOutput").orElse("schema"),
        quirks.flag("topK", false),
        quirks.flag("cacheControl", false),
        quirks.text("usageField").orElse(null));
  }

  private static Map<String, String> renamed(@Nullable JsonObject names) {
    return names == null
        ? Map.of()
        : names.fields().keySet().stream()
            .filter(name -> names.text(name) != null)
            .collect(Collectors.toUnmodifiableMap(name -> name, name -> names.text(name, name)));
  }

  /** The field for the longest answer in a request that is written anew. */
  String limitField() {
    return maxTokensField == null ? "max_tokens" : maxTokensField;
  }
}
