package io.omniroute.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RouteTableTest {

  private final RouteTable<String> table =
      RouteTable.<String>builder()
          .add("GET", "/api/providers", "list")
          .add("POST", "/api/providers", "create")
          .add("GET", "/api/providers/{id}", "show")
          .add("GET", "/api/providers/client", "client")
          .add("POST", "/api/providers/{id}/test", "test")
          .add("GET", "/v1/models/{model*}", "model")
          .build();

  @Test
  void findsLiteralPathsByMethod() {
    assertThat(table.match("GET", "/api/providers").target()).isEqualTo("list");
    assertThat(table.match("POST", "/api/providers").target()).isEqualTo("create");
    assertThat(table.match("DELETE", "/api/providers")).isNull();
  }

  @Test
  void givesVariables() {
    RouteTable.Match<String> match = table.match("POST", "/api/providers/42/test");

    assertThat(match.target()).isEqualTo("test");
    assertThat(match.variables()).isEqualTo(Map.of("id", "42"));
  }

  @Test
  void prefersTheMoreLiteralRoute() {
    assertThat(table.match("GET", "/api/providers/client").target()).isEqualTo("client");
    assertThat(table.match("GET", "/api/providers/other").target()).isEqualTo("show");
  }

  @Test
  void lastVariableMayTakeTheRest() {
    assertThat(table.match("GET", "/v1/models/a/b/c").variables())
        .isEqualTo(Map.of("model", "a/b/c"));
    assertThat(table.match("GET", "/v1/models/")).isNull();
  }

  @Test
  void headIsServedByGet() {
    assertThat(table.match("HEAD", "/api/providers").target()).isEqualTo("list");
  }

  @Test
  void tellsTheMethodsOfAPath() {
    assertThat(table.methods("/api/providers")).containsExactly("GET", "POST");
    assertThat(table.methods("/api/providers/42/test")).containsExactly("POST");
    assertThat(table.methods("/nothing")).isEmpty();
  }

  @Test
  void doesNotMatchLongerOrShorterPaths() {
    assertThat(table.match("GET", "/api/providers/1/2")).isNull();
    assertThat(table.match("GET", "/api")).isNull();
    assertThat(table.match("GET", "/api/providers/")).isNull();
  }

  @Test
  void refusesTheSameRouteTwice() {
    assertThatThrownBy(
            () -> RouteTable.<String>builder().add("GET", "/a", "1").add("GET", "/a", "2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/a");
  }
}
