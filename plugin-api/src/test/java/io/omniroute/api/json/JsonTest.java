package io.omniroute.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omniroute.api.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"b\":1,\"a\":[true,false,null,\"x\"]}",
        "[1.0,1e400,-0,123456789012345678901234567890]",
        "\"\\\"quoted\\\" and \\\\ and \\n\"",
        "{}",
        "\"\""
      })
  void readingAndWritingBackKeepsOrderAndDigits(String text) {
    assertThat(Json.parse(text).toText()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,]",
        "{\"a\":}",
        "nul",
        "1 2",
        "{} {}",
        "{'a':1}",
        "\"\t\"",
        "NaN"
      })
  void whatIsNoJsonIsRefusedWithoutQuotingIt(String text) {
    assertThatThrownBy(() -> Json.parse(text))
        .isInstanceOfSatisfying(
            JsonException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
  }

  @Test
  void aFaultTellsItsPlaceAndNeverTheText() {
    assertThatThrownBy(() -> Json.parse("{\n \"key\": sk-secret }"))
        .hasMessageContaining("line 2")
        .hasMessageNotContaining("secret");
  }

  @Test
  void nestingBeyondTheLimitIsRefused() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);

    assertThatThrownBy(() -> Json.parse(deep)).isInstanceOf(JsonException.class);
    String allowed = "[".repeat(Json.MAX_DEPTH) + "]".repeat(Json.MAX_DEPTH);
    assertThat(Json.parse(allowed).toText()).isEqualTo(allowed);
  }

  @Test
  void invalidUtf8IsRefused() {
    byte[] broken = {'"', (byte) 0xC3, (byte) 0x28, '"'};

    assertThatThrownBy(() -> Json.parse(broken)).isInstanceOf(JsonException.class);
  }

  @Test
  void halvesOfCharactersBecomeReplacements() {
    Json half = Json.parse("\"x\\ude00y\\ud83d\"");

    assertThat(half.toText()).isEqualTo("\"x\uFFFDy\uFFFD\"");
    assertThat(JsonObject.builder().put("a\ud83d", 1).build().toText())
        .isEqualTo("{\"a\uFFFD\":1}");
    assertThat(new JsonString("\ud83d\ude00").toText()).isEqualTo("\"\ud83d\ude00\"");
  }

  @Test
  void aRangeOfALargerTextCanBeRead() {
    byte[] text = "xx{\"a\":1}yy".getBytes(StandardCharsets.UTF_8);

    assertThat(Json.parse(text, 2, 7)).isEqualTo(JsonObject.builder().put("a", 1).build());
  }

  @Test
  void theLastOfRepeatedFieldsCounts() {
    assertThat(((JsonObject) Json.parse("{\"a\":1,\"a\":2}")).number("a", 0)).isEqualTo(2);
  }

  @Test
  void fieldsOfAnotherTypeCountAsAbsent() {
    JsonObject object = (JsonObject) Json.parse("{\"a\":1,\"b\":\"x\",\"c\":null}");

    assertThat(object.text("a")).isNull();
    assertThat(object.text("a", "else")).isEqualTo("else");
    assertThat(object.number("b")).isNull();
    assertThat(object.bool("b", true)).isTrue();
    assertThat(object.object("a")).isNull();
    assertThat(object.array("a")).isNull();
    assertThat(object.has("c")).isTrue();
    assertThat(object.get("c")).isEqualTo(JsonNull.NULL);
  }

  @Test
  void theBuilderLeavesNullsOut() {
    JsonObject object =
        JsonObject.builder()
            .put("a", (String) null)
            .put("b", (Number) null)
            .put("c", 1.5)
            .put("d", Boolean.TRUE)
            .build();

    assertThat(object.toText()).isEqualTo("{\"c\":1.5,\"d\":true}");
    assertThat(object.toBuilder().remove("c").build().toText()).isEqualTo("{\"d\":true}");
  }

  @Test
  void numbersOutsideLongBecomeTheNearestBound() {
    assertThat(new JsonNumber("1e400").longValue()).isEqualTo(Long.MAX_VALUE);
    assertThat(new JsonNumber("-1e30").longValue()).isEqualTo(Long.MIN_VALUE);
    assertThat(new JsonNumber("2.9").longValue()).isEqualTo(2);
    assertThat(new JsonNumber("2.0").isWhole()).isTrue();
    assertThat(new JsonNumber("2.5").isWhole()).isFalse();
    assertThatThrownBy(() -> JsonNumber.of(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void arraysGiveTheirItemsOfOneKind() {
    JsonArray array = (JsonArray) Json.parse("[\"a\",1,{\"x\":2},\"b\"]");

    assertThat(array.strings()).containsExactly("a", "b");
    assertThat(array.objects()).hasSize(1);
    assertThat(JsonArray.ofStrings(List.of("a", "b")).toText()).isEqualTo("[\"a\",\"b\"]");
  }

  @Test
  void theWriterRefusesWhatIsNoJson() {
    assertThatThrownBy(() -> new JsonWriter(16).beginObject().value("no name"))
        .isInstanceOf(IllegalStateException.class);
  }
}
