package io.omniroute.platform.management;

import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.chat.Part;
import io.omniroute.api.chat.Turn;
import io.omniroute.api.http.Headers;
import io.omniroute.api.http.HttpCall;
import io.omniroute.api.provider.Account;
import io.omniroute.api.provider.Endpoint;
import io.omniroute.api.provider.HttpProvider;
import io.omniroute.api.provider.ModelInfo;
import io.omniroute.api.provider.ProviderCall;
import io.omniroute.api.provider.ProviderDescriptor;
import io.omniroute.api.translate.ConversationMemory;
import io.omniroute.api.translate.EncodeContext;
import io.omniroute.api.translate.EncodedRequest;
import io.omniroute.api.translate.Losses;
import io.omniroute.api.translate.UpstreamFormat;
import java.util.Locale;
import java.util.Set;

/** The requests with which a credential is tested: a list that needs it, or one token. Pure. */
final class TestRequest {

  private static final Set<String> BODY_FIELDS = Set.of("content-type");

  private TestRequest() {}

  /** Fetches a path behind the base URL, shown the credential the provider's own way. */
  static HttpCall get(HttpProvider provider, Account account, String path) {
    Endpoint endpoint = new Endpoint(Endpoint.Kind.MODELS, "", path, null);
    HttpCall prepared =
        provider.prepare(
            new ProviderCall(
                endpoint, "", false, account, Headers.NONE, Headers.NONE, new byte[0]));
    return new HttpCall("GET", prepared.uri(), prepared.headers().without(BODY_FIELDS), null);
  }

  /** The shortest request for an answer. */
  static ChatRequest chat(String model) {
    return ChatRequest.builder(model)
        .addTurn(Turn.user(new Part.Text("ping")))
        .maxOutputTokens(1L)
        .build();
  }

  /** Asks a model for one token. */
  static HttpCall probe(
      HttpProvider provider,
      Account account,
      Endpoint endpoint,
      UpstreamFormat format,
      String model) {
    ProviderDescriptor descriptor = provider.descriptor();
    ModelInfo info = descriptor.model(model).orElse(ModelInfo.chat(model));
    EncodedRequest encoded =
        format.encode(
            chat(model),
            new EncodeContext(
                model,
                false,
                descriptor.quirks().overriddenBy(info.quirks()),
                info.maxOutputTokens(),
                Losses.IGNORED,
                ConversationMemory.NONE));
    return provider.prepare(
        new ProviderCall(
            endpoint, model, false, account, encoded.headers(), Headers.NONE, encoded.body()));
  }

  /** Whether a format's name is a word for people ("Chat of format x"). */
  static String title(Endpoint endpoint) {
    return endpoint.format().isEmpty()
        ? endpoint.kind().name().toLowerCase(Locale.ROOT)
        : endpoint.format();
  }
}
