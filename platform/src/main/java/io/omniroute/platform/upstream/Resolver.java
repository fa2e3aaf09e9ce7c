package io.omniroute.platform.upstream;

import io.omniroute.platform.upstream.UpstreamException.Kind;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * Looks names up without holding the caller's carrier thread: the system's look-up is a native call
 * that may take many seconds, so it runs on a few platform threads, once for all who ask meanwhile.
 * Results are kept by the JDK's own cache. Thread-safe.
 */
final class Resolver implements AutoCloseable {

  private static final int THREADS = 4;

  private final HostResolver resolver;
  private final ConcurrentHashMap<String, CompletableFuture<List<InetAddress>>> running =
      new ConcurrentHashMap<>();
  private final ExecutorService executor =
      Executors.newFixedThreadPool(
          THREADS, Thread.ofPlatform().daemon().name("upstream-dns-", 0).factory());

  Resolver(HostResolver resolver) {
    this.resolver = resolver;
  }

  /** Whether the host is an address, which needs no look-up. */
  static boolean isLiteral(String host) {
    if (host.indexOf(':') >= 0) {
      return true;
    }
    int dots = 0;
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      dots += c == '.' ? 1 : 0;
      if (c != '.' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return dots == 3;
  }

  /** The addresses of the call's host; blocks, at most so long. */
  List<InetAddress> resolve(Exchange exchange, long nanos) throws UpstreamException {
    String host = exchange.call().target().origin().host();
    if (isLiteral(host)) {
      return List.of(literal(exchange, host));
    }
    CompletableFuture<List<InetAddress>> lookup;
    try {
      lookup = running.computeIfAbsent(host, this::start);
    } catch (RejectedExecutionException e) {
      throw exchange.failure(Kind.CLOSED, "the client is closed", e);
    }
    var _ = lookup.whenComplete((addresses, error) -> exchange.wake());
    if (!exchange.await(lookup::isDone, nanos)) {
      throw exchange.failure(Kind.DNS, "the name could not be looked up in time", null);
    }
    try {
      return lookup.join();
    } catch (CompletionException e) {
      throw exchange.failure(Kind.DNS, "the name has no address", e.getCause());
    }
  }

  private static InetAddress literal(Exchange exchange, String host) throws UpstreamException {
    try {
      return InetAddress.ofLiteral(host);
    } catch (IllegalArgumentException e) {
      throw exchange.failure(Kind.DNS, "not an address", e);
    }
  }

  private CompletableFuture<List<InetAddress>> start(String host) {
    CompletableFuture<List<InetAddress>> result =
        CompletableFuture.supplyAsync(() -> lookUp(host), executor);
    // Removed before anybody waiting goes on, so that the next question is a new one.
    return result.whenCompleteAsync((addresses, error) -> running.remove(host), executor);
  }

  private List<InetAddress> lookUp(String host) {
    try {
      List<InetAddress> addresses = resolver.resolve(host);
      if (addresses.isEmpty()) {
        throw new UnknownHostException(host);
      }
      return addresses;
    } catch (UnknownHostException e) {
      throw new CompletionException(e);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
