package io.omniroute.platform.store;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Settings by namespace and key; a value is JSON text. Nothing secret belongs here, for settings
 * are shown and exported: see {@link ServerSecrets}. See {@link Store} for threads, blocking and
 * errors.
 */
public interface SettingsRepository {

  /** Every value of a namespace, by key in alphabetical order. */
  Map<String, String> all(String namespace);

  /** Every value of every namespace: one read for a snapshot of the configuration. */
  Map<String, Map<String, String>> snapshot();

  /** One value. */
  Optional<String> find(String namespace, String key);

  /**
   * Sets one value.
   *
   * @throws IllegalArgumentException if it is not JSON
   */
  void put(String namespace, String key, String json);

  /**
   * Sets several values of a namespace: all of them or, on an error, none.
   *
   * @throws IllegalArgumentException if one is not JSON
   */
  void putAll(String namespace, Map<String, String> values);

  /**
   * Reads, changes and saves the values of a namespace in one step that nothing comes between; keys
   * that the result lacks are removed.
   *
   * @param change pure and quick: it runs on the store's only writer, so it must not call the store
   * @return the values as stored
   * @throws IllegalArgumentException if one is not JSON
   */
  Map<String, String> update(String namespace, UnaryOperator<Map<String, String>> change);

  /** Removes one value; false if there was none. */
  boolean delete(String namespace, String key);
}
