package io.omniroute.platform.store.sql;

import static io.omniroute.platform.store.sql.schema.tables.ProviderConnections.PROVIDER_CONNECTIONS;
import static io.omniroute.platform.store.sql.schema.tables.ProviderNodes.PROVIDER_NODES;

import io.omniroute.platform.store.ProviderNode;
import io.omniroute.platform.store.ProviderNodeRepository;
import io.omniroute.platform.store.sql.schema.tables.records.ProviderNodesRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jooq.impl.DSL;

/** Endpoints added by hand in {@code provider_nodes}. */
final class SqlProviderNodes implements ProviderNodeRepository {

  private final Database database;
  private final KeyedTable<ProviderNodesRecord, ProviderNode> table;

  SqlProviderNodes(Database database) {
    this.database = database;
    this.table =
        new KeyedTable<>(
            database, PROVIDER_NODES.ID, SqlProviderNodes::node, SqlProviderNodes::row);
  }

  @Override
  public List<ProviderNode> all() {
    return table.list(DSL.noCondition(), PROVIDER_NODES.CREATED_AT, PROVIDER_NODES.ID);
  }

  @Override
  public Optional<ProviderNode> find(String id) {
    return table.find(id);
  }

  @Override
  public ProviderNode save(ProviderNode node) {
    return table.save(stamped(node));
  }

  @Override
  public Optional<ProviderNode> update(String id, UnaryOperator<ProviderNode> change) {
    return table.update(id, current -> stamped(change.apply(current)));
  }

  @Override
  public boolean delete(String id) {
    return database.write(
        dsl -> {
          int found = dsl.deleteFrom(PROVIDER_NODES).where(PROVIDER_NODES.ID.eq(id)).execute();
          if (found > 0) {
            dsl.deleteFrom(PROVIDER_CONNECTIONS)
                .where(PROVIDER_CONNECTIONS.PROVIDER.eq(id))
                .execute();
          }
          return found > 0;
        });
  }

  private static ProviderNode stamped(ProviderNode node) {
    return new ProviderNode(
        node.id(),
        node.type(),
        node.name(),
        node.prefix(),
        node.apiType(),
        node.baseUrl(),
        node.createdAt(),
        Instant.now());
  }

  private static ProviderNode node(ProviderNodesRecord row) {
    return new ProviderNode(
        row.getId(),
        row.getType(),
        row.getName(),
        row.getPrefix(),
        row.getApiType(),
        row.getBaseUrl(),
        row.getCreatedAt(),
        row.getUpdatedAt());
  }

  private static ProviderNodesRecord row(ProviderNode node) {
    ProviderNodesRecord row = new ProviderNodesRecord();
    row.setId(node.id());
    row.setType(node.type());
    row.setName(node.name());
    row.setPrefix(node.prefix());
    row.setApiType(node.apiType());
    row.setBaseUrl(node.baseUrl());
    row.setCreatedAt(node.createdAt());
    row.setUpdatedAt(node.updatedAt());
    return row;
  }
}
