package io.omniroute.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An nginx with one worker that passes everything on: the yardstick. A second instance stands as
 * TLS terminator in front of the upstream, so that the upstream itself can stay simple.
 */
final class Nginx {

  private static final List<String> PLACES =
      List.of("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx");

  /** Path prefix of the location whose answers are not buffered. */
  static final String STREAM_PREFIX = "/stream";

  private static final String MAIN =
      """
      %s
      worker_processes 1;
      daemon off;
      pid %2$s/nginx.pid;
      error_log %2$s/error.log warn;
      events { worker_connections 4096; }
      http {
        access_log off;
        keepalive_requests 1000000000;
        keepalive_timeout 3600s;
        client_body_buffer_size 64k;
        client_body_temp_path %2$s/body;
        proxy_temp_path %2$s/proxy;
        fastcgi_temp_path %2$s/fastcgi;
        uwsgi_temp_path %2$s/uwsgi;
        scgi_temp_path %2$s/scgi;
        proxy_http_version 1.1;
        proxy_set_header Connection "";
        proxy_read_timeout 60s;
      %3$s
      }
      """;

  private static final String POOL =
      """
        upstream %s {
          server 127.0.0.1:%d;
          keepalive 512;
          keepalive_requests 1000000000;
          keepalive_timeout 3600s;
        }
      """;

  private static final String PROXY =
      """
        server {
          listen 127.0.0.1:%1$d backlog=1024 %2$s;
          location / { proxy_pass %3$s/; }
          location /stream/ { proxy_pass %3$s/; proxy_buffering off; }
        }
      """;

  private static final String TERMINATOR =
      """
        ssl_certificate %1$s/cert.pem;
        ssl_certificate_key %1$s/key.pem;
        ssl_session_cache shared:bench:1m;
        proxy_buffering off;
        server { listen 127.0.0.1:%2$d ssl backlog=1024; location / { proxy_pass http://plain; } }
        server { listen 127.0.0.1:%3$d backlog=1024; location / { proxy_pass http://plain; } }
      """;

  private Nginx() {}

  /** The program's path. */
  static String program() {
    Stream<String> onPath =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":")).map(dir -> dir + "/nginx");
    return Stream.concat(onPath, PLACES.stream())
        .filter(candidate -> Files.isExecutable(Path.of(candidate)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nginx is not installed"));
  }

  /** Starts the yardstick: one port with the plain upstream behind it, one with the TLS one. */
  static Spawned startProxy(Path directory, Ports ports) throws IOException {
    String servers =
        POOL.formatted("plain", ports.upstream())
            + POOL.formatted("encrypted", ports.terminatorTls())
            + "  proxy_ssl_session_reuse on;\n"
            + PROXY.formatted(ports.proxy(), "", "http://plain")
            + PROXY.formatted(ports.proxyTls(), "", "https://encrypted");
    return start(directory.resolve("nginx-proxy"), servers);
  }

  /** Starts the TLS terminator, which serves the same upstream on a plain port as well. */
  static Spawned startTerminator(Path directory, Ports ports) throws IOException {
    String servers =
        POOL.formatted("plain", ports.upstream())
            + TERMINATOR.formatted(directory, ports.terminatorTls(), ports.terminatorPlain());
    return start(directory.resolve("nginx-terminator"), servers);
  }

  private static Spawned start(Path directory, String servers) throws IOException {
    Files.createDirectories(directory);
    // The temp directory is closed to other users, so the worker must stay who its master is.
    boolean root = "root".equals(System.getProperty("user.name"));
    String main = MAIN.formatted(root ? "user root;" : "", directory, servers);
    Path config = Files.writeString(directory.resolve("nginx.conf"), main);
    Path log = directory.resolve("output.log");
    List<String> command =
        List.of(
            program(),
            "-e",
            directory + "/error.log",
            "-p",
            directory.toString(),
            "-c",
            "" + config);
    return Spawned.logging("nginx", command, Map.of(), log);
  }

  /**
   * The loopback ports of one measurement.
   *
   * @param upstream the upstream itself
   * @param proxy nginx before the plain upstream
   * @param proxyTls nginx before the TLS terminator
   * @param terminatorTls the terminator's TLS port
   * @param terminatorPlain the terminator's plain port, the baseline of the TLS rounds
   */
  record Ports(int upstream, int proxy, int proxyTls, int terminatorTls, int terminatorPlain) {

    /** Takes ports that are free now; another process might still snatch one before its use. */
    static Ports choose(int upstream) throws IOException {
      try (ServerSocket first = free();
          ServerSocket second = free();
          ServerSocket third = free();
          ServerSocket fourth = free()) {
        return new Ports(
            upstream,
            first.getLocalPort(),
            second.getLocalPort(),
            third.getLocalPort(),
            fourth.getLocalPort());
      }
    }

    private static ServerSocket free() throws IOException {
      return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
  }
}
