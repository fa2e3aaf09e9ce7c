package io.omniroute.platform.plugin.declarative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The small checker of the host and a full validator are of one opinion. */
final class SchemaAgreementTest {

  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  private final JsonObject schema = DescriptorReader.schema();
  private final JsonSchema reference = FACTORY.getSchema(schema.toText());
  private final SchemaCheck check = new SchemaCheck(schema);

  @Test
  void theSchemaItselfIsValid() {
    JsonSchema meta = FACTORY.getSchema(SchemaLocation.of(SchemaId.V202012));

    assertThat(meta.validate(schema.toText(), InputFormat.JSON)).isEmpty();
  }

  @Test
  void bothAcceptWhatIsShipped() throws Exception {
    for (Path file : Examples.shipped()) {
      Node node = YamlReader.read(Files.readAllBytes(file));
      assertThat(check.check(node)).as(file.toString()).isEmpty();
      assertThat(reference.validate(node.json().toText(), InputFormat.JSON)).isEmpty();
    }
  }

  @Test
  void bothAgreeOnEveryChangeOfALine() throws Exception {
    String full = new String(Examples.resource("full.provider.yaml"), StandardCharsets.UTF_8);
    int refused = 0;
    int compared = 0;
    for (String changed : changes(full)) {
      Node node;
      try {
        node = YamlReader.read(changed.getBytes(StandardCharsets.UTF_8));
      } catch (YamlReader.YamlProblem noYaml) {
        continue;
      }
      boolean good = check.check(node).isEmpty();
      boolean goodByReference =
          reference.validate(node.json().toText(), InputFormat.JSON).isEmpty();
      assertThat(good).as(changed).isEqualTo(goodByReference);
      compared++;
      refused += good ? 0 : 1;
    }
    assertThat(compared).isGreaterThan(300);
    assertThat(refused).isBetween(compared / 4, compared - 20);
  }

  @Test
  void aKeywordThatIsNotKnownIsNoticedAtOnce() {
    JsonObject odd = (JsonObject) Json.parse("{\"properties\":{\"a\":{\"oneOf\":[]}}}");

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new SchemaCheck(odd))
        .withMessage("the schema keyword 'oneOf' is not supported");
  }

  /** The text with each line left out, and with each value replaced by ones of other types. */
  private static List<String> changes(String text) {
    List<String> lines = text.lines().toList();
    List<String> changes = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      changes.add(with(lines, i, null));
      int colon = lines.get(i).indexOf(": ");
      if (colon > 0) {
        String key = lines.get(i).substring(0, colon + 2);
        for (String value :
            List.of("1", "-1.5", "true", "null", "word", "\"\"", "[]", "[a, a]", "{}")) {
          changes.add(with(lines, i, key + value));
        }
        changes.add(with(lines, i, lines.get(i).replaceFirst("\\w(?=: )", "")));
      }
    }
    return changes;
  }

  private static String with(List<String> lines, int index, @Nullable String line) {
    List<String> copy = new ArrayList<>(lines);
    copy.remove(index);
    if (line != null) {
      copy.add(index, line);
    }
    return String.join("\n", copy) + "\n";
  }
}
