package io.omniroute.platform.store.sql;

import static io.omniroute.platform.store.sql.schema.tables.KeyValues.KEY_VALUES;

import io.omniroute.platform.store.JsonText;
import io.omniroute.platform.store.SettingsRepository;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;

/** Settings in {@code key_values}. */
final class SqlSettings implements SettingsRepository {

  private final Database database;

  SqlSettings(Database database) {
    this.database = database;
  }

  @Override
  public Map<String, String> all(String namespace) {
    return database.read(dsl -> values(dsl, namespace));
  }

  @Override
  public Map<String, Map<String, String>> snapshot() {
    SortedMap<String, Map<String, String>> all = new TreeMap<>();
    database.read(
        dsl ->
            dsl.selectFrom(KEY_VALUES)
                .orderBy(KEY_VALUES.NAMESPACE, KEY_VALUES.NAME)
                .fetch(
                    row ->
                        all.computeIfAbsent(row.getNamespace(), name -> new LinkedHashMap<>())
                            .put(row.getName(), row.getValue())));
    all.replaceAll((namespace, values) -> Collections.unmodifiableMap(values));
    return Collections.unmodifiableSortedMap(all);
  }

  @Override
  public Optional<String> find(String namespace, String key) {
    return database.read(
        dsl ->
            dsl.select(KEY_VALUES.VALUE)
                .from(KEY_VALUES)
                .where(KEY_VALUES.NAMESPACE.eq(namespace), KEY_VALUES.NAME.eq(key))
                .fetchOptional(KEY_VALUES.VALUE));
  }

  @Override
  public void put(String namespace, String key, String json) {
    putAll(namespace, Map.of(key, json));
  }

  @Override
  public void putAll(String namespace, Map<String, String> values) {
    values.values().forEach(JsonText::requireValue);
    database.write(
        dsl -> {
          values.forEach((key, json) -> put(dsl, namespace, key, json));
          return values.size();
        });
  }

  @Override
  public Map<String, String> update(String namespace, UnaryOperator<Map<String, String>> change) {
    return database.write(
        dsl -> {
          Map<String, String> before = values(dsl, namespace);
          Map<String, String> after = change.apply(before);
          after.values().forEach(JsonText::requireValue);
          before.keySet().stream()
              .filter(key -> !after.containsKey(key))
              .forEach(key -> remove(dsl, namespace, key));
          after.forEach(
              (key, json) -> {
                if (!json.equals(before.get(key))) {
                  put(dsl, namespace, key, json);
                }
              });
          return Collections.unmodifiableSortedMap(new TreeMap<>(after));
        });
  }

  @Override
  public boolean delete(String namespace, String key) {
    return database.write(dsl -> remove(dsl, namespace, key)) > 0;
  }

  private static Map<String, String> values(DSLContext dsl, String namespace) {
    Map<String, String> values = new LinkedHashMap<>();
    dsl.selectFrom(KEY_VALUES)
        .where(KEY_VALUES.NAMESPACE.eq(namespace))
        .orderBy(KEY_VALUES.NAME)
        .forEach(row -> values.put(row.getName(), row.getValue()));
    return Collections.unmodifiableMap(values);
  }

  private static void put(DSLContext dsl, String namespace, String key, String json) {
    Instant now = Instant.now();
    dsl.insertInto(KEY_VALUES)
        .set(KEY_VALUES.NAMESPACE, namespace)
        .set(KEY_VALUES.NAME, key)
        .set(KEY_VALUES.VALUE, json)
        .set(KEY_VALUES.UPDATED_AT, now)
        .onConflict(KEY_VALUES.NAMESPACE, KEY_VALUES.NAME)
        .doUpdate()
        .set(KEY_VALUES.VALUE, json)
        .set(KEY_VALUES.UPDATED_AT, now)
        .execute();
  }

  private static int remove(DSLContext dsl, String namespace, String key) {
    return dsl.deleteFrom(KEY_VALUES)
        .where(KEY_VALUES.NAMESPACE.eq(namespace), KEY_VALUES.NAME.eq(key))
        .execute();
  }
}
