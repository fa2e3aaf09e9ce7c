package io.omniroute.platform.plugin;

/**
 * Which plugin something comes from.
 *
 * @param pluginId the plugin's id
 * @param version its version
 * @param generation a number that no other load of any plugin has in this process; what is kept per
 *     extension (a selector, say) is stale when it changes
 */
public record PluginOrigin(String pluginId, String version, long generation) {}
