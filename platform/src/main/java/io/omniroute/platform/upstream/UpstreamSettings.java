package io.omniroute.platform.upstream;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/**
 * Limits of an {@link UpstreamClient}.
 *
 * @param maxConnections the most connections open at once, idle ones included
 * @param maxIdlePerOrigin the most idle connections kept for one origin
 * @param maxIdle how long an idle connection is kept; below the keep-alive of common servers
 * @param maxAge how long a connection is used at all, so that changed addresses take effect
 * @param maxHeadBytes the largest head of a response; 1xx and trailers count as heads of their own
 * @param maxQueuedBytes how much of a body is held for a slow reader before reading stops
 * @param tls where TLS contexts come from; sessions are resumed within one context
 * @param resolver finds addresses
 */
public record UpstreamSettings(
    int maxConnections,
    int maxIdlePerOrigin,
    Duration maxIdle,
    Duration maxAge,
    int maxHeadBytes,
    int maxQueuedBytes,
    SSLContext tls,
    HostResolver resolver) {

  /** The defaults, with the trust store of the JDK. */
  public static UpstreamSettings defaults() {
    try {
      return new UpstreamSettings(
          4096,
          256,
          Duration.ofSeconds(30),
          Duration.ofMinutes(10),
          64 * 1024,
          256 * 1024,
          SSLContext.getDefault(),
          HostResolver.SYSTEM);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK's default TLS context cannot be made", e);
    }
  }

  /** The same with other limits on connections. */
  public UpstreamSettings withConnections(int open, int idlePerOrigin) {
    return new UpstreamSettings(
        open, idlePerOrigin, maxIdle, maxAge, maxHeadBytes, maxQueuedBytes, tls, resolver);
  }

  /** The same with other life times of connections. */
  public UpstreamSettings withLifetimes(Duration idle, Duration age) {
    return new UpstreamSettings(
        maxConnections, maxIdlePerOrigin, idle, age, maxHeadBytes, maxQueuedBytes, tls, resolver);
  }

  /** The same with another TLS context. */
  public UpstreamSettings withTls(SSLContext context) {
    return new UpstreamSettings(
        maxConnections,
        maxIdlePerOrigin,
        maxIdle,
        maxAge,
        maxHeadBytes,
        maxQueuedBytes,
        context,
        resolver);
  }

  /** The same with another resolver. */
  public UpstreamSettings withResolver(HostResolver other) {
    return new UpstreamSettings(
        maxConnections,
        maxIdlePerOrigin,
        maxIdle,
        maxAge,
        maxHeadBytes,
        maxQueuedBytes,
        tls,
        other);
  }
}
