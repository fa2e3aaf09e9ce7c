package io.omniroute.platform.management;

import io.omniroute.platform.auth.AccessControl;
import io.omniroute.platform.auth.ApiKeys;
import io.omniroute.platform.auth.AuthPolicy;
import io.omniroute.platform.auth.FirstRun;
import io.omniroute.platform.web.Routes;

/** All of management, wired: services, access and the JSON routes. Thread-safe. */
public final class Management implements AutoCloseable {

  private Management() {}

  /** Wires everything; blocks for the store. */
  public static Management open(ManagementOptions options) {
    throw new UnsupportedOperationException();
  }

  /** The services. */
  public Services services() {
    throw new UnsupportedOperationException();
  }

  /** The settings now. */
  public Settings settings() {
    throw new UnsupportedOperationException();
  }

  /** The settings of access now. */
  public AuthPolicy policy() {
    throw new UnsupportedOperationException();
  }

  /** Who may call inference routes. */
  public ApiKeys keys() {
    throw new UnsupportedOperationException();
  }

  /** Who may call management routes and pages. */
  public AccessControl access() {
    throw new UnsupportedOperationException();
  }

  /** Whether there is a password yet. */
  public FirstRun firstRun() {
    throw new UnsupportedOperationException();
  }

  /** Adds the JSON routes below {@code /api}. */
  public void register(Routes routes) {
    throw new UnsupportedOperationException();
  }

  /** Stores what is held back, such as when keys were last seen. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
