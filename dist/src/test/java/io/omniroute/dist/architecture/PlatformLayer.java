package io.omniroute.dist.architecture;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A layer of the platform. A package may use its own layer and those below, never one above. Every
 * package below {@code io.omniroute.platform} stands in exactly one layer.
 *
 * @param height how far up it is
 * @param packages the first package names below the platform's own, empty for the platform's own
 */
record PlatformLayer(int height, Set<String> packages) {

  private static final PlatformLayer WIRING = new PlatformLayer(5, Set.of(""));
  private static final PlatformLayer EDGE = new PlatformLayer(4, Set.of("http", "management"));
  private static final PlatformLayer PIPELINE = new PlatformLayer(3, Set.of("pipeline"));
  private static final PlatformLayer STEPS =
      new PlatformLayer(
          2, Set.of("route", "resilience", "translate", "upstream", "cache", "meter", "auth"));
  private static final PlatformLayer PORTS =
      new PlatformLayer(1, Set.of("plugin", "store", "outbound"));

  /** What everybody may use and what uses nobody. */
  private static final PlatformLayer FOUNDATION =
      new PlatformLayer(0, Set.of("web", "sse", "config", "json", "security", "time"));

  private static final List<PlatformLayer> ALL =
      List.of(WIRING, EDGE, PIPELINE, STEPS, PORTS, FOUNDATION);

  static Optional<PlatformLayer> of(String packageName) {
    String concern = concern(packageName);
    return ALL.stream().filter(layer -> layer.packages.contains(concern)).findFirst();
  }

  boolean mayUse(PlatformLayer other) {
    return other.height <= height;
  }

  /** The first package name below the platform's own. */
  static String concern(String packageName) {
    String below = packageName.substring(Codebase.PLATFORM.length());
    return below.isEmpty() ? "" : below.substring(1).split("\\.", 2)[0];
  }
}
