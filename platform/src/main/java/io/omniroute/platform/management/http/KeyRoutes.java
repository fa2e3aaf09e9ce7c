package io.omniroute.platform.management.http;

import io.omniroute.api.json.JsonObject;
import io.omniroute.platform.management.Actor;
import io.omniroute.platform.management.KeyService;
import io.omniroute.platform.management.KeyService.IssuedKey;
import io.omniroute.platform.management.KeyService.KeyChange;
import io.omniroute.platform.management.KeyService.KeyView;
import io.omniroute.platform.web.Access;
import io.omniroute.platform.web.Routes;
import io.omniroute.platform.web.WebRequest;
import io.omniroute.platform.web.WebResponse;
import java.time.Instant;
import java.util.List;

/** {@code /api/keys}: API keys; a key's text is in the answer that makes it and never again. */
final class KeyRoutes {

  private final KeyService keys;

  KeyRoutes(KeyService keys) {
    this.keys = keys;
  }

  void register(Routes routes) {
    Access access = Access.SESSION_OR_KEY;
    routes
        .get("/api/keys", access, this::list)
        .post("/api/keys", access, this::create)
        .get("/api/keys/{id}", access, this::show)
        .patch("/api/keys/{id}", access, this::update)
        .delete("/api/keys/{id}", access, this::delete)
        .post("/api/keys/{id}/rotate", access, this::rotate);
  }

  private WebResponse list(WebRequest request) {
    List<KeyView> all = keys.keys();
    return Answers.ok(
        new JsonFields().putAll("keys", all, KeyRoutes::json).put("total", all.size()).build());
  }

  private WebResponse show(WebRequest request) {
    return Answers.ok(json(keys.key(request.pathVariable("id"))));
  }

  private WebResponse create(WebRequest request) {
    Body body = Body.of(request);
    String name = body.requiredText("name");
    List<String> models = body.texts("allowedModels");
    Instant expiresAt = body.moment("expiresAt");
    body.done();
    return Answers.created(
        issued(
            keys.create(name, models == null ? List.of() : models, expiresAt, Actor.of(request))));
  }

  private WebResponse update(WebRequest request) {
    Body body = Body.of(request);
    KeyChange change =
        new KeyChange(
            body.required("name", () -> body.text("name")),
            body.required("allowedModels", () -> body.texts("allowedModels")),
            body.required("isActive", () -> body.bool("isActive")),
            body.patch("expiresAt", () -> body.moment("expiresAt")));
    body.done();
    KeyView key = keys.update(request.pathVariable("id"), change, Actor.of(request));
    return Answers.ok(
        json(key).toBuilder().put("message", "API key settings updated successfully").build());
  }

  private WebResponse delete(WebRequest request) {
    keys.delete(request.pathVariable("id"), Actor.of(request));
    return Answers.message("Key deleted successfully");
  }

  private WebResponse rotate(WebRequest request) {
    return Answers.ok(issued(keys.rotate(request.pathVariable("id"), Actor.of(request))));
  }

  private static JsonObject issued(IssuedKey key) {
    return json(key.view()).toBuilder().put("key", key.secret()).build();
  }

  private static JsonObject json(KeyView key) {
    return new JsonFields()
        .put("id", key.id())
        .put("name", key.name())
        .put("key", key.masked())
        .put("machineId", key.machineId())
        .putTexts("allowedModels", key.allowedModels())
        .put("isActive", key.active())
        .put("createdAt", key.createdAt())
        .put("lastUsedAt", key.lastUsedAt())
        .put("expiresAt", key.expiresAt())
        .build();
  }
}
