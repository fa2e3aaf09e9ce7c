package io.omniroute.plugin.translator.openaichat;

import java.nio.charset.StandardCharsets;

/**
 * The fields of a chunk that mean something, found in one pass over its bytes: a quote inside a
 * text is escaped, so a name with quote and colon behind it is a field, at whatever depth.
 */
final class FieldsInSight {
  private static final byte[] CHOICES = name("choices");
  private static final byte[] FINISH_REASON = name("finish_reason");
  private static final byte[] USAGE = name("usage");
  private static final byte[] ERROR = name("error");
  private static final byte[] CONTENT = name("content");
  private static final byte[] TEXT = name("text");
  private static final byte[] REASONING_CONTENT = name("reasoning_content");
  private static final byte[] REASONING = name("reasoning");
  private static final byte[] REASONING_DETAILS = name("reasoning_details");
  private static final byte[] REFUSAL = name("refusal");
  private static final byte[] TOOL_CALLS = name("tool_calls");
  private static final byte[] FUNCTION_CALL = name("function_call");
  private static final byte[] IMAGES = name("images");
  private static final byte[] AUDIO = name("audio");

  private final byte[] json;
  private boolean choices;
  private boolean content;
  private boolean finished;
  private boolean cutShort;
  private boolean usage;
  private boolean error;

  private FieldsInSight(byte[] json) {
    this.json = json;
  }

  private static byte[] name(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }

  static FieldsInSight in(byte[] json) {
    FieldsInSight sight = new FieldsInSight(json);
    int last = json.length - 1;
    for (int i = 1; i < last; i++) {
      if (json[i] == '"' && json[i + 1] == ':' && json[i - 1] != '\\') {
        sight.field(i);
      }
    }
    return sight;
  }

  /** Whether there are choices, even none of them. */
  boolean choices() {
    return choices;
  }

  /** Whether there is content that is not empty. */
  boolean content() {
    return content;
  }

  /** Whether a choice says why it ended. */
  boolean finished() {
    return finished;
  }

  /** Whether it ended by the limit or by a policy. */
  boolean cutShort() {
    return cutShort;
  }

  /** Whether there are counters. */
  boolean usage() {
    return usage;
  }

  /** Whether there is an error. */
  boolean error() {
    return error;
  }

  /** Looks at the field whose name ends with the quote at an offset: first at its last letter. */
  private void field(int quote) {
    int value = ByteSearch.skipSpace(json, quote + 2);
    if (value >= json.length) {
      return;
    }
    switch (json[quote - 1]) {
      case 't' -> {
        boolean text = is(quote, CONTENT) || is(quote, REASONING_CONTENT) || is(quote, TEXT);
        content |= text && filled(value);
      }
      case 'g' -> content |= is(quote, REASONING) && filled(value);
      case 'l' -> {
        content |= is(quote, REFUSAL) && filled(value);
        content |= is(quote, FUNCTION_CALL) && json[value] == '{';
      }
      case 's' -> list(quote, value);
      case 'o' -> content |= is(quote, AUDIO) && json[value] == '{';
      case 'n' -> finish(quote, value);
      case 'e' -> usage |= json[value] == '{' && is(quote, USAGE);
      case 'r' -> error |= json[value] != 'n' && is(quote, ERROR);
      default -> {}
    }
  }

  private void list(int quote, int value) {
    choices |= json[value] != 'n' && is(quote, CHOICES);
    boolean list = is(quote, TOOL_CALLS) || is(quote, IMAGES) || is(quote, REASONING_DETAILS);
    content |= list && filled(value);
  }

  private void finish(int quote, int value) {
    if (json[value] == '"' && is(quote, FINISH_REASON)) {
      finished = true;
      byte first = value + 1 < json.length ? json[value + 1] : 0;
      // length, content_filter
      cutShort |= first == 'l' || first == 'c';
    }
  }

  private boolean is(int quote, byte[] name) {
    int start = quote - name.length;
    if (start < 1 || json[start - 1] != '"') {
      return false;
    }
    for (int i = 0; i < name.length; i++) {
      if (json[start + i] != name[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether a text or an array has something in it. */
  private boolean filled(int value) {
    byte first = json[value];
    byte second = value + 1 < json.length ? json[value + 1] : 0;
    return (first == '"' && second != '"') || (first == '[' && second != ']');
  }
}
