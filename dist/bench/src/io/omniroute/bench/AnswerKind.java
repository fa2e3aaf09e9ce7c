package io.omniroute.bench;

import java.util.Locale;

/** What a request asks the upstream for. */
enum AnswerKind {
  /** One JSON document. */
  JSON,
  /** A stream whose events come all at once. */
  FLOOD,
  /** A stream with a pause before each event, each with the time it was sent. */
  PACED;

  static AnswerKind named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  boolean streams() {
    return this != JSON;
  }
}
