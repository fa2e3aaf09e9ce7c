package io.omniroute.platform.management;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.Extension;
import io.omniroute.api.Failure;
import io.omniroute.api.GatewayException;
import io.omniroute.api.chat.ChatEvent;
import io.omniroute.api.chat.ChatEventSink;
import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.config.ConfigField.Common;
import io.omniroute.api.config.ConfigField.Secret;
import io.omniroute.api.config.ConfigField.Text;
import io.omniroute.api.config.ConfigSchema;
import io.omniroute.api.http.Headers;
import io.omniroute.api.http.HttpAnswer;
import io.omniroute.api.provider.Account;
import io.omniroute.api.provider.AuthScheme;
import io.omniroute.api.provider.Endpoint;
import io.omniroute.api.provider.HttpProvider;
import io.omniroute.api.provider.KeyCheck;
import io.omniroute.api.provider.LocalProvider;
import io.omniroute.api.provider.LocalServer;
import io.omniroute.api.provider.ModelInfo;
import io.omniroute.api.provider.ProviderDescriptor;
import io.omniroute.api.translate.EncodeContext;
import io.omniroute.api.translate.EncodedRequest;
import io.omniroute.api.translate.Frame;
import io.omniroute.api.translate.ResponseDecoder;
import io.omniroute.api.translate.StreamFraming;
import io.omniroute.api.translate.Translator;
import io.omniroute.api.translate.UpstreamFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Providers of every kind, without a vendor. */
final class TestProviders {

  private TestProviders() {}

  static Extension[] all(String baseUrl) {
    return new Extension[] {
      http(listed(baseUrl)),
      http(probed(baseUrl)),
      http(picky(baseUrl)),
      http(keyless(baseUrl)),
      new Echo(),
      new PlainFormat()
    };
  }

  private static HttpProvider http(ProviderDescriptor descriptor) {
    return () -> descriptor;
  }

  private static ProviderDescriptor listed(String baseUrl) {
    return ProviderDescriptor.builder("acme", "Acme")
        .aliases(List.of("ac"))
        .baseUrls(List.of(baseUrl + "/acme"))
        .endpoints(
            List.of(
                Endpoint.chat("plain", "/chat"),
                new Endpoint(Endpoint.Kind.MODELS, "", "/models", null)))
        .models(List.of(ModelInfo.chat("acme-one")))
        .accountFields(
            ConfigSchema.of(
                new Text(Common.optional("region", "Region", ""), null, "[a-z]{2}"),
                new Secret(Common.optional("pin", "PIN", ""))))
        .build();
  }

  private static ProviderDescriptor probed(String baseUrl) {
    return ProviderDescriptor.builder("prober", "Prober")
        .baseUrls(List.of(baseUrl + "/prober"))
        .endpoints(List.of(Endpoint.chat("plain", "/chat")))
        .models(List.of(ModelInfo.chat("p-one")))
        .auth(AuthScheme.header("x-key"))
        .keyCheck(KeyCheck.PROBE)
        .build();
  }

  private static ProviderDescriptor picky(String baseUrl) {
    return ProviderDescriptor.builder("picky", "Picky")
        .baseUrls(List.of(baseUrl + "/picky"))
        .endpoints(List.of(Endpoint.chat("plain", "/chat")))
        .keyCheck(new KeyCheck(KeyCheck.Method.GET, "/whoami", null, Set.of(400)))
        .build();
  }

  private static ProviderDescriptor keyless(String baseUrl) {
    return ProviderDescriptor.builder("nearby", "Nearby")
        .auth(AuthScheme.NONE)
        .baseUrls(List.of(baseUrl + "/nearby"))
        .endpoints(List.of(Endpoint.chat("plain", "/chat")))
        .localServer(new LocalServer(baseUrl, "/nearby/tags"))
        .build();
  }

  /** Answers inside the gateway. */
  static final class Echo implements LocalProvider {

    @Override
    public ProviderDescriptor descriptor() {
      return ProviderDescriptor.builder("echo", "Echo")
          .auth(AuthScheme.NONE)
          .models(List.of(ModelInfo.chat("echo-one")))
          .build();
    }

    @Override
    public void answer(ChatRequest request, Account account, ChatEventSink sink) {
      if (account.name().equals("failing")) {
        throw new GatewayException(ErrorCode.UNAVAILABLE, "Told to fail");
      }
      if (account.name().equals("broken")) {
        throw new IllegalStateException("a bug");
      }
      sink.accept(new ChatEvent.Started("1", request.model(), 0));
      sink.accept(new ChatEvent.TextDelta(0, "pong"));
    }
  }

  /** A format that is one line. */
  private static final class PlainFormat implements Translator, UpstreamFormat {

    @Override
    public String format() {
      return "plain";
    }

    @Override
    public Optional<UpstreamFormat> upstreamFormat() {
      return Optional.of(this);
    }

    @Override
    public EncodedRequest encode(ChatRequest request, EncodeContext context) {
      String body = context.model() + " max " + request.maxOutputTokens();
      return new EncodedRequest(
          body.getBytes(StandardCharsets.UTF_8), Headers.of("x-format", "plain"), new NoAnswer());
    }

    @Override
    public Failure failure(HttpAnswer answer) {
      return Failure.of(ErrorCode.UPSTREAM_ERROR, answer.text(), Failure.Blame.PROVIDER);
    }
  }

  private static final class NoAnswer implements ResponseDecoder {

    @Override
    public StreamFraming framing() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void frame(Frame frame, ChatEventSink sink) {}

    @Override
    public void end(ChatEventSink sink) {}

    @Override
    public void whole(byte[] body, ChatEventSink sink) {}
  }
}
