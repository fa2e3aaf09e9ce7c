package io.omniroute.api.translate;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What upstreams say when they mean something. Texts are matched in lower case. */
enum FailureWords {
  /** The conversation does not fit. */
  OVERFLOW(
      "context[ _-]?(length|window|size|limit)",
      "maximum (context|prompt|input)",
      "(prompt|input|conversation) (is |was )?too (long|large)",
      "too many (input |prompt )?tokens",
      "request too large for model",
      "exceed\\w* (the |this )?(model'?s? )?(input )?token limit",
      "token count[^.]{0,60}exceed",
      "exceed\\w*[^.]{0,60}(maximum|max)[^.]{0,20} (number of )?(input |prompt )?tokens allowed",
      "more than max tokens allowed",
      "range of input length",
      "reduce the length of the (messages|prompt|input)",
      "tokens? must (be|have) (<=|less than)",
      "inputs. tokens"),

  /** A parameter, or a value of one, is not for this model. */
  UNSUPPORTED(
      "unsupported[ _](parameter|value|field)",
      "unknown (parameter|field|argument|name)",
      "unrecognized (request )?(argument|field|parameter)",
      "extra (inputs|fields) (are )?not (permitted|allowed)",
      "(parameter|argument|field|property)[^.]{0,40} (is )?(not supported|unsupported)",
      "does not support (the )?(parameter|argument|[\\w'`\"]+ parameter)",
      "not supported (with|by|for) this model"),

  /** The credential is bad. */
  CREDENTIAL(
      "api[ _-]?key[^.]{0,30}(not valid|invalid|incorrect|expired|revoked|not found|disabled)",
      "(invalid|incorrect|bad|expired|revoked|missing|wrong|no)[ _]"
          + "(api[ _-]?key|x-api-key|credentials?|authentication|bearer|access[ _]token)",
      "authentication (failed|required|fails)",
      "unauthorized"),

  /** There is no money or quota left. */
  BROKE(
      "insufficient[ _](quota|balance|credits?|funds)",
      "exceeded (your )?current[ _]quota",
      "quota[^.]{0,20}(exceeded|exhausted|used up)",
      "credit balance",
      "(not enough|out of|no|requires more) (credits?|balance)",
      "billing",
      "payment required",
      "(usage|spend|spending) limits?",
      "overdue payment|arrears"),

  /** Too much was asked in too short a time. */
  LIMIT(
      "rate[ _-]?limit",
      "too many requests",
      "high[- ]frequency",
      "(requests|tokens) per (second|minute|hour|day)",
      "throttl",
      "resource[ _]?exhausted"),

  /** The service has more to do than it can. */
  BUSY("overloaded", "capacity", "(temporarily|currently) unavailable", "(is|are) busy"),

  /** The content is against a policy. */
  POLICY(
      "content[ _](filter|policy|management)",
      "responsible ai polic",
      "safety (system|filter|polic)",
      "violat\\w+[^.]{0,40}polic",
      "inappropriate content",
      "data_inspection_failed"),

  /** There is no such model. */
  NO_MODEL(
      "model[ _]not[ _](found|supported|exist)",
      "model[^.]{0,80}(does not exist|not found|doesn't exist|not available|no longer)",
      "(unknown|no such|unsupported|invalid) model"),

  /** The model wrote a call that the service could not read; again it may succeed. */
  CALL_FAILED("tool_use_failed", "failed to call a function", "malformed_function_call");

  private static final List<Pattern> PARAMETERS =
      List.of(
          Pattern.compile(
              "(?:unsupported|unknown|unrecognized)[^:'\"`]{0,40}[:]?\\s*['\"`]?([a-z_][\\w.]*[\\w])"),
          Pattern.compile("(?:parameter|argument|field|property)\\s*['\"`]([\\w.]+)['\"`]"),
          Pattern.compile("['\"`]([\\w.]+)['\"`][^.]{0,30}(?:not supported|unsupported)"));

  private final Pattern pattern;

  FailureWords(String... alternatives) {
    this.pattern = Pattern.compile(String.join("|", alternatives));
  }

  /** Whether a text in lower case says so. */
  boolean matches(String words) {
    return pattern.matcher(words).find();
  }

  /** The name of the parameter that a text complains of, or null. */
  static @Nullable String parameterIn(String words) {
    for (Pattern candidate : PARAMETERS) {
      Matcher matcher = candidate.matcher(words);
      if (matcher.find()) {
        return matcher.group(1);
      }
    }
    return null;
  }
}
