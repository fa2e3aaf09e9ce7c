package io.omniroute.dashboard;

import io.omniroute.dashboard.connect.GatewayPort;
import io.omniroute.dashboard.connect.KeysPort;
import io.omniroute.dashboard.overview.ActivityPort;
import io.omniroute.dashboard.plugins.PluginsPort;
import io.omniroute.dashboard.providers.ProvidersPort;
import io.omniroute.dashboard.session.SessionPort;
import io.omniroute.dashboard.setup.SetupPort;

/**
 * All the dashboard asks of the gateway.
 *
 * @param gateway where it listens and what it speaks
 * @param session passwords and sessions
 * @param setup the first run
 * @param plugins the plugin host
 * @param providers providers and their accounts
 * @param keys the keys tools use
 * @param activity what happened
 */
public record DashboardPorts(
    GatewayPort gateway,
    SessionPort session,
    SetupPort setup,
    PluginsPort plugins,
    ProvidersPort providers,
    KeysPort keys,
    ActivityPort activity) {}
