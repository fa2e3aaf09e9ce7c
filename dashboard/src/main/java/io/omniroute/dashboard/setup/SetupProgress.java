package io.omniroute.dashboard.setup;

import io.omniroute.dashboard.providers.Providers;
import io.omniroute.dashboard.providers.Providers.Origin;
import io.omniroute.platform.management.Services;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Which steps of the first run are already true. Thread-safe. */
public final class SetupProgress {

  private static final int RECENT = 20;
  private static final int FAILED = 400;

  private final Services services;
  private final AtomicBoolean answered = new AtomicBoolean();

  /** Looks at these. */
  public SetupProgress(Services services) {
    this.services = services;
  }

  /** Somebody asked something and got an answer. */
  void answered() {
    answered.set(true);
  }

  /** Whether a step needs nothing any more. */
  boolean done(Step step) {
    return switch (step) {
      case PASSWORD -> !services.login().state().needsSetup();
      case PROVIDER -> ownProvider() || answered.get();
      case TEST -> answered.get() || anyEvidence();
      case CONNECT -> !services.keys().keys().isEmpty();
    };
  }

  /** The first step that still needs something; the password may be put off. */
  Optional<Step> next(boolean signedIn) {
    return Arrays.stream(Step.values())
        .filter(step -> !done(step))
        .filter(step -> step != Step.PASSWORD || !signedIn)
        .findFirst();
  }

  /** The built-in provider is connected from the start, so it is no choice anybody made. */
  private boolean ownProvider() {
    return new Providers(services)
        .all().stream()
            .anyMatch(provider -> provider.connected() && provider.origin() != Origin.BUILT_IN);
  }

  private boolean anyEvidence() {
    return services.activity().latest(RECENT).stream()
        .anyMatch(request -> request.status() < FAILED);
  }
}
