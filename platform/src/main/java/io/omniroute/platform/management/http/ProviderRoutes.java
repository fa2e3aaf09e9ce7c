package io.omniroute.platform.management.http;

import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonString;
import io.omniroute.platform.management.AccountChange;
import io.omniroute.platform.management.AccountDraft;
import io.omniroute.platform.management.AccountView;
import io.omniroute.platform.management.Actor;
import io.omniroute.platform.management.CheckService;
import io.omniroute.platform.management.CheckService.BatchMode;
import io.omniroute.platform.management.CheckService.BatchResult;
import io.omniroute.platform.management.CheckService.ModelList;
import io.omniroute.platform.management.InvalidInput;
import io.omniroute.platform.management.Patch;
import io.omniroute.platform.management.ProviderService;
import io.omniroute.platform.web.Access;
import io.omniroute.platform.web.Routes;
import io.omniroute.platform.web.WebRequest;
import io.omniroute.platform.web.WebResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/providers}: accounts, which the original calls connections, and their tests. */
final class ProviderRoutes {

  private static final String[] WITHOUT_EFFECT = {
    "authType",
    "testStatus",
    "lastError",
    "lastErrorAt",
    "lastErrorType",
    "lastErrorSource",
    "errorCode",
    "rateLimitedUntil",
    "lastTested"
  };

  private final ProviderService providers;
  private final CheckService checks;

  ProviderRoutes(ProviderService providers, CheckService checks) {
    this.providers = providers;
    this.checks = checks;
  }

  void register(Routes routes) {
    Access access = Access.SESSION_OR_KEY;
    routes
        .get("/api/providers", access, this::list)
        .post("/api/providers", access, this::create)
        .get("/api/providers/catalog", access, this::catalogue)
        .post("/api/providers/discover", access, this::discover)
        .post("/api/providers/reorder", access, this::reorder)
        .post("/api/providers/validate", access, this::validate)
        .post("/api/providers/test-batch", access, this::testBatch)
        .get("/api/providers/{id}", access, this::show)
        .put("/api/providers/{id}", access, this::update)
        .delete("/api/providers/{id}", access, this::delete)
        .post("/api/providers/{id}/test", access, this::test)
        .get("/api/providers/{id}/models", access, this::models);
  }

  private WebResponse list(WebRequest request) {
    List<AccountView> accounts =
        request.query("provider").map(providers::accounts).orElseGet(providers::accounts);
    return Answers.ok(
        new JsonFields().putAll("connections", accounts, AccountJson::account).build());
  }

  private WebResponse catalogue(WebRequest request) {
    return Answers.ok(
        new JsonFields().putAll("providers", providers.catalogue(), AccountJson::provider).build());
  }

  private WebResponse show(WebRequest request) {
    return Answers.ok(AccountJson.wrapped(providers.account(request.pathVariable("id"))));
  }

  /** As in the original, an account of the same provider and name is replaced, not doubled. */
  private WebResponse create(WebRequest request) {
    Body body = Body.of(request).ignoring(WITHOUT_EFFECT);
    AccountDraft draft = draft(body);
    body.done();
    Actor actor = Actor.of(request);
    Optional<AccountView> same = sameName(draft);
    AccountView account =
        same.isPresent()
            ? providers.update(same.get().id(), asChange(draft), actor)
            : providers.create(draft, actor);
    return Answers.created(AccountJson.wrapped(account));
  }

  private Optional<AccountView> sameName(AccountDraft draft) {
    String name = draft.name();
    if (name == null || name.isBlank()) {
      return Optional.empty();
    }
    return providers.provider(draft.provider()).stream()
        .flatMap(provider -> providers.accounts(provider.id()).stream())
        .filter(account -> account.name().equals(name.strip()))
        .findFirst();
  }

  private static AccountChange asChange(AccountDraft draft) {
    return new AccountChange(
        Patch.keep(),
        Patch.set(draft.apiKey()),
        given(draft.priority()),
        given(draft.globalPriority()),
        given(draft.defaultModel()),
        Patch.keep(),
        Patch.keep(),
        Patch.keep(),
        Patch.set(draft.settings()));
  }

  private static <T> Patch<T> given(@Nullable T value) {
    return value == null ? Patch.keep() : Patch.set(value);
  }

