package good;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Loaded at the first score: after its jar was overwritten, say. */
final class Late {

  private Late() {}

  static String resource() {
    try (InputStream in = Late.class.getResourceAsStream("/note.txt")) {
      return in == null ? "none" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
