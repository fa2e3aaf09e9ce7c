package io.omniroute.platform.store.sql;

import static io.omniroute.platform.store.sql.schema.tables.PluginStates.PLUGIN_STATES;
import static java.util.Objects.requireNonNull;

import io.omniroute.platform.store.PluginState;
import io.omniroute.platform.store.PluginStateRepository;
import io.omniroute.platform.store.SecretBox;
import io.omniroute.platform.store.sql.schema.tables.records.PluginStatesRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jooq.impl.DSL;

/** What is remembered of plugins, in {@code plugin_states}. */
final class SqlPluginStates implements PluginStateRepository {

  private final SecretBox box;
  private final KeyedTable<PluginStatesRecord, PluginState> table;

  SqlPluginStates(Database database, SecretBox box) {
    this.box = box;
    this.table = new KeyedTable<>(database, PLUGIN_STATES.ID, this::state, this::row);
  }

  @Override
  public List<PluginState> all() {
    return table.list(DSL.noCondition(), PLUGIN_STATES.ID);
  }

  @Override
  public Optional<PluginState> find(String id) {
    return table.find(id);
  }

  @Override
  public void save(PluginState state) {
    table.save(state);
  }

  @Override
  public Optional<PluginState> update(String id, UnaryOperator<PluginState> change) {
    return table.update(id, change);
  }

  @Override
  public boolean delete(String id) {
    return table.delete(id);
  }

  private PluginState state(PluginStatesRecord row) {
    return new PluginState(
        row.getId(),
        row.getEnabled(),
        row.getPinnedVersion(),
        row.getPreviousVersion(),
        requireNonNull(SealedColumn.PLUGIN_CONFIG.open(box, row.getId(), row.getConfig())),
        row.getSha256(),
        row.getInstalledAt());
  }

  private PluginStatesRecord row(PluginState state) {
    PluginStatesRecord row = new PluginStatesRecord();
    row.setId(state.id());
    row.setEnabled(state.enabled());
    row.setPinnedVersion(state.pinnedVersion());
    row.setPreviousVersion(state.previousVersion());
    row.setConfig(SealedColumn.PLUGIN_CONFIG.seal(box, state.id(), state.config()));
    row.setSha256(state.sha256());
    row.setInstalledAt(state.installedAt());
    return row;
  }
}
