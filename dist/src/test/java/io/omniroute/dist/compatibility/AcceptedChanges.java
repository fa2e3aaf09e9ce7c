package io.omniroute.dist.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The incompatible changes since the last release that were decided on, each with its reason. */
record AcceptedChanges(Map<String, String> reasons) {

  private static final String SEPARATOR = " -- ";

  /**
   * Reads lines of the form {@code CHANGE element -- reason}; empty lines and # lines are skipped.
   */
  static AcceptedChanges read(Path file) throws IOException {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int end = line.indexOf(SEPARATOR);
      if (end < 0 || line.substring(end + SEPARATOR.length()).isBlank()) {
        throw new IllegalArgumentException(file + ": no reason is given in: " + line);
      }
      reasons.put(line.substring(0, end).strip(), line.substring(end + SEPARATOR.length()).strip());
    }
    return new AcceptedChanges(reasons);
  }
}
