package io.omniroute.platform.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a submitted form.
 *
 * @param fields text fields, each with its values in their order
 * @param files uploaded files by field name
 */
public record Form(Map<String, List<String>> fields, Map<String, Upload> files) {

  /** A form without fields. */
  public static final Form EMPTY = new Form(Map.of(), Map.of());

  /** Copies its arguments. */
  public Form {
    fields = Map.copyOf(fields);
    files = Map.copyOf(files);
  }

  /** The first value of a field. */
  public Optional<String> value(String name) {
    List<String> values = fields.getOrDefault(name, List.of());
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
  }

  /** The file of a field. */
  public Optional<Upload> file(String name) {
    return Optional.ofNullable(files.get(name));
  }

  /**
   * One uploaded file.
   *
   * @param fileName the name the browser gave, without folders
   * @param content the file's bytes
   */
  public record Upload(String fileName, byte[] content) {}
}
