package io.omniroute.api.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ToolNamesTest {

  @Test
  void legalNamesStayAsTheyAre() {
    ToolNames names = names();

    assertThat(names.send("get_weather-2")).isEqualTo("get_weather-2");
    assertThat(names.receive("get_weather-2")).isEqualTo("get_weather-2");
  }

  @Test
  void illegalNamesComeBackAsTheyWere() {
    ToolNames names = names();
    String long1 = "mcp__server__" + "x".repeat(80) + "1";
    String long2 = "mcp__server__" + "x".repeat(80) + "2";

    for (String name : List.of("a.b:c", "a b c", "a_b_c", "", "été", long1, long2)) {
      assertThat(names.receive(names.send(name))).isEqualTo(name);
    }
    assertThat(names.send(long1)).isNotEqualTo(names.send(long2));
  }

  @Test
  void theSameNameIsSentTheSameWayInEveryRequest() {
    assertThat(names().send("x".repeat(99))).isEqualTo(names().send("x".repeat(99)));
  }

  @Property(tries = 300)
  void anyNamesAreLegalAndTellableApart(@ForAll List<String> given) {
    ToolNames names = names();
    Map<String, String> owners = new HashMap<>();

    for (String name : given) {
      String sent = names.send(name);
      assertThat(sent).matches("[a-zA-Z0-9_-]{1,64}");
      assertThat(owners.computeIfAbsent(sent, _ -> name)).isEqualTo(name);
      assertThat(names.receive(sent)).isEqualTo(name);
    }
  }

  private static ToolNames names() {
    return new ToolNames("a-zA-Z0-9_-", 64);
  }
}
