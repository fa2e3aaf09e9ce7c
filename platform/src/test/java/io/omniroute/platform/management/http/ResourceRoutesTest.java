package io.omniroute.platform.management.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonObject;
import io.omniroute.platform.management.TestGateway;
import io.omniroute.platform.management.http.Api.Answer;
import io.omniroute.platform.web.Access;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourceRoutesTest {

  @TempDir Path folder;
  private TestGateway gateway;
  private Api api;

  @BeforeEach
  void open() {
    gateway = TestGateway.in(folder, Map.of());
    api = new Api(gateway).asPerson();
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void connectionsAreAddedReadChangedAndRemoved() {
    Answer created =
        api.post("/api/providers", "{'provider':'acme','apiKey':'the-key','name':'work'}");
    assertThat(created.status()).isEqualTo(201);
    JsonObject connection = created.json().object("connection");
    assertThat(connection.fields().keySet())
        .contains(
            "id",
            "provider",
            "authType",
            "name",
            "priority",
            "isActive",
            "defaultModel",
            "testStatus",
            "lastError",
            "providerSpecificData",
            "createdAt",
            "updatedAt")
        .doesNotContain("apiKey", "accessToken", "refreshToken", "idToken");
    String path = "/api/providers/" + connection.text("id");

    Answer changed =
        api.put(
            path,
            "{'isActive':false,'defaultModel':'acme-one','testStatus':'active',"
                + "'providerSpecificData':{'region':'eu'}}");
    assertThat(changed.json().object("connection").bool("isActive", true)).isFalse();
    assertThat(changed.json().object("connection").text("testStatus")).isEqualTo("unknown");
    assertThat(api.get(path).json()).isEqualTo(changed.json());
    assertThat(api.get("/api/providers").json().array("connections").size()).isEqualTo(1);

    assertThat(api.delete(path).body())
        .isEqualTo("{\"message\":\"Connection deleted successfully\"}");
    assertThat(api.get(path).status()).isEqualTo(404);
    assertThat(api.get(path).body()).isEqualTo("Connection not found");
  }

  @Test
  void theSameConnectionTwiceIsOneConnection() {
    String body = "{'provider':'acme','apiKey':'the-key','name':'work'}";
    String first = api.post("/api/providers", body).json().object("connection").text("id");

    Answer again = api.post("/api/providers", body.replace("the-key", "new-key"));

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json().object("connection").text("id")).isEqualTo(first);
    assertThat(
            gateway.store.connections().find(first).orElseThrow().credentials().apiKey().reveal())
        .isEqualTo("new-key");
  }

  @Test
  void wrongTypesAndUnknownFieldsAreNamedTogether() {
    Answer refused =
        api.post(
            "/api/providers",
            "{'provider':5,'apiKey':['x'],'priority':1.5,'colour':'red','providerSpecificData':7}");

    assertThat(refused.faults())
        .containsExactlyInAnyOrder(
            "provider must be text",
            "apiKey must be text",
            "priority must be a whole number",
            "providerSpecificData must be an object",
            "colour is not a field here");
    assertThat(api.post("/api/providers", "not json").faults().getFirst())
        .startsWith("body Invalid JSON body");
    assertThat(api.post("/api/providers", "[]").faults().getFirst())
        .startsWith("body Invalid JSON body");
    assertThat(api.post("/api/providers", "{'provider':'nobody'}").faults())
        .containsExactly("provider is not a provider of this gateway");
  }

  @Test
  void testsHaveTheShapeThatScriptsKnow() {
    String id = connection();
    gateway.server.answer("/acme/models", 401, "wrong");

    JsonObject result = api.post("/api/providers/" + id + "/test", "").json();

    assertThat(result.fields().keySet())
        .contains("valid", "latencyMs", "error", "diagnosis", "statusCode", "testedAt");
    assertThat(result.bool("valid", true)).isFalse();
    assertThat(result.object("diagnosis").text("type")).isEqualTo("upstream_auth_error");
    assertThat(result.number("statusCode", 0)).isEqualTo(401);

    JsonObject batch = api.post("/api/providers/test-batch", "{'mode':'all'}").json();
    assertThat(batch.object("summary").toText())
        .isEqualTo("{\"total\":1,\"passed\":0,\"failed\":1}");
    assertThat(batch.array("results").objects().findFirst().orElseThrow().text("connectionId"))
        .isEqualTo(id);
    assertThat(api.post("/api/providers/test-batch", "{'mode':'some'}").faults())
        .singleElement()
        .asString()
        .startsWith("mode must be one of");

    gateway.server.answer("/acme/models", 200, "{\"data\":[{\"id\":\"m\"}]}");
    JsonObject valid =
        api.post("/api/providers/validate", "{'provider':'acme','apiKey':'k-1'}").json();
    assertThat(valid.bool("valid", false)).isTrue();
    JsonArray models = api.get("/api/providers/" + id + "/models").json().array("models");
    assertThat(models.objects().map(model -> model.text("id"))).containsExactly("m");
  }

  @Test
  void theCatalogIsFullAndDiscoveryEmpty() {
    JsonArray providers = api.get("/api/providers/catalog").json().array("providers");

    assertThat(providers.size()).isEqualTo(5);
    JsonObject acme = providers.objects().findFirst().orElseThrow();
    assertThat(acme.array("fields").objects().map(field -> field.text("type")))
        .containsExactly("text", "secret");
    assertThat(api.post("/api/providers/discover", "").json().array("servers").isEmpty()).isTrue();
  }

  @Test
  void nodesAreAddedChangedAndRemovedWithTheirConnections() {
    Answer created =
        api.post(
            "/api/provider-nodes",
            "{'name':'Mine','prefix':'mine','apiType':'chat','baseUrl':'http://localhost:9/v1/',"
                + "'type':'openai-compatible'}");
    assertThat(created.status()).isEqualTo(201);
    JsonObject node = created.json().object("node");
    assertThat(node.text("id")).startsWith("openai-compatible-chat-");
    assertThat(node.text("baseUrl")).isEqualTo("http://localhost:9/v1");
    api.post("/api/providers", "{'provider':'" + node.text("id") + "','apiKey':'k-1'}");
    String path = "/api/provider-nodes/" + node.text("id");

    Answer renamed =
        api.put(path, "{'name':'Yours','prefix':'mine','baseUrl':'http://localhost:9/v1'}");
    assertThat(renamed.json().object("node").text("name")).isEqualTo("Yours");
    assertThat(api.get("/api/provider-nodes").json().array("nodes").size()).isEqualTo(1);

    assertThat(api.delete(path).body()).isEqualTo("{\"success\":true}");
    assertThat(api.get("/api/providers").json().array("connections").isEmpty()).isTrue();
  }

  @Test
  void keysAreShownOnceThenMasked() {
    Answer created = api.post("/api/keys", "{'name':'ide','allowedModels':['acme/*']}");
    assertThat(created.status()).isEqualTo(201);
    String secret = created.json().text("key");
    assertThat(secret).matches("sk-[0-9a-f]{16}-[a-z0-9]{6}-[0-9a-f]{8}");
    assertThat(created.json().text("machineId")).isEqualTo(secret.substring(3, 19));
    String path = "/api/keys/" + created.json().text("id");

    assertThat(api.get(path).json().text("key"))
        .isEqualTo(secret.substring(0, 8) + "****" + secret.substring(secret.length() - 4));
    assertThat(api.get("/api/keys").body()).doesNotContain(secret);
    assertThat(
            api.patch(path, "{'allowedModels':[],'isActive':false}").json().bool("isActive", true))
        .isFalse();
    Answer rotated = api.post(path + "/rotate", "");
    assertThat(rotated.json().text("id")).isEqualTo(created.json().text("id"));
    assertThat(rotated.json().text("key")).isNotEqualTo(secret);
    assertThat(api.delete(path).body()).isEqualTo("{\"message\":\"Key deleted successfully\"}");
    assertThat(api.get(path).status()).isEqualTo(404);
    assertThat(api.patch("/api/keys/x", "{'allowedModels':'all'}").faults())
        .containsExactly("allowedModels must be an array");
    assertThat(api.post("/api/keys", "{'name':'a','expiresAt':'tomorrow'}").faults())
        .singleElement()
        .asString()
        .startsWith("expiresAt must be a time");
  }

  @Test
  void anUnlimitedKeyManagesButDoesNotDecideWhoGetsIn() {
    String secret = api.post("/api/keys", "{'name':'ci'}").json().text("key");
    String limited =
        api.post("/api/keys", "{'name':'ide','allowedModels':['a']}").json().text("key");
    api.withKey(secret);

    assertThat(api.get("/api/providers").status()).isEqualTo(200);
    assertThat(api.patch("/api/settings", "{'theme':'dark'}").status()).isEqualTo(200);
    assertThat(api.patch("/api/settings", "{'requireLogin':false}").status()).isEqualTo(403);
    for (Answer refused :
        List.of(
            api.post("/api/shutdown", ""),
            api.raw("/api/plugins?filename=x.jar", "fresh".getBytes(UTF_8)),
            api.delete("/api/plugins/acme"),
            api.post("/api/settings/require-login", "{'requireLogin':false}"),
            api.put("/api/settings/base-urls/acme", "{'baseUrl':'http://localhost:1'}"),
            api.get("/api/compliance/audit-log"))) {
      assertThat(refused.status()).isEqualTo(403);
    }
    assertThat(api.withKey(limited).get("/api/providers").status()).isEqualTo(403);
  }

  @Test
  void settingsAreReadAndChangedAsAWhole() {
    JsonObject before = api.get("/api/settings").json();
    assertThat(before.bool("hasPassword", false)).isTrue();
    assertThat(before.fields().keySet()).contains("requireLogin", "corsOrigins", "theme");

    assertThat(api.put("/api/settings", "{'instanceName':'home'}").json().text("instanceName"))
        .isEqualTo("home");
    assertThat(api.patch("/api/settings", "{'instanceName':'x','comboDefaults':{}}").faults())
        .containsExactly("comboDefaults is not a setting of this gateway");
    assertThat(api.get("/api/settings").json().text("instanceName")).isEqualTo("home");
    assertThat(api.get("/api/settings/schema").json().array("settings").size())
        .isEqualTo(before.fields().size() - 1);
  }

  @Test
  void addressesOfProvidersAreOverridden() {
    api.put("/api/settings/base-urls/ac", "{'baseUrl':'http://localhost:1/v1/'}");

    assertThat(api.get("/api/settings/base-urls").body())
        .isEqualTo("{\"baseUrls\":{\"acme\":\"http://localhost:1/v1\"}}");
    api.delete("/api/settings/base-urls/acme");
    assertThat(api.get("/api/settings/base-urls").body()).isEqualTo("{\"baseUrls\":{}}");
  }

  @Test
  void pluginsAreUploadedInTwoStepsOrInOne() {
    Answer preview = api.raw("/api/plugins?filename=new.jar", "fresh".getBytes(UTF_8));
    assertThat(preview.status()).isEqualTo(200);
    assertThat(preview.json().bool("installable", false)).isTrue();
    assertThat(api.get("/api/plugins/fresh").status()).isEqualTo(404);

    Answer confirmed =
        api.post("/api/plugins/confirm", "{'token':'" + preview.json().text("token") + "'}");
    assertThat(confirmed.status()).isEqualTo(201);
    assertThat(api.get("/api/plugins/fresh").json().object("plugin").text("state"))
        .isEqualTo("active");

    assertThat(
            api.raw("/api/plugins?filename=b.jar&confirm=true", "second".getBytes(UTF_8)).status())
        .isEqualTo(201);
    Answer bad = api.raw("/api/plugins?filename=c.jar&confirm=true", "bad".getBytes(UTF_8));
    assertThat(bad.status()).isEqualTo(422);
    assertThat(bad.json().array("problems").strings()).containsExactly("It is no plugin");
    String csrf = api.get("/api/auth/status").json().text("csrfToken");
    assertThat(api.upload("/api/plugins", "d.jar", "third".getBytes(UTF_8), csrf).status())
        .isEqualTo(200);
    assertThat(api.upload("/api/plugins", "d.jar", "third".getBytes(UTF_8), "no").status())
        .isEqualTo(403);
    assertThat(api.post("/api/plugins/second/disable", "").json().object("plugin").text("state"))
        .isEqualTo("disabled");
    assertThat(api.delete("/api/plugins/second").body()).isEqualTo("{\"success\":true}");
  }

  @Test
  void healthIsPublicButTellsStrangersLittle() {
    api.asNobody();

    JsonObject here = api.get("/api/monitoring/health").json();
    assertThat(here.object("system").text("version")).isEqualTo("1.2.3");
    assertThat(here.object("system").object("memoryUsage").number("heapUsed", 0)).isPositive();
    JsonObject elsewhere = api.from("203.0.113.7").get("/api/monitoring/health").json();
    assertThat(elsewhere.fields().keySet()).containsExactly("status", "timestamp", "setupComplete");
    assertThat(api.get("/api/init").status()).isEqualTo(200);
  }

  @Test
  void shuttingDownIsAnsweredFirst() throws InterruptedException {
    assertThat(api.post("/api/shutdown", "").status()).isEqualTo(200);

    assertThat(gateway.stopped.await(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void strangersGetNothing() {
    api.asNobody();
    for (Api.Route route : api.routes()) {
      if (route.access() != Access.PUBLIC) {
        String path = route.path().replaceAll("\\{[a-z]+}", "x");
        Answer answer =
            switch (route.method()) {
              case "GET" -> api.get(path);
              case "POST" -> api.post(path, "{}");
              case "PUT" -> api.put(path, "{}");
              case "PATCH" -> api.patch(path, "{}");
              default -> api.delete(path);
            };
        assertThat(answer.status()).as(route.method() + " " + path).isEqualTo(401);
      }
    }
  }

  @Test
  void onlyTheKnownRoutesArePublic() {
    assertThat(
            api.routes().stream()
                .filter(route -> route.access() == Access.PUBLIC)
                .map(route -> route.method() + " " + route.path()))
        .containsExactlyInAnyOrder(
            "POST /api/auth/login",
            "POST /api/auth/logout",
            "GET /api/auth/status",
            "POST /api/auth/setup",
            "GET /api/settings/require-login",
            "GET /api/monitoring/health",
            "GET /api/init");
  }

  private String connection() {
    return api.post("/api/providers", "{'provider':'acme','apiKey':'the-key'}")
        .json()
        .object("connection")
        .text("id");
  }
}
