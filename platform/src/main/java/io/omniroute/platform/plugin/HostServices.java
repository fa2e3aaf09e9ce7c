package io.omniroute.platform.plugin;

import io.omniroute.api.http.HttpExchanger;
import java.time.Duration;

/**
 * What the host gives to plugins.
 *
 * @param http what they send whole requests with
 * @param settings their settings
 * @param startTimeout how long they may take to start
 */
record HostServices(HttpExchanger http, PluginSettings settings, Duration startTimeout) {}
