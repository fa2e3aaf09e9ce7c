package io.omniroute.api;

/** The semantic version of the plugin API, which is independent of the gateway's own version. */
public final class ApiVersion {

  /** The version that this host offers; a plugin states the range it needs in its manifest. */
  public static final String CURRENT = "1.0.0";

  private ApiVersion() {}
}
