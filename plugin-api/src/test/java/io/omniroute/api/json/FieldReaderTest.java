package io.omniroute.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omniroute.api.GatewayException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FieldReaderTest {
  private final FieldReader reader =
      FieldReader.of(
          (JsonObject)
              Json.parse(
                  """
                  {"text":"x","flag":true,"number":1.5,"whole":7,"huge":9000000000,"none":null,
                   "object":{"inner":{"deep":1}},"list":["a",2],"objects":[{"a":1},5],"extra":1}\
                  """));

  @Test
  void valuesOfTheRightTypeAreRead() {
    assertThat(reader.text("text")).isEqualTo("x");
    assertThat(reader.bool("flag")).isTrue();
    assertThat(reader.number("number")).isEqualTo(1.5);
    assertThat(reader.whole("huge")).isEqualTo(9_000_000_000L);
    assertThat(reader.text("none")).isNull();
    assertThat(reader.text("absent")).isNull();
    assertThat(reader.objects("absent")).isEmpty();
  }

  @Test
  void wrongTypesAreRefusedWithTheirPath() {
    refused("text", fields -> fields.whole("text"));
    refused("number", fields -> fields.whole("number"));
    refused("huge", fields -> fields.small("huge"));
    refused("whole", fields -> fields.text("whole"));
    refused("flag", fields -> fields.object("flag"));
    refused("text", fields -> fields.array("text"));
    refused("list[1]", fields -> fields.texts("list"));
    refused("objects[1]", fields -> fields.objects("objects"));
    refused("absent", fields -> fields.requiredText("absent"));
    refused(
        "object.inner.deep",
        fields -> fields.requiredObject("object").requiredObject("inner").text("deep"));
  }

  @Test
  void whatNobodyReadIsLeftOver() {
    reader.text("text");
    reader.bool("flag");

    assertThat(reader.rest().has("text")).isFalse();
    assertThat(reader.rest().has("extra")).isTrue();
    assertThat(reader.rest().has("none")).isTrue();
  }

  private void refused(String path, Consumer<FieldReader> read) {
    assertThatThrownBy(() -> read.accept(reader))
        .isInstanceOfSatisfying(
            GatewayException.class,
            e -> {
              assertThat(e.parameter()).contains(path);
              assertThat(e.reason()).contains(path);
            });
  }
}
