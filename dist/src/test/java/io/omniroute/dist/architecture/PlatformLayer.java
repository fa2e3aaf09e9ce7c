package io.omniroute.dist.architecture;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The layers of the platform from the top down. A package may use its own layer and those below,
 * never one above. Every package below {@code io.omniroute.platform} stands in exactly one of them.
 */
enum PlatformLayer {
  /** Puts everything together. */
  WIRING(""),
  /** What the world outside talks to. */
  EDGE("http", "management"),
  /** One request from door to door. */
  PIPELINE("pipeline"),
  /** What the pipeline is made of. */
  STEPS("route", "resilience", "translate", "upstream", "cache", "meter"),
  /** Where plugins and data come from. */
  PORTS("plugin", "store"),
  /** What everybody may use and what uses nobody. */
  FOUNDATION("web", "config", "json", "security", "time");

  private final Set<String> packages;

  PlatformLayer(String... packages) {
    this.packages = Set.of(packages);
  }

  boolean mayUse(PlatformLayer other) {
    return other.ordinal() >= ordinal();
  }

  static Optional<PlatformLayer> of(String concern) {
    return Arrays.stream(values()).filter(layer -> layer.packages.contains(concern)).findFirst();
  }

  /** The first package name below the platform's own, empty for the platform's own package. */
  static String concern(String packageName) {
    String below = packageName.substring(Codebase.PLATFORM.length());
    return below.isEmpty() ? "" : below.substring(1).split("\\.", 2)[0];
  }
}
