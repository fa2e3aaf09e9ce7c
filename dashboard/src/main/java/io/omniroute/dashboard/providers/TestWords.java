package io.omniroute.dashboard.providers;

import io.omniroute.dashboard.i18n.Messages;
import io.omniroute.platform.management.CheckResult;

/** What a test of an account found, in a sentence. */
public final class TestWords {

  private TestWords() {}

  /** The sentence; what the provider itself said stands behind ours. */
  public static String of(Messages messages, CheckResult result) {
    if (result.valid()) {
      return messages.text("test.valid");
    }
    String key = "test." + result.diagnosis().type();
    String sentence = messages.text(messages.has(key) ? key : "test.failed");
    String detail = result.error() != null ? result.error() : result.diagnosis().message();
    return detail == null ? sentence : sentence + " " + detail;
  }
}
