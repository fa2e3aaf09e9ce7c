package io.omniroute.platform.plugin;

/** What a plugin can provide. */
public enum PluginKind {
  /** A vendor's service. */
  PROVIDER,
  /** A wire format. */
  TRANSLATOR,
  /** An order in which candidates are tried. */
  ROUTING,
  /** A judge of answers. */
  SCORER
}
