package io.omniroute.platform.management.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.api.json.JsonObject;
import io.omniroute.platform.management.TestGateway;
import io.omniroute.platform.management.http.Api.Answer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthRoutesTest {

  @TempDir Path folder;

  @Test
  void theFirstRunSetsThePasswordThroughItsToken() {
    try (TestGateway gateway = TestGateway.in(folder, Map.of())) {
      Api api = new Api(gateway);
      Answer early = api.post("/api/auth/login", "{'password':'123456'}");
      assertThat(early.status()).isEqualTo(403);
      assertThat(early.json().bool("needsSetup", false)).isTrue();
      Answer wrong = api.post("/api/auth/setup", "{'token':'x','password':'correct horse'}");
      assertThat(wrong.status()).isEqualTo(403);

      api.asPerson();

      assertThat(api.get("/api/auth/status").json().bool("authenticated", false)).isTrue();
      assertThat(api.get("/api/auth/status").json().bool("needsSetup", true)).isFalse();
      assertThat(api.get("/api/providers").status()).isEqualTo(200);
    }
  }

  @Test
  void loggingInAndOutOpensAndClosesTheSession() {
    try (TestGateway gateway = TestGateway.in(folder, Map.of("INITIAL_PASSWORD", "from outside"))) {
      Api api = new Api(gateway);
      Answer wrong = api.post("/api/auth/login", "{'password':'no'}");
      assertThat(wrong.status()).isEqualTo(401);
      assertThat(wrong.body()).isEqualTo("{\"error\":\"Invalid password\"}");

      Answer right = api.post("/api/auth/login", "{'password':'from outside'}");
      assertThat(right.body()).isEqualTo("{\"success\":true}");
      assertThat(right.headers().get("Set-Cookie")).contains("HttpOnly", "SameSite=Lax");
      api.withSession(right.cookie());
      assertThat(api.get("/api/settings").status()).isEqualTo(200);

      Answer out = api.post("/api/auth/logout", "");
      assertThat(out.headers().get("Set-Cookie")).startsWith("auth_token=;").contains("Max-Age=0");
      assertThat(api.get("/api/settings").status()).isEqualTo(401);
    }
  }

  @Test
  void guessersAreLockedOutAndToldHowLong() {
    try (TestGateway gateway =
        TestGateway.exposed(folder, Map.of("INITIAL_PASSWORD", "from outside"))) {
      Api api = new Api(gateway).from("203.0.113.7");
      for (int i = 0; i < 5; i++) {
        api.post("/api/auth/login", "{'password':'no'}");
      }

      Answer locked = api.post("/api/auth/login", "{'password':'from outside'}");

      assertThat(locked.status()).isEqualTo(429);
      assertThat(locked.json().number("retryAfter", 0)).isEqualTo(900);
      assertThat(locked.headers()).containsEntry("Retry-After", "900");
      assertThat(
              api.from("203.0.113.8")
                  .post("/api/auth/login", "{'password':'from outside'}")
                  .status())
          .isEqualTo(200);
    }
  }

  @Test
  void anotherPasswordNeedsTheCurrentOneAndAPerson() {
    try (TestGateway gateway = TestGateway.in(folder, Map.of())) {
      Api api = new Api(gateway).asPerson();
      String session = api.session();
      String key = api.post("/api/keys", "{'name':'a'}").json().text("key");

      Answer wrong =
          api.patch(
              "/api/settings",
              "{'currentPassword':'x','newPassword':'battery staple','theme':'dark'}");
      assertThat(wrong.status()).isEqualTo(401);
      assertThat(wrong.body()).isEqualTo("{\"error\":\"Invalid current password\"}");
      Answer unfit =
          api.patch(
              "/api/settings",
              "{'currentPassword':'correct horse','newPassword':'battery staple','theme':'pink'}");
      assertThat(unfit.faults()).containsExactly("theme must be one of auto, light, dark");
      assertThat(gateway.management.settings().theme()).isEqualTo("auto");
      assertThat(api.get("/api/settings").status()).isEqualTo(200);

      Answer right =
          api.patch(
              "/api/settings",
              "{'currentPassword':'correct horse','newPassword':'battery staple','theme':'dark'}");
      assertThat(right.json().text("theme")).isEqualTo("dark");
      assertThat(right.body()).doesNotContain("battery").doesNotContain("horse");
      assertThat(api.get("/api/settings").status()).isEqualTo(401);
      assertThat(api.withSession(right.cookie()).get("/api/settings").status()).isEqualTo(200);
      assertThat(session).isNotEqualTo(right.cookie());

      Answer program =
          api.withKey(key)
              .patch(
                  "/api/settings",
                  "{'currentPassword':'battery staple','newPassword':'third password'}");
      assertThat(program.status()).isEqualTo(403);
    }
  }

  @Test
  void theLoginCanBeSwitchedOffOnLoopbackOnly() {
    try (TestGateway gateway = TestGateway.in(folder, Map.of())) {
      Api api = new Api(gateway).asPerson();
      api.post("/api/settings/require-login", "{'requireLogin':false}");

      assertThat(api.asNobody().get("/api/providers").status()).isEqualTo(200);
      JsonObject state = api.get("/api/settings/require-login").json();
      assertThat(state.bool("requireLogin", true)).isFalse();
    }
    try (TestGateway gateway = TestGateway.exposed(folder, Map.of())) {
      assertThat(new Api(gateway).get("/api/providers").status()).isEqualTo(401);
    }
  }
}