  private static AccountDraft draft(Body body) {
    JsonObject settings = body.objectField("providerSpecificData");
    String baseUrl = body.text("baseUrl");
    JsonObject.Builder merged = settings == null ? JsonObject.builder() : settings.toBuilder();
    if (baseUrl != null) {
      merged.put("baseUrl", new JsonString(baseUrl));
    }
    return new AccountDraft(
        body.requiredText("provider"),
        body.text("name"),
        body.text("apiKey"),
        body.whole("priority"),
        body.whole("globalPriority"),
        body.text("defaultModel"),
        merged.build());
  }

  private WebResponse update(WebRequest request) {
    Body body = Body.of(request).ignoring(WITHOUT_EFFECT);
    AccountChange change =
        new AccountChange(
            body.required("name", () -> body.text("name")),
            body.patch("apiKey", () -> body.text("apiKey")),
            body.patch("priority", () -> body.whole("priority")),
            body.patch("globalPriority", () -> body.whole("globalPriority")),
            body.patch("defaultModel", () -> body.text("defaultModel")),
            body.required("isActive", () -> body.bool("isActive")),
            body.patch("healthCheckInterval", () -> body.whole("healthCheckInterval")),
            body.required("rateLimitProtection", () -> body.bool("rateLimitProtection")),
            body.required("providerSpecificData", () -> body.objectField("providerSpecificData")));
    body.done();
    return Answers.ok(
        AccountJson.wrapped(
            providers.update(request.pathVariable("id"), change, Actor.of(request))));
  }

  private WebResponse delete(WebRequest request) {
    providers.delete(request.pathVariable("id"), Actor.of(request));
    return Answers.message("Connection deleted successfully");
  }

  private WebResponse reorder(WebRequest request) {
    Body body = Body.of(request);
    String provider = body.requiredText("provider");
    List<String> ids = body.texts("ids");
    body.done();
    if (ids == null) {
      throw new InvalidInput("ids", "is required");
    }
    return Answers.ok(
        new JsonFields()
            .putAll(
                "connections",
                providers.reorder(provider, ids, Actor.of(request)),
                AccountJson::account)
            .build());
  }

  private WebResponse test(WebRequest request) {
    return Answers.ok(
        AccountJson.result(checks.test(request.pathVariable("id"), Actor.of(request))));
  }

  private WebResponse validate(WebRequest request) {
    Body body = Body.of(request);
    AccountDraft draft = draft(body);
    body.done();
    return Answers.ok(AccountJson.result(checks.validate(draft)));
  }

  private WebResponse testBatch(WebRequest request) {
    Body body = Body.of(request);
    String word = body.requiredText("mode");
    String provider = body.text("providerId");
    body.done();
    BatchMode mode;
    try {
      mode = BatchMode.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(
          "mode", "must be one of provider, oauth, free, apikey, compatible, all");
    }
    BatchResult batch = checks.testBatch(mode, provider, Actor.of(request));
    long passed = batch.passed();
    return Answers.ok(
        new JsonFields()
            .put("mode", word)
            .put("providerId", provider)
            .putAll("results", batch.results(), AccountJson::result)
            .put("testedAt", Instant.now())
            .put(
                "summary",
                new JsonFields()
                    .put("total", batch.results().size())
                    .put("passed", passed)
                    .put("failed", batch.results().size() - passed)
                    .build())
            .build());
  }

  private WebResponse models(WebRequest request) {
    ModelList list = checks.models(request.pathVariable("id"));
    return Answers.ok(
        new JsonFields()
            .put("provider", list.provider())
            .put("connectionId", list.accountId())
            .putAll("models", list.models(), AccountJson::model)
            .put("live", list.live())
            .put("warning", list.warning())
            .build());
  }

  private WebResponse discover(WebRequest request) {
    Body.of(request).done();
    return Answers.ok(
        new JsonFields()
            .putAll(
                "servers",
                checks.discover(),
                server ->
                    new JsonFields()
                        .put("provider", server.provider())
                        .put("name", server.name())
                        .put("baseUrl", server.baseUrl())
                        .put("connected", server.connected())
                        .build())
            .build());
  }
}
