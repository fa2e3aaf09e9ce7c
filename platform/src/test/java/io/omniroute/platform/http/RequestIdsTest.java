package io.omniroute.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestIdsTest {

  @Test
  void idsDoNotRepeat() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      ids.add(RequestIds.next());
    }
    assertThat(ids).hasSize(10_000).allMatch(id -> id.matches("req_[0-9a-z]{22}"));
  }

  @Test
  void echoesSaneIdsOnly() {
    assertThat(RequestIds.echo("trace-1.a:b_c", "own")).isEqualTo("trace-1.a:b_c");
    assertThat(RequestIds.echo(null, "own")).isEqualTo("own");
    assertThat(RequestIds.echo("", "own")).isEqualTo("own");
    assertThat(RequestIds.echo("a b", "own")).isEqualTo("own");
    assertThat(RequestIds.echo("<script>", "own")).isEqualTo("own");
    assertThat(RequestIds.echo("x".repeat(129), "own")).isEqualTo("own");
  }
}
