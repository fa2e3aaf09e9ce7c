package io.omniroute.platform;

import io.undertow.Undertow;
import java.lang.module.ModuleDescriptor;
import java.util.List;

/** Entry point of the gateway. */
public final class Main {

  private Main() {}

  /** Starts the gateway and blocks until it is stopped. */
  public static void main(String[] args) {
    try {
      StartOptions options = StartOptions.parse(List.of(args), System.getenv());
      switch (options.action()) {
        case HELP -> System.out.print(StartOptions.USAGE);
        case VERSION -> System.out.println("omniroute " + version());
        case START -> start(options);
      }
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void start(StartOptions options) {
    Undertow.builder()
        .addHttpListener(options.port(), options.host())
        .setHandler(exchange -> exchange.getResponseSender().send("ok"))
        .build()
        .start();
    System.out.println("OmniRoute listens on http://" + options.host() + ":" + options.port());
  }

  private static String version() {
    ModuleDescriptor module = Main.class.getModule().getDescriptor();
    return module == null ? "(not packaged)" : module.rawVersion().orElse("(not packaged)");
  }
}
