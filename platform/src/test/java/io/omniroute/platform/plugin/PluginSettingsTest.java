package io.omniroute.platform.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omniroute.api.GatewayException;
import io.omniroute.api.config.Config;
import io.omniroute.api.config.ConfigField;
import io.omniroute.api.config.ConfigField.Common;
import io.omniroute.api.config.ConfigSchema;
import io.omniroute.api.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PluginSettingsTest {

  private static final ConfigSchema SCHEMA =
      ConfigSchema.of(
          new ConfigField.Number(Common.optional("maxItems", "", ""), 3.0, 1.0, 9.0, true),
          new ConfigField.Flag(Common.optional("loud", "", ""), false),
          new ConfigField.TextList(Common.optional("hosts", "", ""), List.of(), 5));

  @Test
  void defaultsCountWhereNothingIsSet() {
    Config config = settings(Map.of(), JsonObject.EMPTY).of("acme-tool", SCHEMA);

    assertThat(config.whole("maxItems", 0)).isEqualTo(3);
    assertThat(config.flag("loud")).isFalse();
  }

  @Test
  void environmentStandsOverWhatWasStored() {
    JsonObject stored = JsonObject.builder().put("maxItems", 4).put("loud", true).build();

    Config config =
        settings(
                Map.of("OMNIROUTE_ACME_TOOL_MAX_ITEMS", "7", "OMNIROUTE_ACME_TOOL_HOSTS", "a, b"),
                stored)
            .of("acme-tool", SCHEMA);

    assertThat(config.whole("maxItems", 0)).isEqualTo(7);
    assertThat(config.flag("loud")).isTrue();
    assertThat(config.list("hosts")).containsExactly("a", "b");
  }

  @Test
  void wrongValuesAreRefusedByName() {
    for (String value : List.of("many", "0", "NaN")) {
      PluginSettings settings =
          settings(Map.of("OMNIROUTE_ACME_TOOL_MAX_ITEMS", value), JsonObject.EMPTY);

      assertThatThrownBy(() -> settings.of("acme-tool", SCHEMA))
          .isInstanceOf(GatewayException.class)
          .hasMessageContaining("maxItems");
    }
  }

  private static PluginSettings settings(Map<String, String> environment, JsonObject stored) {
    return new PluginSettings(environment, id -> stored);
  }
}
