package io.omniroute.platform;

import io.omniroute.platform.auth.Exposure;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a start was asked for, from the command line and, where that is silent, the environment.
 *
 * @param action what to do
 * @param host the address to listen on
 * @param port the port to listen on, 0 for any free one
 * @param dataFolder where everything lives that must survive
 * @param pluginsFolder where plugins lie
 * @param openBrowser whether the dashboard may be opened
 */
record StartOptions(
    Action action,
    String host,
    int port,
    Path dataFolder,
    Path pluginsFolder,
    boolean openBrowser) {

  static final int DEFAULT_PORT = 20128;

  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[?[0-9a-fA-F:]+]?");

  static final String USAGE =
      """
      Usage: omniroute [options]
        --port <n>          port to listen on (PORT; default 20128)
        --data-dir <path>   where data is kept (DATA_DIR; default ~/.omniroute)
        --plugins-dir <p>   where plugins lie (PLUGINS_DIR; default plugins/ of the installation)
        --no-open           do not open the dashboard in a browser
        -h, --help          show this
        -v, --version       show the version
      """;

  /** What a command line asks for. */
  enum Action {
    START,
    HELP,
    VERSION
  }

  /**
   * Reads the options.
   *
   * @throws IllegalArgumentException with a sentence for the person at the terminal
   */
  static StartOptions parse(List<String> arguments, Map<String, String> environment) {
    Action action = Action.START;
    boolean open = true;
    Optional<String> port = value(environment, "PORT");
    Optional<String> data = value(environment, "DATA_DIR");
    Optional<String> plugins = value(environment, "PLUGINS_DIR");
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      switch (option) {
        case "--port" -> port = Optional.of(argument(option, rest));
        case "--data-dir" -> data = Optional.of(argument(option, rest));
        case "--plugins-dir" -> plugins = Optional.of(argument(option, rest));
        case "--no-open" -> open = false;
        case "-h", "--help" -> action = Action.HELP;
        case "-v", "--version" -> action = Action.VERSION;
        default -> throw new IllegalArgumentException("Unknown option " + option + "; see --help.");
      }
    }
    Path dataFolder = data.map(Path::of).orElseGet(() -> defaultDataFolder(environment));
    return new StartOptions(
        action,
        host(environment),
        port.map(StartOptions::portNumber).orElse(DEFAULT_PORT),
        dataFolder,
        plugins.map(Path::of).orElseGet(() -> defaultPluginsFolder(dataFolder)),
        open);
  }

  /** Where to listen. */
  InetSocketAddress address() {
    return new InetSocketAddress(host, port);
  }

  /** How far the gateway can be reached. */
  Exposure exposure() {
    return Exposure.of(address().getAddress(), List.of(host));
  }

  /**
   * The address to listen on. Container systems and shells set {@code HOSTNAME} to the machine's
   * name, which is no wish to be reached from outside: only addresses and {@code localhost} count.
   */
  private static String host(Map<String, String> environment) {
    return value(environment, "HOSTNAME")
        .filter(host -> host.equals("localhost") || ADDRESS.matcher(host).matches())
        .orElse("127.0.0.1");
  }

  private static Path defaultPluginsFolder(Path dataFolder) {
    String home = System.getProperty("omniroute.home");
    return (home == null ? dataFolder : Path.of(home)).resolve("plugins");
  }

  private static Path defaultDataFolder(Map<String, String> environment) {
    return value(environment, "XDG_CONFIG_HOME")
        .map(home -> Path.of(home, "omniroute"))
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".omniroute"));
  }

  private static int portNumber(String text) {
    if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535) {
      return Integer.parseInt(text);
    }
    throw new IllegalArgumentException("A port is a number from 0 to 65535, not '" + text + "'.");
  }

  private static String argument(String option, Iterator<String> rest) {
    if (rest.hasNext()) {
      return rest.next();
    }
    throw new IllegalArgumentException("The option " + option + " needs a value; see --help.");
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
