package io.omniroute.dashboard.preview;

import io.omniroute.platform.management.Settings;
import io.omniroute.platform.management.SettingsService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Settings that never change. */
final class FakeSettings {

  private static final Duration TIME = Duration.ofSeconds(60);

  private static final Settings SETTINGS =
      new Settings(
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
          TIME,
          TIME,
          TIME,
          TIME,
          30,
          false,
          Map.of());

  private FakeSettings() {}

  /** A service that knows the settings and nothing else. */
  static SettingsService service() {
    return Fakes.only(SettingsService.class, Map.of("current", () -> SETTINGS));
  }
}
