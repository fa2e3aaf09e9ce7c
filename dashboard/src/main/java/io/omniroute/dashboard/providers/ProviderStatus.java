package io.omniroute.dashboard.providers;

import io.omniroute.dashboard.i18n.Messages;
import io.omniroute.dashboard.i18n.Times;
import io.omniroute.dashboard.providers.Providers.Known;
import io.omniroute.dashboard.web.Status;
import io.omniroute.dashboard.web.Tone;
import io.omniroute.platform.management.AccountView;
import java.time.Instant;

/** Says how accounts and providers are; green only where an answer was seen. */
public final class ProviderStatus {

  private final Messages messages;
  private final Times times;

  /** Speaks this language. */
  public ProviderStatus(Messages messages, Times times) {
    this.messages = messages;
    this.times = times;
  }

  /** How an account is. */
  public Status of(AccountView account) {
    Instant until = account.status().rateLimitedUntil();
    if (!account.active()) {
      return status(Tone.OFF, "account.disabled");
    }
    if (!account.providerAvailable()) {
      return status(Tone.BAD, "account.orphan");
    }
    if (until != null && times.isAhead(until)) {
      return new Status(Tone.WARN, messages.text("account.cooling-until", times.timeOfDay(until)));
    }
    return switch (account.status().testStatus()) {
      case "active" -> status(Tone.GOOD, "account.healthy");
      case "error" -> status(Tone.BAD, "account.failing");
      case "unavailable" -> status(Tone.BAD, "account.unavailable");
      default -> status(Tone.IDLE, "account.untested");
    };
  }

  /** How a provider is, taking all its accounts together. */
  public Status of(Known provider) {
    if (provider.accounts().isEmpty()) {
      return provider.view().builtIn()
          ? status(Tone.INFO, "provider.built-in")
          : status(Tone.IDLE, "provider.not-connected");
    }
    long total = provider.accounts().size();
    long good = count(provider, Tone.GOOD);
    long bad = count(provider, Tone.BAD);
    if (total == 1 || good == total) {
      return of(provider.accounts().getFirst());
    }
    if (bad > 0) {
      return new Status(
          good > 0 ? Tone.WARN : Tone.BAD, messages.text("provider.some-failing", bad, total));
    }
    if (good > 0) {
      return new Status(Tone.GOOD, messages.text("provider.some-healthy", good, total));
    }
    return of(
        provider.accounts().stream()
            .filter(AccountView::active)
            .findFirst()
            .orElse(provider.accounts().getFirst()));
  }

  private long count(Known provider, Tone tone) {
    return provider.accounts().stream().filter(account -> of(account).tone() == tone).count();
  }

  private Status status(Tone tone, String key) {
    return new Status(tone, messages.text(key));
  }
}
