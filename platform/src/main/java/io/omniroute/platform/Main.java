package io.omniroute.platform;

import io.omniroute.api.GatewayException;
import io.omniroute.platform.management.WebModule;
import io.omniroute.platform.store.StoreException;
import java.lang.module.ModuleDescriptor;
import java.net.BindException;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Entry point of the gateway. */
public final class Main {

  private static final Logger LOG = LoggerFactory.getLogger(Main.class);
  private static final Duration DRAIN = Duration.ofSeconds(30);

  private Main() {}

  /** Starts the gateway and blocks until it is stopped. */
  public static void main(String[] args) {
    try {
      StartOptions options = StartOptions.parse(List.of(args), System.getenv());
      switch (options.action()) {
        case HELP -> System.out.print(StartOptions.USAGE);
        case VERSION -> System.out.println("omniroute " + version());
        case START -> run(options);
      }
    } catch (IllegalArgumentException e) {
      fail(e.getMessage());
    }
  }

  private static void run(StartOptions options) {
    CountDownLatch stopRequested = new CountDownLatch(1);
    Gateway gateway;
    try {
      gateway = Gateway.start(options, webModules(), stopRequested::countDown);
    } catch (StoreException | GatewayException e) {
      fail(e.getMessage());
      return;
    } catch (RuntimeException e) {
      fail(reason(options, e));
      return;
    }
    Thread hook = Thread.ofPlatform().name("stop").unstarted(() -> gateway.drain(DRAIN));
    Runtime.getRuntime().addShutdownHook(hook);
    String address = Welcome.print(gateway);
    if (options.openBrowser()) {
      Browser.open(address);
    }
    try {
      stopRequested.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.exit(0);
  }

  private static List<WebModule> webModules() {
    return ServiceLoader.load(WebModule.class).stream().map(ServiceLoader.Provider::get).toList();
  }

  private static String reason(StartOptions options, RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return "Port "
            + options.port()
            + " on "
            + options.host()
            + " cannot be used ("
            + cause.getMessage()
            + "); choose another one with --port.";
      }
    }
    LOG.error("The gateway could not start", e);
    return "The gateway could not start: " + e;
  }

  private static void fail(@Nullable String sentence) {
    System.err.println(sentence);
    System.exit(1);
  }

  static String version() {
    ModuleDescriptor module = Main.class.getModule().getDescriptor();
    return module == null ? "(not packaged)" : module.rawVersion().orElse("(not packaged)");
  }
}
