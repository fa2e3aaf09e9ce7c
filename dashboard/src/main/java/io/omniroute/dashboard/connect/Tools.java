package io.omniroute.dashboard.connect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * The tools we have snippets for. They are files: a tool is added by naming it in {@code
 * snippets/tools.properties} and writing {@code snippets/<id>.txt}.
 */
final class Tools {

  private static final List<Tool> ALL = load();

  private Tools() {}

  /** All tools in their order. */
  static List<Tool> all() {
    return ALL;
  }

  private static List<Tool> load() {
    Properties index = new Properties();
    try (InputStream in = open("tools.properties")) {
      index.load(in);
      List<Tool> tools = new ArrayList<>();
      for (String id : index.getProperty("order").split(",")) {
        String name = index.getProperty(id + ".name");
        String format = index.getProperty(id + ".format");
        tools.add(new Tool(id, name, format, blocks(text(id + ".txt"))));
      }
      return List.copyOf(tools);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String file) throws IOException {
    try (InputStream in = open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream open(String file) {
    InputStream in = Tools.class.getResourceAsStream("/snippets/" + file);
    if (in == null) {
      throw new IllegalStateException("no snippet file " + file);
    }
    return in;
  }

  /** A line {@code --- caption} begins a block. */
  private static List<Block> blocks(String text) {
    return Arrays.stream(text.split("(?m)^--- "))
        .filter(part -> !part.isBlank())
        .map(
            part -> {
              int end = part.indexOf('\n');
              return new Block(part.substring(0, end).strip(), part.substring(end + 1).strip());
            })
        .toList();
  }

  /**
   * A tool.
   *
   * @param id its id, also in message keys
   * @param name its name
   * @param format the wire format it speaks
   * @param blocks what to type or fill in, in order
   */
  record Tool(String id, String name, String format, List<Block> blocks) {}

  /**
   * One thing to type or fill in.
   *
   * @param caption where: a file, a terminal, a field of the tool's settings
   * @param template what, with {@code {{baseUrl}}}, {@code {{rootUrl}}}, {@code {{key}}} and {@code
   *     {{model}}}
   */
  record Block(String caption, String template) {}
}
