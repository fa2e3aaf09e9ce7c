package io.omniroute.platform.http;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.http.Headers;
import io.omniroute.api.translate.ClientFormat;
import io.omniroute.api.translate.ClientRequest;
import io.omniroute.api.translate.ErrorAnswer;
import io.omniroute.platform.auth.ApiKeys;
import io.omniroute.platform.auth.Caller;
import io.omniroute.platform.pipeline.ChatPipeline;
import io.omniroute.platform.pipeline.InboundCall;
import io.omniroute.platform.plugin.Contribution;
import io.omniroute.platform.plugin.PluginLease;
import io.omniroute.platform.plugin.Plugins;
import io.undertow.server.HttpServerExchange;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Answers inference routes: lets callers in and hands over to the pipeline or the catalogue. */
final class InferenceEndpoint {

  private final Plugins plugins;
  private final ApiKeys keys;
  private final ChatPipeline pipeline;
  private final ModelLists models;
  private final Exchanges exchanges;
  private final LongSupplier bodyLimit;

  InferenceEndpoint(
      Plugins plugins,
      ApiKeys keys,
      InferenceServices services,
      Exchanges exchanges,
      LongSupplier bodyLimit) {
    this.plugins = plugins;
    this.keys = keys;
    this.pipeline = services.pipeline();
    this.models = services.models();
    this.exchanges = exchanges;
    this.bodyLimit = bodyLimit;
  }

  /** Takes a request over, on the I/O thread. */
  void accept(
      HttpServerExchange exchange, RouteTable.Match<InferenceRoutes.Entry> route, String id) {
    long arrivedNanos = System.nanoTime();
    Exchanges.Running running = exchanges.begin(exchange);
    exchange.addExchangeCompleteListener(
        (done, following) -> {
          exchanges.end(running);
          following.proceed();
        });
    Bodies.read(
        exchange,
        bodyLimit.getAsLong(),
        id,
        body -> answer(running, route, new Arrival(id, arrivedNanos, body)));
  }

  private void answer(
      Exchanges.Running running, RouteTable.Match<InferenceRoutes.Entry> route, Arrival arrival) {
    HttpServerExchange exchange = running.exchange;
    UndertowResponse out = new UndertowResponse(exchange);
    try (PluginLease lease = plugins.acquire()) {
      Optional<Contribution<ClientFormat>> format =
          lease.registry().clientFormat(route.target().format());
      if (format.isEmpty()) {
        out.whole(404, Headers.NONE, PlainErrors.body(404, "The plugin of this path is gone"));
        return;
      }
      serve(running, out, lease, new Routed(format.get().service(), route, arrival));
    } finally {
      out.finish();
    }
  }

  private void serve(
      Exchanges.Running running, UndertowResponse out, PluginLease lease, Routed routed) {
    HttpServerExchange exchange = running.exchange;
    ClientFormat format = routed.format;
    try {
      Caller caller = admit(exchange, routed);
      ClientRequest request = request(exchange, routed);
      switch (routed.route.target().route().operation()) {
        case CHAT ->
            pipeline.serve(
                new InboundCall(
                    routed.arrival.id,
                    Instant.now(),
                    routed.arrival.nanos,
                    format,
                    request,
                    caller,
                    running.cancellation,
                    exchange.getIoThread()),
                out,
                lease.registry());
        case LIST_MODELS -> send(out, 200, format.modelList(models.all(caller, lease.registry())));
        case SHOW_MODEL ->
            send(out, 200, format.model(models.one(request, caller, lease.registry())));
        case COUNT_TOKENS ->
            throw new GatewayException(
                ErrorCode.NOT_FOUND, "Token counting is not served at this path yet");
      }
    } catch (GatewayException e) {
      send(out, e.status(), format.error(ErrorAnswer.of(e, routed.arrival.id)));
    }
  }

  private Caller admit(HttpServerExchange exchange, Routed routed) {
    boolean listing =
        switch (routed.route.target().route().operation()) {
          case LIST_MODELS, SHOW_MODEL -> true;
          case CHAT, COUNT_TOKENS -> false;
        };
    return listing
        ? models.admit(exchange)
        : keys.admit(name -> header(exchange, name), name -> query(exchange, name));
  }

  static @Nullable String header(HttpServerExchange exchange, String name) {
    return exchange.getRequestHeaders().getFirst(name);
  }

  static @Nullable String query(HttpServerExchange exchange, String name) {
    var values = exchange.getQueryParameters().get(name);
    return values == null ? null : values.peekFirst();
  }

  private static ClientRequest request(HttpServerExchange exchange, Routed routed) {
    Map<String, String> query = new LinkedHashMap<>();
    exchange
        .getQueryParameters()
        .forEach(
            (name, values) -> {
              String first = values.peekFirst();
              if (first != null && !name.equals("key")) {
                query.put(name, first);
              }
            });
    return new ClientRequest(
        routed.route.target().route(),
        routed.route.variables(),
        query,
        ClientHeaders.of(exchange),
        routed.arrival.body);
  }

  private static void send(UndertowResponse out, int status, byte[] body) {
    out.whole(status, Headers.of("Content-Type", "application/json"), body);
  }

  private record Arrival(String id, long nanos, byte[] body) {}

  private record Routed(
      ClientFormat format, RouteTable.Match<InferenceRoutes.Entry> route, Arrival arrival) {}
}
