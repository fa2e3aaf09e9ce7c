package io.omniroute.dashboard.preview;

import io.omniroute.api.config.ConfigSchema;
import io.omniroute.api.json.JsonObject;
import io.omniroute.platform.management.Actor;
import io.omniroute.platform.management.Settings;
import io.omniroute.platform.management.SettingsService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Settings that never change. */
final class FakeSettings implements SettingsService {

  @Override
  public Settings current() {
    Duration time = Duration.ofSeconds(60);
    return new Settings(
        true,
        false,
        false,
        Set.of(),
        "preview",
        "auto",
        "auto",
        List.of("*"),
        List.of(),
        true,
        10_000_000,
        time,
        time,
        time,
        time,
        30,
        false,
        Map.of());
  }

  @Override
  public List<Entry> entries() {
    return List.of();
  }

  @Override
  public ConfigSchema schema() {
    return ConfigSchema.EMPTY;
  }

  @Override
  public Settings change(JsonObject values, Actor actor) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Runnable onChange(Consumer<Settings> listener) {
    return () -> {};
  }
}
