package io.omniroute.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Opens the dashboard in the person's browser, where there is one to open. */
final class Browser {

  private Browser() {}

  /** Whether a browser was asked to open the address; a machine without a screen has none. */
  static boolean open(String address) {
    Optional<List<String>> command = command(address);
    if (command.isEmpty()) {
      return false;
    }
    try {
      new ProcessBuilder(command.get())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException notThere) {
      return false;
    }
  }

  private static Optional<List<String>> command(String address) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("mac")) {
      return Optional.of(List.of("open", address));
    }
    if (system.contains("win")) {
      return Optional.of(List.of("rundll32", "url.dll,FileProtocolHandler", address));
    }
    boolean screen = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
    Path opener = Path.of("/usr/bin/xdg-open");
    return screen && Files.isExecutable(opener)
        ? Optional.of(List.of(opener.toString(), address))
        : Optional.empty();
  }
}
