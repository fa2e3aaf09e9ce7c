package io.omniroute.platform.http;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonObject;
import io.omniroute.platform.management.InvalidInput;
import io.omniroute.platform.management.WebModule;
import io.omniroute.platform.web.WebRequest;
import io.omniroute.platform.web.WebResponse;
import java.util.List;
import java.util.Optional;

/**
 * Errors of management routes and pages: JSON of the shapes that scripts know for {@code /api}, and
 * for pages whatever a web module makes of them.
 */
final class WebErrors {

  private final List<WebModule> modules;

  WebErrors(List<WebModule> modules) {
    this.modules = modules;
  }

  WebResponse answer(WebRequest request, GatewayException e) {
    WebResponse response = request.path().startsWith("/api/") ? json(request, e) : page(request, e);
    return e.retryAfter()
        .map(wait -> response.with("Retry-After", Long.toString(Math.max(1, wait.toSeconds()))))
        .orElse(response);
  }

  private WebResponse page(WebRequest request, GatewayException e) {
    return modules.stream()
        .map(module -> module.errorPage(request, e))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> WebResponse.text(e.status(), e.reason() + "\n"));
  }

  private static WebResponse json(WebRequest request, GatewayException e) {
    JsonObject body = JsonObject.builder().put("error", error(request, e)).build();
    return WebResponse.json(e.status(), body.toBytes());
  }

  private static Json error(WebRequest request, GatewayException e) {
    if (e.code() == ErrorCode.UNAUTHENTICATED && e.status() == 401) {
      return JsonObject.builder()
          .put("code", "AUTH_001")
          .put("message", e.reason())
          .put("correlation_id", request.requestId())
          .build();
    }
    if (e instanceof InvalidInput invalid) {
      return JsonObject.builder()
          .put("message", "Invalid request")
          .put("details", details(invalid))
          .build();
    }
    return new io.omniroute.api.json.JsonString(e.reason());
  }

  private static JsonArray details(InvalidInput invalid) {
    return new JsonArray(
        invalid.problems().stream()
            .<Json>map(
                problem ->
                    JsonObject.builder()
                        .put("field", problem.field())
                        .put("message", problem.message())
                        .build())
            .toList());
  }
}
