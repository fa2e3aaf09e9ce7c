package io.omniroute.platform.plugin.declarative;

import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonBoolean;
import io.omniroute.api.json.JsonNull;
import io.omniroute.api.json.JsonNumber;
import io.omniroute.api.json.JsonString;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/**
 * Reads YAML 1.2 with the types of JSON, so that {@code no} is a text and {@code 010} no octal
 * number, and keeps the lines. Anchors and tags have no place in a descriptor and are refused.
 */
final class YamlReader {

  private static final int MAX_CHARACTERS = 1024 * 1024;
  private static final int MAX_DEPTH = 32;

  private YamlReader() {}

  /**
   * Reads one document.
   *
   * @throws YamlProblem when it is none
   */
  static Node read(byte[] utf8) throws YamlProblem {
    LoadSettings settings =
        LoadSettings.builder()
            .setSchema(new JsonSchema())
            .setAllowDuplicateKeys(false)
            .setCodePointLimit(MAX_CHARACTERS)
            .build();
    try {
      Optional<org.snakeyaml.engine.v2.nodes.Node> root =
          new Compose(settings).composeString(decode(utf8));
      return convert(root.orElseThrow(() -> new YamlProblem(1, "the file is empty")), 0);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new YamlProblem(line, "is no valid YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new YamlProblem(1, "is no valid YAML: " + firstLine(e));
    }
  }

  private static String decode(byte[] utf8) throws YamlProblem {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new YamlProblem(1, "the file is not UTF-8 text");
    }
  }

  private static Node convert(org.snakeyaml.engine.v2.nodes.Node node, int depth)
      throws YamlProblem {
    int line = line(node);
    if (node.getAnchor().isPresent()) {
      throw new YamlProblem(line, "anchors (&name) are not allowed here");
    }
    if (depth > MAX_DEPTH) {
      throw new YamlProblem(line, "is nested too deep");
    }
    return switch (node) {
      case MappingNode mapping -> block(mapping, line, depth);
      case SequenceNode sequence -> {
        List<Node> items = new ArrayList<>();
        for (org.snakeyaml.engine.v2.nodes.Node item : sequence.getValue()) {
          items.add(convert(item, depth + 1));
        }
        yield new Node.Items(line, items);
      }
      case ScalarNode scalar -> new Node.Scalar(line, scalar(scalar, line));
      default -> throw new YamlProblem(line, "is of an unknown kind");
    };
  }

  private static Node.Block block(MappingNode mapping, int line, int depth) throws YamlProblem {
    Map<String, Node> fields = new LinkedHashMap<>();
    Map<String, Integer> lines = new HashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      int keyLine = line(entry.getKeyNode());
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        throw new YamlProblem(keyLine, "a key must be text");
      }
      if (fields.put(key.getValue(), convert(entry.getValueNode(), depth + 1)) != null) {
        throw new YamlProblem(keyLine, "the key '" + key.getValue() + "' stands twice");
      }
      lines.put(key.getValue(), keyLine);
    }
    return new Node.Block(line, fields, lines);
  }

  private static Json scalar(ScalarNode scalar, int line) throws YamlProblem {
    String text = scalar.getValue();
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.STR)) {
      return new JsonString(text);
    }
    if (tag.equals(Tag.NULL)) {
      return JsonNull.NULL;
    }
    if (tag.equals(Tag.BOOL)) {
      return JsonBoolean.of(text.equals("true"));
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      try {
        return new JsonNumber(new BigDecimal(text).toString());
      } catch (NumberFormatException e) {
        throw new YamlProblem(line, "'" + text + "' is no number");
      }
    }
    throw new YamlProblem(line, "tags (" + tag + ") are not allowed here");
  }

  private static int line(org.snakeyaml.engine.v2.nodes.Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  private static String firstLine(YamlEngineException e) {
    String message = e.getMessage();
    return message == null ? "it cannot be read" : message.lines().findFirst().orElse("");
  }

  /** The text is no YAML that a descriptor can be. */
  static final class YamlProblem extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String problem;

    YamlProblem(int line, String problem) {
      super(problem);
      this.line = line;
      this.problem = problem;
    }

    Problem problem() {
      return new Problem(line, "", problem);
    }
  }
}
