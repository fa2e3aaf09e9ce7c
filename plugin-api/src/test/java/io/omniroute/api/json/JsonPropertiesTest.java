package io.omniroute.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonPropertiesTest {

  @Property(tries = 500)
  void whatIsWrittenIsReadBackTheSame(@ForAll("values") Json value) {
    assertThat(Json.parse(value.toBytes())).isEqualTo(value);
  }

  @Property(tries = 1000)
  void anyBytesAreReadOrRefusedAndNothingElse(@ForAll byte[] bytes) {
    try {
      assertThat(Json.parse(bytes)).isNotNull();
    } catch (JsonException refused) {
      assertThat(refused.reason()).isNotBlank();
    }
  }

  @Property(tries = 500)
  void anyTextCanBeWritten(@ForAll String text) {
    assertThat(Json.parse(new JsonString(text).toBytes())).isInstanceOf(JsonString.class);
  }

  @Property(tries = 300)
  void aScanFindsWhatTheReaderFinds(@ForAll("objects") JsonObject object) {
    byte[] text = object.toBytes();
    JsonScan scan = JsonScan.of(text, Set.of("model", "stream"));

    for (String name : List.of("model", "stream")) {
      Json value = object.get(name);
      assertThat(scan.field(name).isPresent()).isEqualTo(value != null);
      scan.field(name)
          .ifPresent(
              field ->
                  assertThat(Json.parse(text, field.start(), field.end() - field.start()))
                      .isEqualTo(value));
    }
  }

  @Property(tries = 300)
  void aScanOfIndentedTextFindsTheSamePlaces(@ForAll("objects") JsonObject object) {
    String spaced = object.toText().replace("\":", "\" : ");
    byte[] text = ("\n\t " + spaced).getBytes(StandardCharsets.UTF_8);
    if (!Json.parse(text).equals(object)) {
      return; // a text inside had the separator in it
    }
    JsonScan.of(text, Set.of("model"))
        .field("model")
        .ifPresent(
            field ->
                assertThat(Json.parse(text, field.start(), field.end() - field.start()))
                    .isEqualTo(object.get("model")));
  }

  @Provide
  Arbitrary<Json> values() {
    return values(3);
  }

  @Provide
  Arbitrary<JsonObject> objects() {
    Arbitrary<String> names =
        Arbitraries.oneOf(
            Arbitraries.of("model", "stream", "a", "b"), Arbitraries.strings().ofMaxLength(8));
    return Arbitraries.maps(names.filter(JsonPropertiesTest::wellFormed), values(2))
        .ofMaxSize(6)
        .map(map -> new JsonObject(ordered(map)));
  }

  private static Arbitrary<Json> values(int depth) {
    Arbitrary<Json> leaves =
        Arbitraries.oneOf(
            Arbitraries.strings()
                .ofMaxLength(20)
                .filter(JsonPropertiesTest::wellFormed)
                .map(JsonString::new),
            Arbitraries.longs().map(JsonNumber::of),
            Arbitraries.doubles().map(JsonNumber::of),
            Arbitraries.of(JsonBoolean.TRUE, JsonBoolean.FALSE),
            Arbitraries.just(JsonNull.NULL));
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<Json> inner = Arbitraries.lazy(() -> values(depth - 1));
    Arbitrary<Json> arrays = inner.list().ofMaxSize(4).map(JsonArray::new);
    Arbitrary<Json> objects =
        Arbitraries.maps(
                Arbitraries.strings().ofMaxLength(8).filter(JsonPropertiesTest::wellFormed), inner)
            .ofMaxSize(4)
            .map(map -> new JsonObject(ordered(map)));
    return Arbitraries.oneOf(leaves, arrays, objects);
  }

  private static Map<String, Json> ordered(Map<String, Json> map) {
    return new LinkedHashMap<>(map);
  }

  private static boolean wellFormed(String text) {
    return WellFormed.of(text).equals(text);
  }
}
