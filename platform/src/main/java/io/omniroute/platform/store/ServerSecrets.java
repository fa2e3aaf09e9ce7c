package io.omniroute.platform.store;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Secrets of the gateway itself (session signing key, password hash …): encrypted at rest, in a
 * place of their own that no export reads. See {@link Store} for threads, blocking and errors.
 */
public interface ServerSecrets {

  /** One secret. */
  Optional<Secret> find(String name);

  /** The secret, made and stored first if there is none; every caller gets the same one. */
  Secret findOrCreate(String name, Supplier<Secret> fresh);

  /** Sets one secret. */
  void put(String name, Secret value);

  /** Removes one secret; false if there was none. */
  boolean delete(String name);
}
