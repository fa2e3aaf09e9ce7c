package io.omniroute.platform.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a plugin.
 *
 * @param id the plugin's id
 * @param enabled whether it may run
 * @param pinnedVersion the version to stay with; null to take the newest
 * @param previousVersion the version to roll back to
 * @param config its settings as one JSON object; kept encrypted, for it may hold secrets
 * @param sha256 digest of the installed file in hexadecimal; empty when it came with the program
 * @param installedAt when it was first seen
 */
public record PluginState(
    String id,
    boolean enabled,
    @Nullable String pinnedVersion,
    @Nullable String previousVersion,
    Secret config,
    String sha256,
    Instant installedAt) {

  /**
   * Checks the JSON and cuts the time to the millisecond that is stored.
   *
   * @throws IllegalArgumentException if {@code config} is not a JSON object
   */
  public PluginState {
    JsonText.requireObject(config.reveal());
    installedAt = Stored.instant(installedAt);
  }

  /** A plugin seen for the first time: enabled, without settings. */
  public static PluginState seen(String id, String sha256, Instant installedAt) {
    return new PluginState(id, true, null, null, Secret.of("{}"), sha256, installedAt);
  }

  /** The same, switched on or off. */
  public PluginState withEnabled(boolean mayRun) {
    return new PluginState(id, mayRun, pinnedVersion, previousVersion, config, sha256, installedAt);
  }

  /** The same with other settings. */
  public PluginState withConfig(Secret settings) {
    return new PluginState(
        id, enabled, pinnedVersion, previousVersion, settings, sha256, installedAt);
  }
}
