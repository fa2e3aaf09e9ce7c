package com.example.acme;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.Failure;
import io.omniroute.api.config.ConfigField;
import io.omniroute.api.config.ConfigSchema;
import io.omniroute.api.http.HttpAnswer;
import io.omniroute.api.http.HttpCall;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.provider.AuthScheme;
import io.omniroute.api.provider.Endpoint;
import io.omniroute.api.provider.HttpProvider;
import io.omniroute.api.provider.ModelInfo;
import io.omniroute.api.provider.ProviderCall;
import io.omniroute.api.provider.ProviderDescriptor;
import io.omniroute.api.provider.StandardRequests;
import io.omniroute.api.translate.Quirks;
import java.util.List;

/** The provider {@code acme}. */
public final class AcmeProvider implements HttpProvider {
  private static final int OUT_OF_ACORNS = 460;

  private static final ProviderDescriptor DESCRIPTOR =
      ProviderDescriptor.builder("acme", "Acme")
          .description("Models from the desert.")
          .auth(AuthScheme.header("X-Acme-Key"))
          .baseUrls(List.of("https://api.acme.example/v1"))
          .endpoints(List.of(Endpoint.chat("openai-chat", "/chat/completions")))
          .models(List.of(ModelInfo.chat("anvil-1"), ModelInfo.chat("rocket-2")))
          .quirks(new Quirks(JsonObject.builder().put("streamUsage", Boolean.FALSE).build()))
          .accountFields(
              ConfigSchema.of(
                  new ConfigField.Text(
                      ConfigField.Common.optional("team", "Team", "Whose budget pays."),
                      "road-runner",
                      "[a-z-]+")))
          .build();

  /** Made by the host. */
  public AcmeProvider() {}

  @Override
  public ProviderDescriptor descriptor() {
    return DESCRIPTOR;
  }

  /** What the descriptor says, and a signature over the body. */
  @Override
  public HttpCall prepare(ProviderCall call) {
    HttpCall request = StandardRequests.prepare(DESCRIPTOR, call);
    String team = call.account().settings().text("team").orElse("road-runner");
    return new HttpCall(
        request.method(),
        request.uri(),
        request
            .headers()
            .with("X-Acme-Team", team)
            .with("X-Acme-Signature", Signatures.of(call.body(), team)),
        request.body());
  }

  /** Acme has a status of its own for accounts that are used up. */
  @Override
  public Failure refine(Failure failure, HttpAnswer answer) {
    return answer.status() == OUT_OF_ACORNS
        ? Failure.of(
            ErrorCode.QUOTA_EXHAUSTED, "The account has no acorns left", Failure.Blame.ACCOUNT)
        : failure;
  }
}
