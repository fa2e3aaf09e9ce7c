package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.Failure;
import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.http.Headers;
import io.omniroute.api.http.HttpAnswer;
import io.omniroute.api.translate.EncodeContext;
import io.omniroute.api.translate.EncodedRequest;
import io.omniroute.api.translate.FailureRules;
import io.omniroute.api.translate.Passthrough;
import io.omniroute.api.translate.Quirks;
import io.omniroute.api.translate.ResponseDecoder;
import io.omniroute.api.translate.UpstreamFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The side towards upstreams. */
final class OpenAiChatUpstream implements UpstreamFormat {
  /** Quirks come from descriptors, so there are few; people who edit them leave old ones behind. */
  private static final int MOST_PLANS = 1024;

  private final Map<Quirks, PassthroughPlan> plans = new ConcurrentHashMap<>();

  @Override
  public String format() {
    return OpenAiChatTranslator.FORMAT;
  }

  @Override
  public EncodedRequest encode(ChatRequest request, EncodeContext context) {
    HostQuirks quirks = HostQuirks.of(context.quirks());
    ToolWriter tools = new ToolWriter(quirks, context.losses());
    byte[] body = new RequestWriter(request, context, quirks).write(tools).toBytes();
    boolean mayBeEmpty = !request.stopSequences().isEmpty();
    ResponseDecoder decoder = new AnswerReader(quirks, tools, context.memory(), mayBeEmpty);
    return new EncodedRequest(body, Headers.NONE, decoder);
  }

  @Override
  public Failure failure(HttpAnswer answer) {
    return FailureRules.read(answer);
  }

  @Override
  public Optional<Passthrough> passthrough(byte[] body, boolean stream, Quirks quirks) {
    if (plans.size() > MOST_PLANS) {
      plans.clear();
    }
    return plans
        .computeIfAbsent(quirks, given -> new PassthroughPlan(HostQuirks.of(given)))
        .of(body, stream);
  }
}
