package io.omniroute.dashboard.providers;

import io.omniroute.dashboard.i18n.Messages;
import io.omniroute.dashboard.i18n.Times;
import io.omniroute.dashboard.providers.ProvidersPort.Account;
import io.omniroute.dashboard.providers.ProvidersPort.AccountState;
import io.omniroute.dashboard.providers.ProvidersPort.ProviderInfo;
import io.omniroute.dashboard.web.Status;
import io.omniroute.dashboard.web.Tone;
import java.util.Objects;

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
  public Status of(Account account) {
    return switch (account.state()) {
      case HEALTHY -> status(Tone.GOOD, "account.healthy");
      case UNTESTED -> status(Tone.IDLE, "account.untested");
      case FAILING -> status(Tone.BAD, "account.failing");
      case DISABLED -> status(Tone.OFF, "account.disabled");
      case COOLING_DOWN ->
          account.until() == null
              ? status(Tone.WARN, "account.cooling")
              : new Status(
                  Tone.WARN,
                  messages.text(
                      "account.cooling-until",
                      times.timeOfDay(Objects.requireNonNull(account.until()))));
    };
  }

  /** How a provider is, taking all its accounts together. */
  public Status of(ProviderInfo provider) {
    if (!provider.connected()) {
      return status(Tone.IDLE, "provider.not-connected");
    }
    long total = provider.accounts().size();
    long healthy = count(provider, AccountState.HEALTHY);
    long failing = count(provider, AccountState.FAILING);
    if (total == 1 || healthy == total) {
      return of(provider.accounts().getFirst());
    }
    if (failing > 0) {
      return new Status(
          healthy > 0 ? Tone.WARN : Tone.BAD,
          messages.text("provider.some-failing", failing, total));
    }
    if (healthy > 0) {
      return new Status(Tone.GOOD, messages.text("provider.some-healthy", healthy, total));
    }
    return of(
        provider.accounts().stream()
            .filter(account -> account.state() != AccountState.DISABLED)
            .findFirst()
            .orElse(provider.accounts().getFirst()));
  }

  private static long count(ProviderInfo provider, AccountState state) {
    return provider.accounts().stream().filter(account -> account.state() == state).count();
  }

  private Status status(Tone tone, String key) {
    return new Status(tone, messages.text(key));
  }
}
