package io.omniroute.platform.plugin;

import io.omniroute.platform.store.PluginState;
import io.omniroute.platform.store.PluginStateRepository;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

/** Remembers plugins as long as the test runs. */
final class MemoryPluginStates implements PluginStateRepository {

  private final Map<String, PluginState> states = new ConcurrentSkipListMap<>();

  @Override
  public List<PluginState> all() {
    return List.copyOf(states.values());
  }

  @Override
  public Optional<PluginState> find(String id) {
    return Optional.ofNullable(states.get(id));
  }

  @Override
  public void save(PluginState state) {
    states.put(state.id(), state);
  }

  @Override
  public Optional<PluginState> update(String id, UnaryOperator<PluginState> change) {
    return Optional.ofNullable(states.computeIfPresent(id, (key, state) -> change.apply(state)));
  }

  @Override
  public boolean delete(String id) {
    return states.remove(id) != null;
  }
}
