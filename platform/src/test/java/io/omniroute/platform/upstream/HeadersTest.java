package io.omniroute.platform.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {

  @Test
  void keepsOrderAndFindsNamesWithoutCase() {
    Headers headers = Headers.of("X-A", "1", "b", " two ", "x-a", "3");
    List<String> seen = new ArrayList<>();
    headers.forEach((name, value) -> seen.add(name + "=" + value));
    assertThat(seen).containsExactly("X-A=1", "b=two", "x-a=3");
    assertThat(headers.first("x-A")).contains("1");
    assertThat(headers.all("X-a")).containsExactly("1", "3");
    assertThat(headers.contains("B")).isTrue();
    assertThat(headers.first("c")).isEmpty();
    assertThat(headers.without("x-a").size()).isEqualTo(1);
  }

  @Test
  void growsBeyondItsFirstRoom() {
    Headers.Builder builder = Headers.builder();
    for (int i = 0; i < 100; i++) {
      builder.add("name-" + i, "v".repeat(i));
    }
    Headers headers = builder.addAll(Headers.of("last", "x")).build();
    assertThat(headers.size()).isEqualTo(101);
    assertThat(headers.first("name-99")).contains("v".repeat(99));
    assertThat(headers.first("LAST")).contains("x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nx: y", "a\nb", "nul\0", "smile \u263a"})
  void refusesValuesThatCouldSmuggleFieldsAndDoesNotRepeatThem(String value) {
    assertThatThrownBy(() -> Headers.of("authorization", value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("authorization")
        .hasMessageNotContaining(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a:", "é", "a\r\n"})
  void refusesNamesThatAreNoTokens(String name) {
    assertThatThrownBy(() -> Headers.of(name, "v")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void showsNoValuesInText() {
    assertThat(Headers.of("authorization", "Bearer secret")).hasToString("[authorization]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a b", "/\r\nx: y", "nothing", "/é"})
  void refusesPathsThatCouldBreakTheRequestLine(String path) {
    Origin origin = new Origin(false, "h", 80);
    assertThatThrownBy(() -> new UpstreamTarget(origin, path))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsAddresses() {
    UpstreamTarget target = UpstreamTarget.of("HTTPS://Api.Example:8443/v1?key=1#x");
    assertThat(target.origin()).isEqualTo(new Origin(true, "api.example", 8443));
    assertThat(target.path()).isEqualTo("/v1?key=1");
    assertThat(target).hasToString("https://api.example:8443");
    assertThat(UpstreamTarget.of("http://[::1]").origin().authority()).isEqualTo("[::1]");
    assertThat(UpstreamTarget.of("https://h").origin().port()).isEqualTo(443);
    assertThatThrownBy(() -> UpstreamTarget.of("ftp://h/"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
