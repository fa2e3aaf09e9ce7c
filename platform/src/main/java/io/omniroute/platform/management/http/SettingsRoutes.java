package io.omniroute.platform.management.http;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.json.JsonBoolean;
import io.omniroute.api.json.JsonObject;
import io.omniroute.platform.auth.SessionCookie;
import io.omniroute.platform.management.Actor;
import io.omniroute.platform.management.InvalidInput;
import io.omniroute.platform.management.LoginService;
import io.omniroute.platform.management.ProviderService;
import io.omniroute.platform.management.ProviderView;
import io.omniroute.platform.management.Services;
import io.omniroute.platform.management.SettingsService;
import io.omniroute.platform.web.Access;
import io.omniroute.platform.web.Principal;
import io.omniroute.platform.web.Routes;
import io.omniroute.platform.web.WebRequest;
import io.omniroute.platform.web.WebResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code /api/settings}: settings, the password, and addresses of providers. */
final class SettingsRoutes {

  private static final String CURRENT = "currentPassword";
  private static final String NEW = "newPassword";

  private final SettingsService settings;
  private final LoginService login;
  private final ProviderService providers;

  SettingsRoutes(Services services) {
    this.settings = services.settings();
    this.login = services.login();
    this.providers = services.providers();
  }

  void register(Routes routes) {
    Access access = Access.SESSION_OR_KEY;
    routes
        .get("/api/settings", access, this::show)
        .patch("/api/settings", access, this::change)
        .put("/api/settings", access, this::change)
        .get("/api/settings/schema", access, this::schema)
        .get("/api/settings/require-login", Access.PUBLIC, this::requireLogin)
        .post("/api/settings/require-login", Access.SESSION, this::setRequireLogin)
        .get("/api/settings/base-urls", access, this::baseUrls)
        .put("/api/settings/base-urls/{provider}", Access.SESSION, this::setBaseUrl)
        .delete("/api/settings/base-urls/{provider}", Access.SESSION, this::clearBaseUrl);
  }

  private WebResponse show(WebRequest request) {
    return Answers.ok(values());
  }

  private JsonObject values() {
    JsonFields fields = new JsonFields();
    settings.entries().forEach(entry -> fields.put(entry.field().name(), entry.value()));
    return fields.put("hasPassword", !login.state().needsSetup()).build();
  }

  private WebResponse schema(WebRequest request) {
    return Answers.ok(
        new JsonFields()
            .putAll(
                "settings",
                settings.entries(),
                entry ->
                    new JsonFields()
                        .put("field", AccountJson.field(entry.field()))
                        .put("value", entry.value())
                        .put("source", entry.source().name().toLowerCase(Locale.ROOT))
                        .put("variable", entry.variable())
                        .put("editable", entry.editable())
                        .build())
            .build());
  }

  /** The password goes with the settings in one request, but is nobody's to change but a person. */
  private WebResponse change(WebRequest request) {
    Body body = Body.of(request);
    JsonObject values =
        body.object().toBuilder().remove(CURRENT).remove(NEW).remove("hasPassword").build();
    Actor actor = Actor.of(request);
    if (!body.object().has(NEW)) {
      settings.change(values, actor);
      return Answers.ok(values());
    }
    if (!(request.principal() instanceof Principal.Session)) {
      throw new GatewayException(
          ErrorCode.PERMISSION_DENIED,
          "The password needs a dashboard session; an API key is not enough");
    }
    String current = body.text(CURRENT);
    String password = body.requiredText(NEW);
    settings.check(values, actor);
    WebResponse refused = null;
    SessionCookie cookie = null;
    try {
      cookie = login.changePassword(current, password, actor, request.secure());
    } catch (GatewayException e) {
      refused = refusal(e);
    }
    if (cookie == null) {
      return refused == null ? Answers.of(500, JsonObject.EMPTY) : refused;
    }
    settings.change(values, actor);
    return Answers.ok(values()).with("Set-Cookie", cookie.header());
  }

  private static @Nullable WebResponse refusal(GatewayException e) {
    if (e.code() == ErrorCode.INVALID_REQUEST) {
      throw new InvalidInput(NEW, e.reason());
    }
    if (e.code() != ErrorCode.UNAUTHENTICATED) {
      throw e;
    }
    return Answers.of(401, JsonObject.builder().put("error", e.reason()).build());
  }

  private WebResponse requireLogin(WebRequest request) {
    LoginService.LoginState state = login.state();
    return Answers.ok(
        new JsonFields()
            .put("requireLogin", state.requireLogin())
            .put("hasPassword", !state.needsSetup())
            .put("setupComplete", settings.current().setupComplete())
            .build());
  }

  private WebResponse setRequireLogin(WebRequest request) {
    Body body = Body.of(request);
    Boolean required = body.bool("requireLogin");
    String password = body.text("password");
    body.done();
    Actor actor = Actor.of(request);
    if (password != null && !login.state().needsSetup()) {
      throw new InvalidInput(
          "password", "is set already; change it with PATCH /api/settings and the current one");
    }
    WebResponse answer = Answers.success();
    if (password != null) {
      SessionCookie cookie = login.changePassword(null, password, actor, request.secure());
      answer = answer.with("Set-Cookie", cookie.header());
    }
    if (required != null) {
      settings.change(
          JsonObject.builder().put("requireLogin", JsonBoolean.of(required)).build(), actor);
    }
    return answer;
  }

  private WebResponse baseUrls(WebRequest request) {
    JsonObject.Builder urls = JsonObject.builder();
    settings.current().baseUrls().forEach(urls::put);
    return Answers.ok(JsonObject.builder().put("baseUrls", urls.build()).build());
  }

  private WebResponse setBaseUrl(WebRequest request) {
    Body body = Body.of(request);
    String baseUrl = body.requiredText("baseUrl");
    body.done();
    return overridden(request, baseUrl);
  }

  private WebResponse clearBaseUrl(WebRequest request) {
    return overridden(request, null);
  }

  private WebResponse overridden(WebRequest request, @Nullable String baseUrl) {
    ProviderView provider =
        providers.setBaseUrl(request.pathVariable("provider"), baseUrl, Actor.of(request));
    return Answers.ok(
        new JsonFields()
            .put("provider", provider.id())
            .put("baseUrl", provider.baseUrlOverride())
            .build());
  }
}
