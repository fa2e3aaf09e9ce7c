package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.Failure;
import io.omniroute.api.chat.ChatEvent;
import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.chat.ChatResponse;
import io.omniroute.api.chat.Extras;
import io.omniroute.api.chat.Usage;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.translate.ErrorAnswer;
import io.omniroute.api.translate.Frame;
import io.omniroute.api.translate.FrameSink;
import io.omniroute.api.translate.ResponseContext;
import io.omniroute.api.translate.ResponseEncoder;
import io.omniroute.api.translate.ResponseFraming;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes answers. The writer owns what strict clients check: the role comes first, calls are
 * counted without holes, an empty call has <code>{}</code>, reasons are from the list, usage comes
 * only where it was asked for, and {@code [DONE]} comes once.
 */
final class AnswerWriter implements ResponseEncoder {
  private static final Frame DONE = Frame.of("[DONE]");

  private final ResponseContext context;
  private final boolean usageWanted;
  private final Map<Integer, ChoiceWriter> choices = new TreeMap<>();
  private AnswerHead head;
  private Usage usage = Usage.NONE;
  private boolean closed;

  AnswerWriter(ResponseContext context) {
    this.context = context;
    this.usageWanted = usageWanted(context);
    this.head = AnswerHead.of(context, null, null, 0, Extras.NONE);
  }

  private static boolean usageWanted(ResponseContext context) {
    ChatRequest request = context.request();
    if (request == null) {
      return false;
    }
    JsonObject options = Leftovers.in(request.extras()).object("stream_options");
    return options != null && options.bool("include_usage", false);
  }

  @Override
  public ResponseFraming framing() {
    return ResponseFraming.SSE;
  }

  @Override
  public void write(ChatEvent event, FrameSink out) {
    switch (event) {
      case ChatEvent.Started started ->
          head =
              AnswerHead.of(
                  context, started.id(), started.model(), started.created(), started.extras());
      case ChatEvent.TextDelta delta -> choice(delta.choice(), out).text(delta.text());
      case ChatEvent.ThinkingDelta delta -> choice(delta.choice(), out).thinking(delta.text());
      case ChatEvent.ThinkingSigned signed -> choice(signed.choice(), out).thinkingEnded();
      case ChatEvent.PartEnded ended -> choice(ended.choice(), out).thinkingEnded();
      case ChatEvent.RefusalDelta delta -> choice(delta.choice(), out).refusal(delta.text());
      case ChatEvent.CitationAdded added -> choice(added.choice(), out).cited(added.citation());
      case ChatEvent.LogprobsAdded added -> choice(added.choice(), out).logprobs(added.tokens());
      case ChatEvent.PartAdded added -> choice(added.choice(), out).part(added.part());
      case ChatEvent.ToolCallStarted call -> choice(call.choice(), out).callStarted(call);
      case ChatEvent.ToolArgumentsDelta delta ->
          choice(delta.choice(), out).arguments(delta.call(), delta.fragment());
      case ChatEvent.ToolCallEnded ended -> choice(ended.choice(), out).callEnded(ended.call());
      case ChatEvent.UsageReported reported -> usage = usage.merge(reported.usage());
      case ChatEvent.Finished finished -> choice(finished.choice(), out).finish(finished.reason());
      default -> {}
    }
  }

  private ChoiceWriter choice(int index, FrameSink out) {
    ChoiceWriter choice = choices.get(index);
    if (choice == null) {
      choice = new ChoiceWriter(index, head, usageWanted, context.losses());
      choices.put(index, choice);
    }
    choice.sendTo(out);
    return choice;
  }

  @Override
  public void end(FrameSink out) {
    if (closed) {
      return;
    }
    closed = true;
    if (usageWanted && !usage.isEmpty()) {
      out.accept(Frame.of(head.usageChunk(usage)));
    }
    out.accept(DONE);
  }

  @Override
  public void fail(Failure failure, FrameSink out) {
    if (closed) {
      return;
    }
    closed = true;
    out.accept(Frame.of(ErrorWriter.body(ErrorAnswer.of(failure, context.requestId()))));
    out.accept(DONE);
  }

  @Override
  public byte[] whole(ChatResponse response) {
    return WholeWriter.write(context, response);
  }
}
