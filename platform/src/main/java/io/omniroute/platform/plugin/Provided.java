package io.omniroute.platform.plugin;

/**
 * One thing a plugin provides, by name.
 *
 * @param kind what it is
 * @param id the id it is found by
 */
public record Provided(PluginKind kind, String id) {}
