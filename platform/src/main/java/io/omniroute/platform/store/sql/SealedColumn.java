package io.omniroute.platform.store.sql;

import io.omniroute.platform.store.Secret;
import io.omniroute.platform.store.SecretBox;
import io.omniroute.platform.store.SecretBox.Place;
import io.omniroute.platform.store.sql.schema.tables.PluginStates;
import io.omniroute.platform.store.sql.schema.tables.ProviderConnections;
import io.omniroute.platform.store.sql.schema.tables.ServerSecrets;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * A column that holds secrets in encrypted form.
 *
 * @param table its table
 * @param key the table's primary key
 * @param column the column
 */
record SealedColumn(Table<?> table, Field<String> key, Field<String> column) {

  static final SealedColumn SERVER_SECRET =
      new SealedColumn(
          ServerSecrets.SERVER_SECRETS,
          ServerSecrets.SERVER_SECRETS.NAME,
          ServerSecrets.SERVER_SECRETS.VALUE);
  static final SealedColumn PLUGIN_CONFIG =
      new SealedColumn(
          PluginStates.PLUGIN_STATES,
          PluginStates.PLUGIN_STATES.ID,
          PluginStates.PLUGIN_STATES.CONFIG);
  static final SealedColumn API_KEY =
      ofConnection(ProviderConnections.PROVIDER_CONNECTIONS.API_KEY);
  static final SealedColumn ACCESS_TOKEN =
      ofConnection(ProviderConnections.PROVIDER_CONNECTIONS.ACCESS_TOKEN);
  static final SealedColumn REFRESH_TOKEN =
      ofConnection(ProviderConnections.PROVIDER_CONNECTIONS.REFRESH_TOKEN);
  static final SealedColumn ID_TOKEN =
      ofConnection(ProviderConnections.PROVIDER_CONNECTIONS.ID_TOKEN);
  static final SealedColumn SECRET_DATA =
      ofConnection(ProviderConnections.PROVIDER_CONNECTIONS.SECRET_DATA);

  private static final List<SealedColumn> ALL =
      List.of(
          SERVER_SECRET,
          PLUGIN_CONFIG,
          API_KEY,
          ACCESS_TOKEN,
          REFRESH_TOKEN,
          ID_TOKEN,
          SECRET_DATA);

  private static SealedColumn ofConnection(Field<String> column) {
    return new SealedColumn(
        ProviderConnections.PROVIDER_CONNECTIONS,
        ProviderConnections.PROVIDER_CONNECTIONS.ID,
        column);
  }

  /** What goes into the column. */
  @Nullable String seal(SecretBox box, String row, @Nullable Secret secret) {
    return secret == null ? null : box.seal(secret, place(row));
  }

  /** What the column holds. */
  @Nullable Secret open(SecretBox box, String row, @Nullable String sealed) {
    return sealed == null ? null : box.open(sealed, place(row));
  }

  /** Encrypts everything anew under another key, inside the caller's transaction. */
  static void resealAll(DSLContext dsl, SecretBox from, SecretBox to) {
    ALL.forEach(column -> column.reseal(dsl, from, to));
  }

  private void reseal(DSLContext dsl, SecretBox from, SecretBox to) {
    dsl.select(key, column)
        .from(table)
        .where(column.isNotNull())
        .forEach(
            row -> {
              Place place = place(row.value1());
              dsl.update(table)
                  .set(column, to.seal(from.open(row.value2(), place), place))
                  .where(key.eq(row.value1()))
                  .execute();
            });
  }

  private Place place(String row) {
    return new Place(table.getName(), column.getName(), row);
  }
}
