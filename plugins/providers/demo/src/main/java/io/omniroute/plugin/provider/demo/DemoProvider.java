package io.omniroute.plugin.provider.demo;

import io.omniroute.api.chat.ChatEventSink;
import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.config.ConfigField;
import io.omniroute.api.config.ConfigSchema;
import io.omniroute.api.provider.Account;
import io.omniroute.api.provider.AuthScheme;
import io.omniroute.api.provider.Endpoint;
import io.omniroute.api.provider.LocalProvider;
import io.omniroute.api.provider.ModelInfo;
import io.omniroute.api.provider.Price;
import io.omniroute.api.provider.ProviderDescriptor;
import io.omniroute.api.provider.Tier;
import io.omniroute.api.translate.Quirks;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The provider {@code demo}. Stateless and thread-safe. */
public final class DemoProvider implements LocalProvider {
  private static final String WORD_DELAY = "wordDelay";
  private static final String DEFAULT_DELAY = "20ms";
  private static final long CONTEXT_WINDOW = 128_000;
  private static final long LONGEST_ANSWER = 16_384;
  private static final Price FREE = new Price(BigDecimal.ZERO, BigDecimal.ZERO, null, null, null);

  private static final ProviderDescriptor DESCRIPTOR =
      ProviderDescriptor.builder("demo", "Demo")
          .description("Answers inside the gateway, without a key: to learn and to test with.")
          .tier(Tier.FREE)
          .auth(AuthScheme.NONE)
          .endpoints(List.of(new Endpoint(Endpoint.Kind.CHAT, "", "", null)))
          .models(models())
          .accountFields(
              ConfigSchema.of(
                  new ConfigField.Time(
                      ConfigField.Common.optional(
                          WORD_DELAY, "Delay between words", "How slowly streams are spoken."),
                      DEFAULT_DELAY,
                      Duration.ZERO,
                      Duration.ofSeconds(10))))
          .build();

  /** Made by the host. */
  public DemoProvider() {}

  @Override
  public ProviderDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void answer(ChatRequest request, Account account, ChatEventSink sink)
      throws InterruptedException {
    Prompt prompt = new Prompt(request);
    Reply reply = DemoModel.named(prompt.model()).reply(prompt);
    Duration delay =
        request.stream()
            ? account.settings().duration(WORD_DELAY).orElse(Duration.ofMillis(20))
            : Duration.ZERO;
    new Performance(prompt, sink, delay).perform(reply);
  }

  private static List<ModelInfo> models() {
    return List.of(
        model("hello", "Hello: says what it is and how to go on"),
        model("echo", "Echo: repeats what was said last"),
        model("tools", "Tools: calls the first tool and uses its result"),
        model("think", "Think: thinks before it answers"),
        model("json", "JSON: answers by the schema that is asked for"),
        model("long", "Long: many words (long-2000, words=2000)"),
        model("slow", "Slow: waits before it answers (slow-10s, delay=10s)"),
        model("fail", "Fail: fails as told (fail-503, status=503)"),
        model("fail-429", "Fail 429: is always rate limited"),
        model("fail-500", "Fail 500: always fails"),
        model("fail-midstream", "Fail in mid-stream: breaks off in the middle"),
        model("fail-hang", "Hang: never says anything"));
  }

  private static ModelInfo model(String id, String name) {
    return new ModelInfo(
        id,
        name,
        Endpoint.Kind.CHAT,
        null,
        CONTEXT_WINDOW,
        LONGEST_ANSWER,
        Set.of(
            ModelInfo.Capability.TOOLS,
            ModelInfo.Capability.REASONING,
            ModelInfo.Capability.STRUCTURED_OUTPUT),
        FREE,
        Quirks.NONE);
  }
}
