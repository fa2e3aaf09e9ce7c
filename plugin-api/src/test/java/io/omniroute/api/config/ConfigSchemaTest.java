package io.omniroute.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omniroute.api.GatewayException;
import io.omniroute.api.config.ConfigField.Common;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigSchemaTest {
  private static final ConfigSchema SCHEMA =
      ConfigSchema.of(
          new ConfigField.Text(Common.required("region", "Region", ""), null, "[a-z]{2}"),
          new ConfigField.Secret(Common.optional("token", "Token", "")),
          new ConfigField.Number(Common.optional("retries", "Retries", ""), 3.0, 0.0, 10.0, true),
          new ConfigField.Choice(
              Common.optional("mode", "Mode", ""), List.of("fast", "safe"), "safe"),
          new ConfigField.Flag(Common.optional("verbose", "Verbose", ""), false),
          new ConfigField.Time(
              Common.optional("wait", "Wait", ""), "5s", Duration.ZERO, Duration.ofMinutes(1)),
          new ConfigField.TextList(Common.optional("hosts", "Hosts", ""), List.of("a"), 2));

  @Test
  void defaultsAreFilledIn() {
    Config config = SCHEMA.resolve(values("{\"region\":\"eu\"}"));

    assertThat(config.text("region")).contains("eu");
    assertThat(config.text("token")).isEmpty();
    assertThat(config.whole("retries", 0)).isEqualTo(3);
    assertThat(config.text("mode")).contains("safe");
    assertThat(config.flag("verbose")).isFalse();
    assertThat(config.duration("wait")).contains(Duration.ofSeconds(5));
    assertThat(config.list("hosts")).containsExactly("a");
  }

  @Test
  void givenValuesWinOverDefaults() {
    Config config =
        SCHEMA.resolve(
            values("{\"region\":\"eu\",\"retries\":7,\"wait\":\"500 ms\",\"hosts\":[]}"));

    assertThat(config.number("retries")).contains(7.0);
    assertThat(config.duration("wait")).contains(Duration.ofMillis(500));
    assertThat(config.list("hosts")).isEmpty();
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    List<ConfigProblem> problems =
        SCHEMA.check(
            values(
                """
                {"token":1,"retries":2.5,"mode":"other","verbose":"yes","wait":"2h","hosts":["a","b","c"],
                 "unknown":1}\
                """));

    assertThat(problems)
        .extracting(ConfigProblem::field)
        .containsExactlyInAnyOrder(
            "region", "token", "retries", "mode", "verbose", "wait", "hosts", "unknown");
  }

  @Test
  void resolvingRefusesTheFirstFault() {
    assertThatThrownBy(() -> SCHEMA.resolve(values("{\"region\":\"Europe\"}")))
        .isInstanceOfSatisfying(
            GatewayException.class, e -> assertThat(e.parameter()).contains("region"));
  }

  @Test
  void aNameStandsOnlyOnce() {
    ConfigField flag = new ConfigField.Flag(Common.optional("same", "", ""), true);

    assertThatThrownBy(() -> ConfigSchema.of(flag, flag))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Common.optional("not a name", "", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void environmentNamesFollowTheFieldNames() {
    ConfigField field = new ConfigField.Flag(Common.optional("wordDelayMillis", "", ""), true);

    assertThat(field.environmentName("DEMO")).isEqualTo("DEMO_WORD_DELAY_MILLIS");
  }

  @Test
  void valuesNeverShowInText() {
    Config config = SCHEMA.resolve(values("{\"region\":\"eu\",\"token\":\"sk-secret\"}"));

    assertThat(config.toString()).contains("token").doesNotContain("sk-secret");
  }

  private static JsonObject values(String json) {
    return (JsonObject) Json.parse(json);
  }
}
