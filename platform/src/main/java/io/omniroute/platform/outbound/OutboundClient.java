package io.omniroute.platform.outbound;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.http.Headers;
import io.omniroute.api.http.HttpAnswer;
import io.omniroute.api.http.HttpCall;
import io.omniroute.api.http.HttpExchanger;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's HTTP client behind the narrow interface that plugins know. HTTP/1.1 only (its HTTP/2
 * fails under load) and no redirect is followed, for a credential must not travel to where nobody
 * sent it. Messages name scheme, host and path, never a query, header or body. Thread-safe; blocks.
 */
public final class OutboundClient implements HttpExchanger, AutoCloseable {

  /** Fields that the client writes itself and refuses to take. */
  private static final Set<String> OWN_FIELDS =
      Set.of("connection", "content-length", "expect", "host", "upgrade", "transfer-encoding");

  private final HttpClient client;
  private final OutboundLimits limits;

  /** A client with its own connections. */
  public OutboundClient(OutboundLimits limits) {
    this.limits = limits;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(limits.connect())
            .build();
  }

  @Override
  public HttpAnswer exchange(HttpCall call) {
    HttpRequest request = request(call);
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), limits.maxBytes()));
    try {
      // The request's own time-out ends with the head; this one counts the body too.
      return answer(answer.get(limits.whole().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw timeout(call);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new GatewayException(ErrorCode.UNAVAILABLE, "The gateway is shutting down");
    } catch (ExecutionException e) {
      throw failure(call, e.getCause());
    }
  }

  /** Ends running exchanges and closes connections. */
  @Override
  public void close() {
    client.shutdownNow();
  }

  private HttpRequest request(HttpCall call) {
    byte[] body = call.body();
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(call.uri())
              .timeout(limits.whole())
              .method(
                  call.method(),
                  body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
      for (Headers.Field field : call.headers().fields()) {
        if (!OWN_FIELDS.contains(field.name().toLowerCase(Locale.ROOT))) {
          request.header(field.name(), field.value());
        }
      }
      return request.build();
    } catch (IllegalArgumentException e) {
      // Its message may quote the credential: neither shown nor kept.
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST,
          "The address or the key has characters that HTTP cannot carry");
    }
  }

  private static HttpAnswer answer(HttpResponse<byte[]> response) {
    List<Headers.Field> fields = new ArrayList<>();
    response
        .headers()
        .map()
        .forEach((name, values) -> values.forEach(value -> fields.add(field(name, value))));
    return new HttpAnswer(response.statusCode(), Headers.of(fields), response.body());
  }

  private static Headers.Field field(String name, String value) {
    return new Headers.Field(name, value);
  }

  private GatewayException failure(HttpCall call, @Nullable Throwable cause) {
    String where = call.uri().getScheme() + "://" + call.uri().getAuthority();
    return switch (cause) {
      case HttpConnectTimeoutException _ ->
          unreachable(where + " did not take the connection in time");
      case HttpTimeoutException _ -> timeout(call);
      case UnknownHostException _ -> unreachable(noAddress(call));
      case ConnectException e when e.getCause() instanceof UnresolvedAddressException ->
          unreachable(noAddress(call));
      case ConnectException _ -> unreachable(where + " does not take connections");
      case SSLException _ -> unreachable(where + " failed to prove who it is (TLS)");
      case IOException _ ->
          new GatewayException(
              ErrorCode.UPSTREAM_ERROR, where + " broke off, or answered with more than is read");
      case null, default ->
          new GatewayException(ErrorCode.INTERNAL, "The exchange with " + where + " failed");
    };
  }

  private static String noAddress(HttpCall call) {
    return "The host " + call.uri().getHost() + " has no address that can be found";
  }

  private static GatewayException unreachable(String message) {
    return new GatewayException(ErrorCode.UPSTREAM_UNREACHABLE, message);
  }

  private GatewayException timeout(HttpCall call) {
    return new GatewayException(
        ErrorCode.UPSTREAM_TIMEOUT,
        call.uri().getAuthority() + " did not answer within " + limits.whole().toMillis() + " ms");
  }
}
