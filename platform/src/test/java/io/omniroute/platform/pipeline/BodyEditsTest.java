package io.omniroute.platform.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omniroute.api.translate.BodyEdit;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyEditsTest {

  private static final byte[] BODY = "{\"model\":\"a\",\"x\":1}".getBytes(UTF_8);

  @Test
  void withoutEditsTheVeryBodyIsSent() {
    assertThat(BodyEdits.apply(BODY, List.of())).isSameAs(BODY);
  }

  @Test
  void replacesAndInsertsAndLeavesTheRest() {
    BodyEdit model = new BodyEdit(9, 12, "\"longer/name\"".getBytes(UTF_8));
    BodyEdit insert = new BodyEdit(1, 1, "\"y\":2,".getBytes(UTF_8));

    byte[] changed = BodyEdits.apply(BODY, List.of(model, insert));

    assertThat(new String(changed, UTF_8)).isEqualTo("{\"y\":2,\"model\":\"longer/name\",\"x\":1}");
  }

  @Test
  void refusesEditsThatOverlapOrLieOutside() {
    BodyEdit first = new BodyEdit(2, 6, new byte[0]);
    BodyEdit overlapping = new BodyEdit(4, 8, new byte[0]);
    BodyEdit outside = new BodyEdit(BODY.length, BODY.length + 1, new byte[0]);

    assertThatThrownBy(() -> BodyEdits.apply(BODY, List.of(first, overlapping)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BodyEdits.apply(BODY, List.of(outside)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
