package io.omniroute.platform.management.http;

import io.omniroute.api.json.JsonObject;
import io.omniroute.platform.management.Actor;
import io.omniroute.platform.management.InvalidInput;
import io.omniroute.platform.management.PluginService;
import io.omniroute.platform.management.PluginService.PluginPreview;
import io.omniroute.platform.management.PluginService.PluginView;
import io.omniroute.platform.web.Access;
import io.omniroute.platform.web.Form;
import io.omniroute.platform.web.Routes;
import io.omniroute.platform.web.WebRequest;
import io.omniroute.platform.web.WebResponse;
import java.util.Locale;

/**
 * {@code /api/plugins}. An upload is looked at first and installed when its token comes back, or at
 * once with {@code ?confirm=true}.
 */
final class PluginRoutes {

  private final PluginService plugins;

  PluginRoutes(PluginService plugins) {
    this.plugins = plugins;
  }

  void register(Routes routes) {
    routes
        .get("/api/plugins", Access.SESSION_OR_KEY, this::list)
        .post("/api/plugins", Access.SESSION, this::upload)
        .post("/api/plugins/confirm", Access.SESSION, this::confirm)
        .get("/api/plugins/{id}", Access.SESSION_OR_KEY, this::show)
        .delete("/api/plugins/{id}", Access.SESSION, this::remove)
        .post("/api/plugins/{id}/enable", Access.SESSION_OR_KEY, this::enable)
        .post("/api/plugins/{id}/disable", Access.SESSION_OR_KEY, this::disable);
  }

  private WebResponse list(WebRequest request) {
    return Answers.ok(
        new JsonFields().putAll("plugins", plugins.plugins(), PluginRoutes::json).build());
  }

  private WebResponse show(WebRequest request) {
    return Answers.ok(wrapped(plugins.plugin(request.pathVariable("id"))));
  }

  private WebResponse enable(WebRequest request) {
    return Answers.ok(wrapped(plugins.enable(request.pathVariable("id"), Actor.of(request))));
  }

  private WebResponse disable(WebRequest request) {
    return Answers.ok(wrapped(plugins.disable(request.pathVariable("id"), Actor.of(request))));
  }

  private WebResponse remove(WebRequest request) {
    plugins.remove(request.pathVariable("id"), Actor.of(request));
    return Answers.success();
  }

  private WebResponse upload(WebRequest request) {
    Form.Upload file = file(request);
    PluginPreview preview = plugins.inspect(file.fileName(), file.content(), Actor.of(request));
    boolean direct = request.query("confirm").map(Boolean::parseBoolean).orElse(false);
    if (direct && preview.installable()) {
      return Answers.created(wrapped(plugins.install(preview.token(), Actor.of(request))));
    }
    int status = preview.installable() ? 200 : 422;
    return Answers.of(
        status,
        new JsonFields()
            .put("token", preview.token())
            .put("installable", preview.installable())
            .putTexts("problems", preview.problems())
            .put("replaces", preview.replaces())
            .put("size", preview.sizeBytes())
            .put("plugin", json(preview.plugin()))
            .build());
  }

  private WebResponse confirm(WebRequest request) {
    Body body = Body.of(request);
    String token = body.requiredText("token");
    body.done();
    return Answers.created(wrapped(plugins.install(token, Actor.of(request))));
  }

  private static Form.Upload file(WebRequest request) {
    String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (type.startsWith("multipart/form-data")) {
      return request.form().file("file").orElseThrow(() -> new InvalidInput("file", "is required"));
    }
    String name =
        request
            .query("filename")
            .orElseThrow(
                () -> new InvalidInput("filename", "is required with a raw body: ?filename=x.jar"));
    return new Form.Upload(name, request.body());
  }

  private static JsonObject wrapped(PluginView plugin) {
    return JsonObject.builder().put("plugin", json(plugin)).build();
  }

  private static JsonObject json(PluginView plugin) {
    return new JsonFields()
        .put("id", plugin.id())
        .put("name", plugin.name())
        .put("version", plugin.version())
        .put("description", plugin.description())
        .put("author", plugin.author())
        .putTexts("kinds", plugin.kinds())
        .putTexts("provides", plugin.provides())
        .put("requires", plugin.requires())
        .put("state", plugin.state())
        .put("reason", plugin.reason())
        .put("declarative", plugin.declarative())
        .put("fileName", plugin.fileName())
        .put("sha256", plugin.sha256())
        .putTexts("contacts", plugin.contacts())
        .putTexts("neededFor", plugin.neededFor())
        .build();
  }
}
