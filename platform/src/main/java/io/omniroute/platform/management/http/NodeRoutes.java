package io.omniroute.platform.management.http;

import io.omniroute.api.json.JsonObject;
import io.omniroute.platform.management.Actor;
import io.omniroute.platform.management.CheckService;
import io.omniroute.platform.management.NodeDraft;
import io.omniroute.platform.management.NodeView;
import io.omniroute.platform.management.ProviderNodeService;
import io.omniroute.platform.web.Access;
import io.omniroute.platform.web.Routes;
import io.omniroute.platform.web.WebRequest;
import io.omniroute.platform.web.WebResponse;

/** {@code /api/provider-nodes}: endpoints that a person added as providers. */
final class NodeRoutes {

  private static final String TRIAL_PREFIX = "node-on-trial";

  private final ProviderNodeService nodes;
  private final CheckService checks;

  NodeRoutes(ProviderNodeService nodes, CheckService checks) {
    this.nodes = nodes;
    this.checks = checks;
  }

  void register(Routes routes) {
    Access access = Access.SESSION_OR_KEY;
    routes
        .get("/api/provider-nodes", access, this::list)
        .post("/api/provider-nodes", access, this::create)
        .post("/api/provider-nodes/validate", access, this::validate)
        .put("/api/provider-nodes/{id}", access, this::update)
        .delete("/api/provider-nodes/{id}", access, this::delete);
  }

  private WebResponse list(WebRequest request) {
    return Answers.ok(new JsonFields().putAll("nodes", nodes.nodes(), NodeRoutes::json).build());
  }

  private WebResponse create(WebRequest request) {
    Body body = Body.of(request);
    String type = body.requiredText("type");
    NodeDraft draft = draft(body, type);
    body.done();
    return Answers.created(wrapped(nodes.create(draft, Actor.of(request))));
  }

  private WebResponse update(WebRequest request) {
    Body body = Body.of(request).ignoring("type");
    NodeDraft draft = draft(body, "");
    body.done();
    return Answers.ok(wrapped(nodes.update(request.pathVariable("id"), draft, Actor.of(request))));
  }

  private WebResponse delete(WebRequest request) {
    nodes.delete(request.pathVariable("id"), Actor.of(request));
    return Answers.success();
  }

  private WebResponse validate(WebRequest request) {
    Body body = Body.of(request);
    NodeDraft draft =
        new NodeDraft(
            body.requiredText("type"),
            TRIAL_PREFIX,
            TRIAL_PREFIX,
            body.text("apiType"),
            body.requiredText("baseUrl"));
    String apiKey = body.text("apiKey");
    String model = body.text("model");
    body.done();
    return Answers.ok(AccountJson.result(checks.validateNode(draft, apiKey, model)));
  }

  private static NodeDraft draft(Body body, String type) {
    return new NodeDraft(
        type,
        body.requiredText("name"),
        body.requiredText("prefix"),
        body.text("apiType"),
        body.requiredText("baseUrl"));
  }

  private static JsonObject wrapped(NodeView node) {
    return JsonObject.builder().put("node", json(node)).build();
  }

  private static JsonObject json(NodeView node) {
    return new JsonFields()
        .put("id", node.id())
        .put("type", node.type())
        .put("name", node.name())
        .put("prefix", node.prefix())
        .put("apiType", node.apiType())
        .put("baseUrl", node.baseUrl())
        .put("connections", node.accounts())
        .put("createdAt", node.createdAt())
        .put("updatedAt", node.updatedAt())
        .build();
  }
}
