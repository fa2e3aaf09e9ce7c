package io.omniroute.dashboard.providers;

import io.omniroute.dashboard.form.FieldView;
import io.omniroute.dashboard.form.FieldView.Control;
import io.omniroute.dashboard.form.Fields;
import io.omniroute.dashboard.i18n.Messages;
import io.omniroute.dashboard.i18n.Times;
import io.omniroute.dashboard.providers.ProviderView.AccountView;
import io.omniroute.dashboard.providers.ProviderView.TestView;
import io.omniroute.dashboard.providers.ProvidersPort.Account;
import io.omniroute.dashboard.providers.ProvidersPort.AccountState;
import io.omniroute.dashboard.providers.ProvidersPort.ProviderInfo;
import io.omniroute.dashboard.providers.ProvidersPort.Test;
import io.omniroute.dashboard.web.Status;
import io.omniroute.dashboard.web.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One provider with its accounts. */
final class ProviderPresenter {

  private final Messages messages;
  private final Times times;
  private final ProviderStatus status;

  ProviderPresenter(Messages messages, Times times) {
    this.messages = messages;
    this.times = times;
    this.status = new ProviderStatus(messages, times);
  }

  /** The page of a provider; what was wrong with its address stands beside the field. */
  ProviderView page(ProviderInfo provider, AccountForm form, Map<String, String> addressErrors) {
    String path = path(provider);
    List<String> facts = new ArrayList<>();
    facts.add(messages.text("provider.prefix", provider.id()));
    if (provider.models() > 0) {
      facts.add(messages.count("provider.models", provider.models()));
    }
    facts.add(messages.text("provider.plugin", provider.pluginId()));
    return new ProviderView(
        provider.id(),
        provider.name(),
        ProvidersPresenter.monogram(provider.name()),
        provider.description(),
        status.of(provider),
        facts,
        provider.accounts().stream().map(account -> account(provider, account)).toList(),
        form.view(path + "/accounts", messages.text("account.save-test")),
        address(provider, addressErrors),
        path + "/base-url",
        provider.baseUrl());
  }

  private FieldView address(ProviderInfo provider, Map<String, String> errors) {
    String override = provider.baseUrlOverride();
    return new Fields("provider", Map.of("baseUrl", override == null ? "" : override), errors)
        .draw(
            "baseUrl",
            messages.text("provider.base-url"),
            messages.text("provider.base-url.help", provider.baseUrl()),
            Control.URL,
            false)
        .withPlaceholder(provider.baseUrl());
  }

  /** One account. */
  AccountView account(ProviderInfo provider, Account account) {
    boolean off = account.state() == AccountState.DISABLED;
    String path = path(provider) + "/accounts/" + account.id();
    String change = off ? "enable" : "disable";
    return new AccountView(
        "account-" + account.id(),
        path,
        account.name(),
        account.maskedSecret(),
        messages.text("account.place", account.priority()),
        status.of(account),
        test(account.lastTest()),
        account.lastError(),
        path + "/" + change,
        messages.text("action." + change),
        off ? "player-play" : "player-pause");
  }

  private @Nullable TestView test(@Nullable Test test) {
    if (test == null) {
      return null;
    }
    Times.TimeView ago = times.ago(test.at());
    return new TestView(
        new Status(test.success() ? Tone.GOOD : Tone.BAD, test.diagnosis()),
        times.duration(test.millis()),
        ago.iso(),
        ago.words());
  }

  /** The address of a provider's page. */
  static String path(ProviderInfo provider) {
    return ProvidersPresenter.PATH + "/" + provider.id();
  }
}
