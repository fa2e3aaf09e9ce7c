package com.example.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.Failure;
import io.omniroute.api.http.Headers;
import io.omniroute.api.http.HttpAnswer;
import io.omniroute.api.http.HttpCall;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.provider.Account;
import io.omniroute.api.provider.Provider;
import io.omniroute.api.provider.ProviderCall;
import io.omniroute.testkit.ProviderConformance;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AcmeProviderTest extends ProviderConformance {
  private final AcmeProvider acme = new AcmeProvider();

  @Override
  protected Provider provider() {
    return acme;
  }

  @Test
  void requestsAreSignedForTheTeam() {
    HttpCall call = acme.prepare(call("{\"a\":1}"));

    assertEquals("https://api.acme.example/v1/chat/completions", call.uri().toString());
    assertEquals("the-key", call.headers().get("X-Acme-Key"));
    assertEquals("road-runner", call.headers().get("X-Acme-Team"));
    assertNotEquals(
        call.headers().get("X-Acme-Signature"),
        acme.prepare(call("{\"a\":2}")).headers().get("X-Acme-Signature"));
  }

  @Test
  void anAccountWithoutAcornsIsUsedUp() {
    HttpAnswer answer = new HttpAnswer(460, Headers.NONE, new byte[0]);
    Failure failure =
        acme.refine(Failure.of(ErrorCode.INVALID_REQUEST, "?", Failure.Blame.REQUEST), answer);

    assertEquals(ErrorCode.QUOTA_EXHAUSTED, failure.code());
    assertEquals(Failure.Blame.ACCOUNT, failure.blame());
  }

  private ProviderCall call(String body) {
    Account account =
        new Account(
            "1",
            "Test",
            "the-key",
            null,
            acme.descriptor().accountFields().resolve(JsonObject.EMPTY));
    return new ProviderCall(
        acme.descriptor().endpoints().getFirst(),
        "anvil-1",
        false,
        account,
        Headers.NONE,
        Headers.NONE,
        body.getBytes(StandardCharsets.UTF_8));
  }
}
