package io.omniroute.platform.pipeline;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.http.Headers;
import io.omniroute.api.translate.ErrorAnswer;
import io.omniroute.api.translate.RequestHead;
import io.omniroute.platform.meter.RequestTrace;
import io.omniroute.platform.plugin.PluginRegistry;
import io.omniroute.platform.route.Plan;
import io.omniroute.platform.route.Planner;
import io.omniroute.platform.store.RequestLog;
import io.omniroute.platform.store.RequestRecord;
import io.omniroute.platform.store.RequestRecordBuilder;
import io.omniroute.platform.upstream.Upstream;
import java.io.IOException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves conversations. Thread-safe; {@link #serve} blocks its virtual thread until the end. */
public final class ChatPipeline {

  private static final Logger LOG = LoggerFactory.getLogger(ChatPipeline.class);

  private final Planner planner;
  private final AttemptRunner attempts;
  private final RequestLog requestLog;
  private final Supplier<PipelineSettings> settings;

  /** A pipeline over its parts. */
  public ChatPipeline(
      Planner planner,
      Upstream upstream,
      RequestLog requestLog,
      Supplier<PipelineSettings> settings) {
    this.planner = planner;
    this.attempts = new AttemptRunner(upstream);
    this.requestLog = requestLog;
    this.settings = settings;
  }

  /**
   * Answers one request, whatever happens, and records it.
   *
   * @param registry the plugins to use; the caller holds their lease until this returns
   */
  public void serve(InboundCall call, ClientResponse out, PluginRegistry registry) {
    RequestTrace trace = new RequestTrace(call.arrivedNanos());
    try {
      answer(call, out, registry, trace);
    } catch (GatewayException e) {
      refuse(call, out, trace, e);
    } catch (IOException gone) {
      call.cancellation().cancel();
      trace.failed(ErrorCode.CLIENT_CLOSED.status(), "The client went away");
    } catch (RuntimeException e) {
      LOG.error("Request {} failed by a fault of the gateway or of a plugin", call.requestId(), e);
      refuse(
          call,
          out,
          trace,
          new GatewayException(ErrorCode.INTERNAL, "The gateway failed; its log says more"));
    } finally {
      requestLog.append(record(call, trace));
    }
  }

  private void answer(
      InboundCall call, ClientResponse out, PluginRegistry registry, RequestTrace trace)
      throws IOException {
    RequestHead head = call.format().head(call.request());
    trace.asked(head.model(), head.stream());
    call.caller().require(head.model());
    Plan plan = planner.plan(head, registry);
    attempts.run(
        plan,
        registry,
        new Attempt(call, head, plan.targets().getFirst(), out, trace, settings.get()));
  }

  private static void refuse(
      InboundCall call, ClientResponse out, RequestTrace trace, GatewayException e) {
    trace.failed(e.status(), e.reason());
    if (out.begun()) {
      // Part of an answer is out: breaking off is the only way left not to make it look complete.
      call.cancellation().cancel();
      return;
    }
    byte[] body = call.format().error(ErrorAnswer.of(e, call.requestId()));
    Headers.Builder headers = Headers.builder().add("Content-Type", "application/json");
    e.retryAfter()
        .ifPresent(wait -> headers.add("Retry-After", Long.toString(seconds(wait.toMillis()))));
    try {
      out.whole(e.status(), headers.build(), body);
      trace.sent(body.length);
    } catch (IOException gone) {
      trace.failed(ErrorCode.CLIENT_CLOSED.status(), "The client went away");
    }
  }

  private static long seconds(long millis) {
    return Math.max(1, (millis + 999) / 1000);
  }

  private static RequestRecord record(InboundCall call, RequestTrace trace) {
    RequestRecordBuilder record =
        RequestRecord.builder(
                call.requestId(),
                call.arrivedAt(),
                call.request().route().method(),
                call.request().route().path())
            .caller(call.caller().keyId(), call.caller().keyName());
    return trace.finish(record, call.format().format(), call.request().body().length);
  }
}
