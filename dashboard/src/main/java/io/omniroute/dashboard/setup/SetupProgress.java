package io.omniroute.dashboard.setup;

import io.omniroute.dashboard.connect.KeysPort;
import io.omniroute.dashboard.providers.ProvidersPort;
import io.omniroute.dashboard.providers.ProvidersPort.Origin;
import java.util.Arrays;
import java.util.Optional;

/** Which steps of the first run are already true. */
public final class SetupProgress {

  private final SetupPort setup;
  private final ProvidersPort providers;
  private final KeysPort keys;

  /** Looks at these. */
  public SetupProgress(SetupPort setup, ProvidersPort providers, KeysPort keys) {
    this.setup = setup;
    this.providers = providers;
    this.keys = keys;
  }

  /** Whether a step needs nothing any more. */
  boolean done(Step step) {
    return switch (step) {
      case PASSWORD -> setup.passwordSet();
      case PROVIDER -> setup.answered() || ownProvider();
      case TEST -> setup.answered();
      case CONNECT -> keys.count() > 0;
    };
  }

  /** The first step that still needs something. */
  Optional<Step> next() {
    return Arrays.stream(Step.values()).filter(step -> !done(step)).findFirst();
  }

  /** The built-in provider is connected from the start, so it is no choice anybody made. */
  private boolean ownProvider() {
    return providers.all().stream()
        .anyMatch(provider -> provider.connected() && provider.origin() != Origin.BUILT_IN);
  }
}
