package io.omniroute.platform.management.http;

import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonObject;
import io.omniroute.platform.management.Actor;
import io.omniroute.platform.management.AuditService;
import io.omniroute.platform.management.HealthService;
import io.omniroute.platform.management.HealthService.Health;
import io.omniroute.platform.management.HealthService.ProviderHealth;
import io.omniroute.platform.management.Services;
import io.omniroute.platform.web.Access;
import io.omniroute.platform.web.Principal;
import io.omniroute.platform.web.Routes;
import io.omniroute.platform.web.WebRequest;
import io.omniroute.platform.web.WebResponse;

/** Health, start, stop and the audit log. */
final class SystemRoutes {

  private static final int AUDIT_LINES = 50;

  private final HealthService health;
  private final AuditService audit;
  private final Runnable shutdown;

  SystemRoutes(Services services, Runnable shutdown) {
    this.health = services.health();
    this.audit = services.audit();
    this.shutdown = shutdown;
  }

  void register(Routes routes) {
    routes
        .get("/api/monitoring/health", Access.PUBLIC, this::health)
        .get("/api/init", Access.PUBLIC, request -> Answers.message("Initialized"))
        .get("/api/compliance/audit-log", Access.SESSION, this::auditLog)
        .post("/api/shutdown", Access.SESSION, this::shutDown);
  }

  /**
   * Strangers learn whether the gateway is well; what exactly is not is for those who manage it.
   */
  private WebResponse health(WebRequest request) {
    Health now = health.now();
    boolean stranger =
        request.principal() instanceof Principal.Anonymous
            && !request.clientAddress().isLoopbackAddress();
    JsonFields fields =
        new JsonFields().put("status", now.status()).put("timestamp", now.timestamp());
    if (!stranger) {
      details(fields, now);
    }
    fields.put("setupComplete", now.setupComplete());
    return Answers.ok(fields.build());
  }

  private static void details(JsonFields fields, Health now) {
    JsonObject.Builder providers = JsonObject.builder();
    now.providers().forEach(one -> providers.put(one.provider(), provider(one)));
    fields
        .putTexts("problems", now.problems())
        .put("system", system(now.system()))
        .put("store", store(now))
        .put("providerHealth", providers.build())
        .put(
            "plugins",
            new JsonFields()
                .put("active", now.plugins().active())
                .put("off", now.plugins().off())
                .put("failed", now.plugins().failed())
                .build());
  }

  private static JsonObject system(HealthService.SystemHealth system) {
    return new JsonFields()
        .put("version", system.version())
        .put("javaVersion", system.javaVersion())
        .put("uptime", system.uptimeSeconds())
        .put(
            "memoryUsage",
            new JsonFields()
                .putNumber("rss", system.residentBytes())
                .put("heapTotal", system.heapTotalBytes())
                .put("heapUsed", system.heapUsedBytes())
                .put("heapMax", system.heapMaxBytes())
                .build())
        .put("pid", system.pid())
        .put("platform", system.platform())
        .build();
  }

  private static JsonObject store(Health now) {
    return new JsonFields()
        .put("reachable", now.store().reachable())
        .put("engine", now.store().engine())
        .put("databaseBytes", now.store().databaseBytes())
        .put("journalBytes", now.store().journalBytes())
        .put("schemaVersion", now.store().schemaVersion())
        .put("droppedRecords", now.store().droppedRecords())
        .build();
  }

  private static Json provider(ProviderHealth provider) {
    return new JsonFields()
        .put("state", provider.state())
        .put("accounts", provider.accounts())
        .put("failures", provider.failures())
        .put("lastFailure", provider.lastFailure())
        .build();
  }

  private WebResponse auditLog(WebRequest request) {
    int limit =
        request
            .query("limit")
            .filter(text -> text.matches("\\d{1,3}"))
            .map(Integer::parseInt)
            .orElse(AUDIT_LINES);
    return Answers.ok(
        new JsonFields()
            .putAll(
                "entries",
                audit.page(limit, null),
                line ->
                    new JsonFields()
                        .put("id", line.id())
                        .put("timestamp", line.timestamp())
                        .put("action", line.action())
                        .put("actor", line.actor())
                        .put("target", line.target())
                        .put("details", line.details())
                        .put("ip_address", line.ip())
                        .build())
            .build());
  }

  /** The answer goes out first; draining then waits for it as for every other. */
  private WebResponse shutDown(WebRequest request) {
    audit.record(Actor.of(request), "system.shutdown", null, null);
    Thread.ofVirtual().name("shutdown").start(shutdown);
    return Answers.ok(JsonObject.builder().put("status", "shutting down").build());
  }
}
