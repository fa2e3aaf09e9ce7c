package io.omniroute.platform.management;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All settings at one moment. Immutable.
 *
 * @param requireLogin whether the dashboard asks for the password
 * @param requireApiKey whether the inference routes ask for a key
 * @param requireAuthForModels whether the list of models asks for a key or a session
 * @param blockedProviders ids and aliases of providers that are left out of the list of models
 * @param instanceName what this gateway is called
 * @param theme {@code auto}, {@code light} or {@code dark}
 * @param language {@code auto} or a language tag
 * @param corsOrigins origins whose pages may call the inference routes; {@code *} for every one
 * @param allowedHosts further accepted values of the {@code Host} header
 * @param allowPrivateHosts whether base URLs may point into private networks
 * @param maxBodyBytes the longest request body, in bytes
 * @param connectTimeout how long to wait for a connection to an upstream
 * @param firstByteTimeout how long to wait for an upstream's first byte of a stream
 * @param streamIdleTimeout how long a stream may be silent
 * @param callTimeout how long a whole call without streaming may take
 * @param logRetentionDays how long requests are kept
 * @param setupComplete whether the wizard was gone through
 * @param baseUrls addresses set for providers, by provider id
 */
public record Settings(
    boolean requireLogin,
    boolean requireApiKey,
    boolean requireAuthForModels,
    Set<String> blockedProviders,
    String instanceName,
    String theme,
    String language,
    List<String> corsOrigins,
    List<String> allowedHosts,
    boolean allowPrivateHosts,
    long maxBodyBytes,
    Duration connectTimeout,
    Duration firstByteTimeout,
    Duration streamIdleTimeout,
    Duration callTimeout,
    int logRetentionDays,
    boolean setupComplete,
    Map<String, String> baseUrls) {

  /** Copies the collections. */
  public Settings {
    blockedProviders = Set.copyOf(blockedProviders);
    corsOrigins = List.copyOf(corsOrigins);
    allowedHosts = List.copyOf(allowedHosts);
    baseUrls = Map.copyOf(baseUrls);
  }
}
