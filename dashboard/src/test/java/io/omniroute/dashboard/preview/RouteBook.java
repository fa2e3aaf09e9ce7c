package io.omniroute.dashboard.preview;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.dashboard.DashboardRoutes;
import io.omniroute.platform.web.Access;
import io.omniroute.platform.web.Principal;
import io.omniroute.platform.web.Routes;
import io.omniroute.platform.web.WebHandler;
import io.omniroute.platform.web.WebResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The edge in small: finds the handler of a path and asks for a session where one is needed. */
final class RouteBook implements Routes {

  /** The cookie of a session. */
  static final String SESSION = "auth_token=preview";

  private final List<Entry> entries = new ArrayList<>();
  private final DashboardRoutes dashboard;

  RouteBook(DashboardRoutes dashboard) {
    this.dashboard = dashboard;
    dashboard.register(this);
    entries.sort(Comparator.comparingLong(Entry::variables));
  }

  @Override
  public Routes add(String method, String path, Access access, WebHandler handler) {
    entries.add(new Entry(method, path.split("/", -1), access, handler));
    return this;
  }

  WebResponse answer(FakeRequest request) {
    for (Entry entry : entries) {
      Map<String, String> variables = entry.match(request);
      if (variables != null) {
        FakeRequest bound = request.with(variables, principal(request));
        if (entry.access != Access.PUBLIC && bound.principal() instanceof Principal.Anonymous) {
          return dashboard.failure(
              bound, new GatewayException(ErrorCode.UNAUTHENTICATED, "Authentication required"));
        }
        return entry.handler.handle(bound);
      }
    }
    return WebResponse.text(404, "no route");
  }

  private static Principal principal(FakeRequest request) {
    return request.cookie("auth_token").filter("preview"::equals).isPresent()
        ? new Principal.Session("preview-csrf-token")
        : new Principal.Anonymous();
  }

  private record Entry(String method, String[] parts, Access access, WebHandler handler) {

    long variables() {
      long count = 0;
      for (String part : parts) {
        count += part.endsWith("*}") ? 100 : part.startsWith("{") ? 1 : 0;
      }
      return count;
    }

    @org.jspecify.annotations.Nullable
    Map<String, String> match(FakeRequest request) {
      String[] path = request.path().split("/", -1);
      boolean rest = parts[parts.length - 1].endsWith("*}");
      if (!method.equals(request.method())
          || (rest ? path.length < parts.length : path.length != parts.length)) {
        return null;
      }
      Map<String, String> variables = new LinkedHashMap<>();
      for (int i = 0; i < parts.length; i++) {
        if (parts[i].startsWith("{")) {
          variables.put(parts[i].replaceAll("[{}*]", ""), path[i]);
        } else if (!parts[i].equals(path[i])) {
          return null;
        }
      }
      return variables;
    }
  }
}
