package io.omniroute.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.Failure;
import io.omniroute.api.Failure.Blame;
import io.omniroute.api.GatewayException;
import io.omniroute.api.config.Config;
import io.omniroute.api.config.ConfigField;
import io.omniroute.api.http.Headers;
import io.omniroute.api.http.HttpAnswer;
import io.omniroute.api.http.HttpCall;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.provider.Account;
import io.omniroute.api.provider.Endpoint;
import io.omniroute.api.provider.HttpProvider;
import io.omniroute.api.provider.LocalProvider;
import io.omniroute.api.provider.ModelInfo;
import io.omniroute.api.provider.Provider;
import io.omniroute.api.provider.ProviderCall;
import io.omniroute.api.provider.ProviderDescriptor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every provider must do. Extend it; for fields an account must have, give an account. */
public abstract class ProviderConformance {
  private static final String SECRET = "sk-very-secret-0123456789";

  /** For subclasses. */
  protected ProviderConformance() {}

  /** The provider. */
  protected abstract Provider provider();

  /** An account's own fields; by default all defaults. */
  protected JsonObject accountSettings() {
    return JsonObject.EMPTY;
  }

  private ProviderDescriptor descriptor() {
    return provider().descriptor();
  }

  private Account account() {
    Config settings = descriptor().accountFields().resolve(accountSettings());
    return new Account("account-1", "Test", SECRET, null, settings);
  }

  private HttpProvider http() {
    assumeTrue(provider() instanceof HttpProvider, "not reached by HTTP");
    return (HttpProvider) provider();
  }

  private LocalProvider local() {
    assumeTrue(provider() instanceof LocalProvider, "does not answer inside the gateway");
    return (LocalProvider) provider();
  }

  @Test
  void theDescriptorIsTheSameAtEveryCall() {
    assertEquals(descriptor(), descriptor());
  }

  @Test
  void theDescriptorIsSound() {
    ProviderDescriptor descriptor = descriptor();
    assertFalse(descriptor.name().isBlank(), "a name for people");
    assertFalse(descriptor.endpoints().isEmpty(), "an endpoint at least");
    assertFalse(descriptor.aliases().contains(descriptor.id()), "an alias is another name");
    Set<String> ids = new HashSet<>();
    for (ModelInfo model : descriptor.models()) {
      assertTrue(ids.add(model.id()), () -> "model twice: " + model.id());
      assertTrue(
          descriptor.endpoint(model.kind(), model.format()).isPresent(),
          () -> "no endpoint for " + model.id());
    }
    for (String url : descriptor.baseUrls()) {
      URI uri = URI.create(url);
      assertTrue(Set.of("http", "https").contains(String.valueOf(uri.getScheme())), url);
      assertFalse(url.endsWith("/"), () -> "ends with a slash: " + url);
    }
  }

  @Test
  void accountFieldsExplainThemselves() {
    for (ConfigField field : descriptor().accountFields().fields()) {
      assertFalse(field.common().label().isBlank(), () -> "no label: " + field.name());
      field
          .defaultValue()
          .ifPresent(
              value ->
                  assertTrue(field.check(value).isEmpty(), () -> "default of " + field.name()));
    }
  }

  @Test
  void preparingIsPureAndShowsNoSecret() {
    HttpProvider provider = http();
    for (Endpoint endpoint : descriptor().endpoints()) {
      for (boolean stream : new boolean[] {false, true}) {
        HttpCall first = provider.prepare(call(endpoint, stream));
        HttpCall second = provider.prepare(call(endpoint, stream));

        assertEquals(first.uri(), second.uri());
        assertEquals(first.headers(), second.headers());
        assertTrue(first.uri().isAbsolute(), () -> "no address: " + first);
        assertFalse(first.toString().contains(SECRET), "the credential shows");
        assertFalse(first.headers().toString().contains(SECRET), "the credential shows");
      }
    }
  }

  private ProviderCall call(Endpoint endpoint, boolean stream) {
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    return new ProviderCall(
        endpoint, "some-model", stream, account(), Headers.NONE, Headers.NONE, body);
  }

  @Test
  void strangeListsOfModelsAreReadOrRefused() {
    for (String body :
        List.of("", "{}", "[]", "null", "{\"data\":7}", "{\"data\":[{\"id\":\"m\"},null,7]}")) {
      try {
        assertNotNull(http().readModels(body.getBytes(StandardCharsets.UTF_8)));
      } catch (GatewayException refused) {
        assertFalse(refused.reason().isBlank());
      }
    }
  }

  @Test
  void refiningKeepsAFailureAFailure() {
    for (int status : new int[] {400, 401, 402, 403, 404, 413, 429, 500, 503}) {
      for (String body : List.of("", "{}", "<html>", "{\"error\":{\"message\":\"x\"}}")) {
        Failure failure = Failure.of(ErrorCode.UPSTREAM_ERROR, "x", Blame.PROVIDER);
        Failure refined =
            http()
                .refine(
                    failure,
                    new HttpAnswer(status, Headers.NONE, body.getBytes(StandardCharsets.UTF_8)));
        assertTrue(refined.status() >= 400 && refined.status() < 600);
      }
    }
  }

  @Test
  void localModelsAnswerOrRefuse() throws InterruptedException {
    LocalProvider provider = local();
    for (ModelInfo model : localModels(provider.descriptor().models())) {
      RecordedEvents events = new RecordedEvents();
      try {
        provider.answer(
            Samples.conversation().toBuilder().model(model.id()).build(), account(), events);
        assertTrue(
            events.complete() != events.failure().isPresent(),
            () -> model.id() + ": " + events.all());
      } catch (GatewayException failed) {
        assertFalse(failed.reason().isBlank());
      }
      events.assertOrder();
    }
  }

  /** The models of a local provider that answer within a test; by default all. */
  protected List<ModelInfo> localModels(List<ModelInfo> models) {
    return models;
  }
}
