package io.omniroute.platform.management.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.platform.management.TestGateway;
import io.omniroute.platform.management.http.Api.Answer;
import io.omniroute.platform.store.Connection;
import io.omniroute.platform.store.Credentials;
import io.omniroute.platform.store.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks every route that reads, with known secrets in the store, and looks for them. */
class SecretsNeverShownTest {

  private static final String KEY = "planted-api-key-0123456789";
  private static final String FIELD = "planted-field-secret-0123456789";
  private static final String TOKEN = "planted-token-0123456789";
  private static final String PASSWORD = "planted password 0123456789";

  @TempDir Path folder;

  @Test
  void noRouteThatReadsShowsASecret() {
    Map<String, String> environment =
        Map.of("JWT_SECRET", "planted-jwt-0123456789", "API_KEY_SECRET", "planted-crc-0123456789");
    try (TestGateway gateway = TestGateway.in(folder, environment)) {
      Api api = new Api(gateway);
      String setup = gateway.management.firstRun().setupToken().orElseThrow();
      Answer opened =
          api.post("/api/auth/setup", "{'token':'" + setup + "','password':'" + PASSWORD + "'}");
      api.withSession(opened.cookie());
      String id = plant(gateway, api);
      Answer key = api.post("/api/keys", "{'name':'a'}");
      gateway.server.answer("/acme/models", 401, KEY + FIELD + TOKEN);
      List<String> seen = new ArrayList<>();
      seen.add(api.post("/api/providers/" + id + "/test", "").body());
      seen.add(api.post("/api/providers/test-batch", "{'mode':'all'}").body());
      seen.add(api.post("/api/providers", "{'provider':5,'apiKey':'" + KEY + "'}").body());
      seen.add(api.post("/api/auth/login", "{'password':'" + PASSWORD + "x'}").body());
      for (Api.Route route : api.routes()) {
        if (route.method().equals("GET")) {
          String known = route.path().startsWith("/api/keys") ? key.json().text("id") : id;
          Answer answer = api.get(route.path().replace("{id}", known));
          seen.add(route.path() + " " + answer.status() + " " + answer.body());
        }
      }

      assertThat(seen).hasSizeGreaterThan(15);
      assertThat(seen.stream().filter(text -> text.contains("work"))).isNotEmpty();
      for (String secret :
          List.of(
              KEY,
              FIELD,
              TOKEN,
              PASSWORD,
              key.json().text("key"),
              opened.cookie(),
              setup,
              "planted-jwt",
              "planted-crc",
              "argon2")) {
        assertThat(seen).as("looking for " + secret).noneMatch(text -> text.contains(secret));
      }
    }
  }

  private static String plant(TestGateway gateway, Api api) {
    String id =
        api.post(
                "/api/providers",
                "{'provider':'acme','name':'work','apiKey':'"
                    + KEY
                    + "','providerSpecificData':{'pin':'"
                    + FIELD
                    + "'}}")
            .json()
            .object("connection")
            .text("id");
    gateway
        .store
        .connections()
        .update(
            id,
            account -> {
              Credentials old = account.credentials();
              return withTokens(account, old);
            });
    return id;
  }

  private static Connection withTokens(Connection account, Credentials old) {
    return account
        .edit()
        .credentials(
            new Credentials(
                old.apiKey(),
                Secret.of(TOKEN),
                Secret.of(TOKEN),
                Secret.of(TOKEN),
                old.secretData(),
                null,
                null))
        .build();
  }
}
