package io.omniroute.dashboard.providers;

import io.omniroute.dashboard.form.FieldView;
import io.omniroute.dashboard.form.FieldView.Control;
import io.omniroute.dashboard.form.Fields;
import io.omniroute.dashboard.i18n.Messages;
import io.omniroute.dashboard.i18n.Times;
import io.omniroute.dashboard.providers.ProviderPage.AccountRow;
import io.omniroute.dashboard.providers.ProviderPage.TestRow;
import io.omniroute.dashboard.providers.Providers.Known;
import io.omniroute.dashboard.web.Status;
import io.omniroute.dashboard.web.Tone;
import io.omniroute.platform.management.AccountView;
import io.omniroute.platform.management.CheckResult;
import java.time.Instant;
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
  ProviderPage page(Known provider, AccountForm form, Map<String, String> addressErrors) {
    String path = path(provider.id());
    List<String> facts = new ArrayList<>();
    facts.add(messages.text("provider.prefix", provider.id()));
    int models = provider.view().descriptor().models().size();
    if (models > 0) {
      facts.add(messages.count("provider.models", models));
    }
    facts.add(
        messages.text(
            "provider.plugin",
            provider.view().origin().pluginId(),
            provider.view().origin().version()));
    return new ProviderPage(
        provider.id(),
        provider.name(),
        ProvidersPresenter.monogram(provider.name()),
        provider.view().descriptor().description(),
        status.of(provider),
        facts,
        refusal(provider),
        provider.accounts().stream().map(account -> account(account, null)).toList(),
        form.view(path + "/accounts", messages.text("account.save-test")),
        address(provider, addressErrors),
        path + "/base-url");
  }

  /** Why no account can be added here, if so. */
  private @Nullable String refusal(Known provider) {
    if (provider.view().builtIn()) {
      return messages.text("provider.needs-nothing", provider.name());
    }
    return provider.view().needsCredential() && !provider.keyed()
        ? messages.text("provider.needs-login", provider.name())
        : null;
  }

  private FieldView address(Known provider, Map<String, String> errors) {
    String override = provider.view().baseUrlOverride();
    return new Fields("provider", Map.of("baseUrl", override == null ? "" : override), errors)
        .draw(
            "baseUrl",
            messages.text("provider.base-url"),
            messages.text("provider.base-url.help", provider.baseUrl()),
            Control.URL,
            false)
        .withPlaceholder(provider.baseUrl());
  }

  /** One account, and what came of a test that was made just now. */
  AccountRow account(AccountView account, @Nullable CheckResult result) {
    String path = path(account.provider()) + "/accounts/" + account.id();
    String change = account.active() ? "disable" : "enable";
    boolean failing = status.of(account).tone() == Tone.BAD && result == null;
    return new AccountRow(
        "account-" + account.id(),
        path,
        account.name(),
        account.maskedKey(),
        facts(account, result),
        status.of(account),
        test(result),
        failing ? account.status().lastError() : null,
        path + "/" + change,
        messages.text("action." + change),
        account.active() ? "player-pause" : "player-play");
  }

  private String facts(AccountView account, @Nullable CheckResult result) {
    String place = messages.text("account.place", account.priority());
    Instant tested = account.status().lastTested();
    return tested == null || result != null
        ? place
        : place + " · " + messages.text("account.tested", times.ago(tested).words());
  }

  private @Nullable TestRow test(@Nullable CheckResult result) {
    if (result == null) {
      return null;
    }
    Times.TimeView ago = times.ago(result.testedAt());
    String words = TestWords.of(messages, result) + " · " + times.duration(result.latencyMillis());
    return new TestRow(new Status(tone(result), words), ago.iso(), ago.words());
  }

  private static Tone tone(CheckResult result) {
    return switch (result.verdict()) {
      case VALID -> Tone.GOOD;
      case INVALID -> Tone.BAD;
      case UNKNOWN -> Tone.WARN;
    };
  }

  /** The address of a provider's page. */
  static String path(String provider) {
    return ProvidersPresenter.PATH + "/" + provider;
  }
}
