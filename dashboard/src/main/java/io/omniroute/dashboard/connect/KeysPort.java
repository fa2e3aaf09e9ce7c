package io.omniroute.dashboard.connect;

/** The keys tools use. Thread-safe; may block on the store. */
public interface KeysPort {

  /** How many keys there are. */
  int count();

  /**
   * Makes a key. Its text is known only now; the store keeps a hash.
   *
   * @throws io.omniroute.api.GatewayException when the name is taken
   */
  String create(String name);
}
