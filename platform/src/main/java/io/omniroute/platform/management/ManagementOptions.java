package io.omniroute.platform.management;

import io.omniroute.platform.auth.Exposure;
import io.omniroute.platform.plugin.PluginHost;
import io.omniroute.platform.store.Store;
import java.util.Map;

/**
 * What the management services are made from.
 *
 * @param store what the gateway remembers
 * @param plugins the plugin host
 * @param exposure how far the gateway can be reached
 * @param environment the environment variables
 * @param version the gateway's own version
 * @param stop stops the process in an orderly way; returns at once
 */
public record ManagementOptions(
    Store store,
    PluginHost plugins,
    Exposure exposure,
    Map<String, String> environment,
    String version,
    Runnable stop) {}
