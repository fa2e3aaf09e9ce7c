package io.omniroute.platform.plugin;

/**
 * Something a plugin provides. Valid as long as the lease under which it was found.
 *
 * @param <T> what it is
 * @param id the id it is found by
 * @param service the plugin's object
 * @param origin the plugin
 */
public record Contribution<T>(String id, T service, PluginOrigin origin) {}
