package io.omniroute.platform.plugin;

import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonException;
import io.omniroute.api.json.JsonObject;
import io.omniroute.platform.store.PluginState;
import io.omniroute.platform.store.PluginStateRepository;
import io.omniroute.platform.store.StoreException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is remembered of plugins. A store that fails must not keep a plugin from running: then what
 * was known last counts. Not thread-safe.
 */
final class PluginRecords {

  private static final Logger LOG = LoggerFactory.getLogger(PluginRecords.class);

  private final PluginStateRepository states;
  private final Clock clock = Clock.systemUTC();
  private Map<String, PluginState> known = new HashMap<>();

  PluginRecords(PluginStateRepository states) {
    this.states = states;
  }

  /** Reads everything, and remembers the files that are new. */
  void refresh(Collection<PluginFile> files) {
    try {
      Map<String, PluginState> all = new HashMap<>();
      states.all().forEach(state -> all.put(state.id(), state));
      known = all;
      for (PluginFile file : files) {
        if (!known.containsKey(file.id())) {
          PluginState seen = PluginState.seen(file.id(), file.sha256(), clock.instant());
          known.put(file.id(), seen);
          states.save(seen);
        }
      }
    } catch (StoreException e) {
      LOG.warn("the state of plugins cannot be read: {}", e.getMessage());
    }
  }

  /** What is remembered of a plugin, or null. */
  @Nullable PluginState of(String id) {
    return known.get(id);
  }

  /** What was set for a plugin; empty where nothing was, or where it cannot be read. */
  JsonObject settings(String id) {
    PluginState state = known.get(id);
    try {
      return state != null && Json.parse(state.config().reveal()) instanceof JsonObject object
          ? object
          : JsonObject.EMPTY;
    } catch (JsonException e) {
      LOG.warn("the settings of plugin '{}' cannot be read", id);
      return JsonObject.EMPTY;
    }
  }

  boolean enabled(String id) {
    PluginState state = known.get(id);
    return state == null || state.enabled();
  }

  /** Notes which file of a plugin is in use. */
  void used(PluginFile file, @Nullable PluginFile previous) {
    PluginState state = known.get(file.id());
    if (state == null || state.sha256().equals(file.sha256())) {
      return;
    }
    String before =
        previous == null || previous.version().equals(file.version())
            ? state.previousVersion()
            : previous.version();
    try {
      states
          .update(
              file.id(),
              it ->
                  new PluginState(
                      it.id(),
                      it.enabled(),
                      it.pinnedVersion(),
                      before,
                      it.config(),
                      file.sha256(),
                      it.installedAt()))
          .ifPresent(it -> known.put(it.id(), it));
    } catch (StoreException e) {
      LOG.warn("the state of plugin '{}' cannot be saved: {}", file.id(), e.getMessage());
    }
  }

  /**
   * Switches a plugin on or off.
   *
   * @throws StoreException when that cannot be stored
   */
  void switchTo(String id, boolean enabled) {
    if (states.update(id, state -> state.withEnabled(enabled)).isEmpty()) {
      states.save(PluginState.seen(id, "", clock.instant()).withEnabled(enabled));
    }
  }

  /**
   * Forgets a plugin.
   *
   * @throws StoreException when that cannot be stored
   */
  void forget(String id) {
    states.delete(id);
    known.remove(id);
  }
}
