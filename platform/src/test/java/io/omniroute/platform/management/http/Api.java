package io.omniroute.platform.management.http;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonObject;
import io.omniroute.platform.management.InvalidInput;
import io.omniroute.platform.management.TestGateway;
import io.omniroute.platform.web.Access;
import io.omniroute.platform.web.Form;
import io.omniroute.platform.web.Principal;
import io.omniroute.platform.web.Routes;
import io.omniroute.platform.web.TestRequest;
import io.omniroute.platform.web.WebHandler;
import io.omniroute.platform.web.WebResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The JSON routes without a wire: finds the route, checks access and calls the handler. */
final class Api implements Routes {

  private final TestGateway gateway;
  private final List<Route> routes = new ArrayList<>();
  private String session;
  private String key;
  private String address = "127.0.0.1";

  Api(TestGateway gateway) {
    this.gateway = gateway;
    ManagementRoutes.register(this, gateway.services(), gateway.management::stop);
  }

  @Override
  public Routes add(String method, String path, Access access, WebHandler handler) {
    routes.add(new Route(method, path, access, handler));
    return this;
  }

  List<Route> routes() {
    return routes;
  }

  /** From now on with a person's session. */
  Api asPerson() {
    String token = gateway.management.firstRun().setupToken().orElseThrow();
    Answer answer = post("/api/auth/setup", "{'token':'" + token + "','password':'correct horse'}");
    session = answer.cookie();
    key = null;
    return this;
  }

  Api withSession(String cookie) {
    session = cookie;
    return this;
  }

  Api withKey(String secret) {
    session = null;
    key = secret;
    return this;
  }

  Api asNobody() {
    session = null;
    key = null;
    return this;
  }

  Api from(String somewhere) {
    address = somewhere;
    return this;
  }

  String session() {
    return session;
  }

  Answer get(String path) {
    return send("GET", path, new byte[0]);
  }

  Answer post(String path, String json) {
    return send("POST", path, bytes(json));
  }

  Answer put(String path, String json) {
    return send("PUT", path, bytes(json));
  }

  Answer patch(String path, String json) {
    return send("PATCH", path, bytes(json));
  }

  Answer delete(String path) {
    return send("DELETE", path, new byte[0]);
  }

  Answer raw(String path, byte[] body) {
    return send(
        request("POST", path).header("Content-Type", "application/java-archive").body(body));
  }

  Answer upload(String path, String fileName, byte[] content, String csrf) {
    return send(
        request("POST", path)
            .header("Content-Type", "multipart/form-data; boundary=x")
            .header("X-CSRF-Token", csrf)
            .file(new Form.Upload(fileName, content)));
  }

  private Answer send(String method, String path, byte[] body) {
    return send(request(method, path).header("Content-Type", "application/json").body(body));
  }

  private TestRequest request(String method, String target) {
    String[] parts = target.split("\\?", 2);
    TestRequest request =
        TestRequest.of(method, parts[0]).header("Host", "localhost:20128").from(address);
    if (parts.length > 1) {
      for (String parameter : parts[1].split("&")) {
        request = request.query(parameter.split("=")[0], parameter.split("=")[1]);
      }
    }
    if (session != null) {
      request = request.session(session);
    }
    return key == null ? request : request.header("Authorization", "Bearer " + key);
  }

  private Answer send(TestRequest request) {
    Route route = route(request);
    TestRequest found = request.variables(variables(route.path, request.path()));
    try {
      Principal principal = gateway.management.access().authorize(route.access, found);
      return answer(route.handler.handle(found.by(principal)));
    } catch (InvalidInput e) {
      return new Answer(400, "invalid: " + e.reason(), Map.of(), TestGateway.faults(e));
    } catch (GatewayException e) {
      return new Answer(e.status(), e.reason(), Map.of(), List.of(e.code().name()));
    }
  }

  private Route route(TestRequest request) {
    return routes.stream()
        .filter(route -> route.method.equals(request.method()))
        .filter(route -> variables(route.path, request.path()) != null)
        .min(java.util.Comparator.comparingInt(route -> route.path.indexOf('{') < 0 ? 0 : 1))
        .orElseThrow(
            () ->
                new GatewayException(ErrorCode.NOT_FOUND, request.method() + " " + request.path()));
  }

  static Map<String, String> variables(String template, String path) {
    String[] names = template.split("/");
    String[] parts = path.split("/");
    if (names.length != parts.length) {
      return null;
    }
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < names.length; i++) {
      if (names[i].startsWith("{")) {
        variables.put(names[i].substring(1, names[i].length() - 1), parts[i]);
      } else if (!names[i].equals(parts[i])) {
        return null;
      }
    }
    return variables;
  }

  private static Answer answer(WebResponse response) {
    Map<String, String> headers = new HashMap<>();
    response.headers().forEach(header -> headers.put(header.name(), header.value()));
    byte[] body = ((WebResponse.Body.Bytes) response.body()).content();
    return new Answer(
        response.status(), new String(body, StandardCharsets.UTF_8), headers, List.of());
  }

  private static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  record Route(String method, String path, Access access, WebHandler handler) {}

  /** What came back; faults where it was refused. */
  record Answer(int status, String body, Map<String, String> headers, List<String> faults) {

    JsonObject json() {
      return (JsonObject) Json.parse(body);
    }

    String cookie() {
      return headers.get("Set-Cookie").split("[=;]")[1];
    }
  }
}
