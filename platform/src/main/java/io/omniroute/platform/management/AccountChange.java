package io.omniroute.platform.management;

import io.omniroute.api.json.JsonObject;

/**
 * A change of an account; every field may be left alone.
 *
 * @param name what a person calls it
 * @param apiKey the credential
 * @param priority its place, from 1; the others make room
 * @param globalPriority order among all accounts
 * @param defaultModel the model when a request names none
 * @param active whether it may be used
 * @param healthCheckMinutes how often to look after it
 * @param rateLimitProtection whether requests wait for its limits
 * @param settings fields of the provider to set; a field with null is cleared, others stay
 */
public record AccountChange(
    Patch<String> name,
    Patch<String> apiKey,
    Patch<Integer> priority,
    Patch<Integer> globalPriority,
    Patch<String> defaultModel,
    Patch<Boolean> active,
    Patch<Integer> healthCheckMinutes,
    Patch<Boolean> rateLimitProtection,
    Patch<JsonObject> settings) {

  /** Changes nothing; the other changes start from it. */
  public static final AccountChange NONE =
      new AccountChange(
          Patch.keep(),
          Patch.keep(),
          Patch.keep(),
          Patch.keep(),
          Patch.keep(),
          Patch.keep(),
          Patch.keep(),
          Patch.keep(),
          Patch.keep());

  /** What the form of an account sets: name, key (null leaves it alone), model and fields. */
  public static AccountChange form(
      String name, Patch<String> apiKey, Patch<String> defaultModel, JsonObject settings) {
    return new AccountChange(
        Patch.set(name),
        apiKey,
        Patch.keep(),
        Patch.keep(),
        defaultModel,
        Patch.keep(),
        Patch.keep(),
        Patch.keep(),
        Patch.set(settings));
  }

  /** Only names of what is changed: values may be secret. */
  @Override
  public String toString() {
    return "change of an account";
  }
}
