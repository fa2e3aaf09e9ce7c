package io.omniroute.platform.management;

import io.omniroute.platform.plugin.Plugins;
import io.omniroute.platform.store.Store;
import java.time.InstantSource;

/**
 * What most services stand on.
 *
 * @param store what the gateway remembers
 * @param plugins what plugins provide
 * @param settings the settings
 * @param audit who changed what
 * @param clock tells the time
 */
record Ground(
    Store store,
    Plugins plugins,
    SettingsService settings,
    AuditService audit,
    InstantSource clock) {}
