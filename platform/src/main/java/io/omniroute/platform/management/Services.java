package io.omniroute.platform.management;

/**
 * All services, as one argument.
 *
 * @param login password, sessions and the first run
 * @param providers catalogue and accounts
 * @param checks tests of accounts, their models, servers on this machine
 * @param nodes endpoints added by hand
 * @param keys API keys
 * @param settings settings
 * @param plugins plugins
 * @param health the state of the gateway
 * @param audit who changed what
 * @param activity what was asked and answered
 */
public record Services(
    LoginService login,
    ProviderService providers,
    CheckService checks,
    ProviderNodeService nodes,
    KeyService keys,
    SettingsService settings,
    PluginService plugins,
    HealthService health,
    AuditService audit,
    ActivityService activity) {}
