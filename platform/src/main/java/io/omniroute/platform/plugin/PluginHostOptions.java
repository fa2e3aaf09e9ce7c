package io.omniroute.platform.plugin;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.http.HttpExchanger;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How the plugin host works.
 *
 * @param directory the folder that holds plugin files; made where it is missing
 * @param dataDirectory the folder below which {@code run/} holds copies of the jars in use
 * @param http what plugins send whole requests with
 * @param startTimeout how long a plugin may take to start
 * @param drainTimeout how long running requests may keep a replaced plugin
 * @param leakTimeout how long after its end a plugin may stay in memory before that is reported
 * @param pollInterval how often the folder is looked at even where the system reports no change
 * @param maximumFileSize the largest plugin file in bytes
 */
public record PluginHostOptions(
    Path directory,
    Path dataDirectory,
    HttpExchanger http,
    Duration startTimeout,
    Duration drainTimeout,
    Duration leakTimeout,
    Duration pollInterval,
    long maximumFileSize) {

  /** The usual times; plugins cannot send requests. */
  public static PluginHostOptions of(Path directory, Path dataDirectory) {
    return new PluginHostOptions(
        directory,
        dataDirectory,
        call -> {
          throw new GatewayException(ErrorCode.UNAVAILABLE, "plugins cannot send requests here");
        },
        Duration.ofSeconds(10),
        Duration.ofMinutes(10),
        Duration.ofSeconds(60),
        Duration.ofSeconds(1),
        128L * 1024 * 1024);
  }

  /** The same with a client for plugins. */
  public PluginHostOptions withHttp(HttpExchanger exchanger) {
    return new PluginHostOptions(
        directory,
        dataDirectory,
        exchanger,
        startTimeout,
        drainTimeout,
        leakTimeout,
        pollInterval,
        maximumFileSize);
  }
}
