package io.omniroute.dashboard.preview;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.config.ConfigField;
import io.omniroute.api.config.ConfigSchema;
import io.omniroute.api.provider.AuthScheme;
import io.omniroute.api.provider.Links;
import io.omniroute.api.provider.LocalServer;
import io.omniroute.api.provider.ModelInfo;
import io.omniroute.api.provider.ProviderDescriptor;
import io.omniroute.platform.management.AccountChange;
import io.omniroute.platform.management.AccountDraft;
import io.omniroute.platform.management.AccountView;
import io.omniroute.platform.management.Actor;
import io.omniroute.platform.management.CheckService;
import io.omniroute.platform.management.InvalidInput;
import io.omniroute.platform.management.ProviderService;
import io.omniroute.platform.management.ProviderView;
import io.omniroute.platform.management.ProviderView.PluginOrigin;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Providers in memory; a key that says "bad" fails its test. */
final class FakeProviders implements ProviderService {

  private final Map<String, ProviderView> catalogue = new LinkedHashMap<>();
  private final List<AccountView> accounts = new ArrayList<>();
  private final FakeAccounts make;
  private final InstantSource clock;

  FakeProviders(InstantSource clock) {
    this.clock = clock;
    this.make = new FakeAccounts(clock);
    cloud("openai", "OpenAI", "GPT models, images and speech.", 41, organisation());
    cloud("groq", "Groq", "Open models, very fast.", 18, ConfigSchema.EMPTY);
    cloud("deepseek", "DeepSeek", "Reasoning at a low price.", 2, ConfigSchema.EMPTY);
    cloud("openrouter", "OpenRouter", "Hundreds of models, one key.", 318, ConfigSchema.EMPTY);
    cloud("mistral", "Mistral", "European models.", 12, everyKind());
    add(
        ProviderDescriptor.builder("ollama", "Ollama")
            .description("Models on this machine.")
            .auth(AuthScheme.NONE)
            .baseUrls(List.of("http://localhost:11434/v1"))
            .localServer(new LocalServer("http://localhost:11434", "/api/tags"))
            .build(),
        false);
    add(
        ProviderDescriptor.builder("demo", "Demo")
            .description("Answers offline, to learn and test with.")
            .auth(AuthScheme.NONE)
            .models(List.of(ModelInfo.chat("echo"), ModelInfo.chat("slow")))
            .build(),
        true);
  }

  private static ConfigSchema organisation() {
    return ConfigSchema.of(
        new ConfigField.Text(
            ConfigField.Common.optional("organisation", "Organisation", "If there are several."),
            null,
            null));
  }

  private static ConfigSchema everyKind() {
    return ConfigSchema.of(
        new ConfigField.Choice(
            ConfigField.Common.required("region", "Region", "Where requests are answered."),
            List.of("eu", "us"),
            "eu"),
        new ConfigField.Secret(ConfigField.Common.optional("salt", "Salt", "")),
        new ConfigField.Number(
            ConfigField.Common.optional("seats", "Seats", "How many at once."),
            4.0,
            1.0,
            64.0,
            true),
        new ConfigField.Flag(ConfigField.Common.optional("beta", "Beta models", ""), false),
        new ConfigField.TextList(
            ConfigField.Common.optional("tags", "Tags", "One a line."), List.of(), 8));
  }

  private void cloud(String id, String name, String text, int models, ConfigSchema fields) {
    add(
        ProviderDescriptor.builder(id, name)
            .description(text)
            .baseUrls(List.of("https://api." + id + ".example/v1"))
            .auth(AuthScheme.BEARER)
            .models(IntStream.range(0, models).mapToObj(i -> ModelInfo.chat("m" + i)).toList())
            .accountFields(fields)
            .links(new Links(null, "https://" + id + ".example/keys", null))
            .build(),
        false);
  }

  private void add(ProviderDescriptor descriptor, boolean builtIn) {
    PluginOrigin origin = new PluginOrigin(descriptor.id(), "1.0.0");
    catalogue.put(descriptor.id(), new ProviderView(descriptor, origin, builtIn, false, null, 0));
  }

  /** Accounts in every state. */
  void connectSome() {
    accounts.add(make.account("groq", "Groq", "main", 1).key("gsk_…9f3a").tested("active"));
    accounts.add(make.account("groq", "Groq", "free tier", 2).key("gsk_…77b0").cooling());
    accounts.add(make.account("deepseek", "DeepSeek", "main", 1).key("sk-…c01d").tested("active"));
    accounts.add(make.account("openai", "OpenAI", "work", 1).key("sk-…Qk41").refused());
    accounts.add(make.account("mistral", "Mistral", "main", 1).key("…x9Tz").untested());
  }

  @Override
  public List<ProviderView> catalogue() {
    return List.copyOf(catalogue.values());
  }

  @Override
  public Optional<ProviderView> provider(String idOrAlias) {
    return Optional.ofNullable(catalogue.get(idOrAlias));
  }

  @Override
  public List<AccountView> accounts() {
    return List.copyOf(accounts);
  }

  @Override
  public List<AccountView> accounts(String provider) {
    return accounts.stream()
        .filter(account -> account.provider().equals(provider))
        .sorted(Comparator.comparingInt(AccountView::priority))
        .toList();
  }

  @Override
  public AccountView account(String id) {
    return accounts.stream()
        .filter(account -> account.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new GatewayException(ErrorCode.NOT_FOUND, "no account " + id));
  }

  @Override
  public AccountView create(AccountDraft draft, Actor actor) {
    String key = Objects.requireNonNullElse(draft.apiKey(), "");
    if (key.contains(" ")) {
      throw new InvalidInput("apiKey", "has spaces in it");
    }
    AccountView account =
        make.account(
                draft.provider(),
                Objects.requireNonNull(catalogue.get(draft.provider())).name(),
                Objects.requireNonNullElse(draft.name(), "main"),
                Objects.requireNonNullElse(draft.priority(), 1))
            .key(key.isEmpty() ? null : "…" + key.substring(Math.max(0, key.length() - 4)))
            .settings(draft.settings())
            .untested();
    accounts.add(account);
    return account;
  }

  @Override
  public AccountView update(String id, AccountChange change, Actor actor) {
    return replace(
        id,
        old ->
            make.like(old)
                .name(change.name().orKeep(old.name()))
                .settings(change.settings().orKeep(old.settings()))
                .untested());
  }

  @Override
  public AccountView enable(String id, boolean enabled, Actor actor) {
    return replace(id, old -> make.like(old).active(enabled).status(old.status()));
  }

  AccountView replace(String id, UnaryOperator<AccountView> change) {
    accounts.replaceAll(account -> account.id().equals(id) ? change.apply(account) : account);
    return account(id);
  }

  @Override
  public void delete(String id, Actor actor) {
    accounts.removeIf(account -> account.id().equals(id));
  }

  @Override
  public List<AccountView> reorder(String provider, List<String> ids, Actor actor) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ProviderView setBaseUrl(String provider, @Nullable String baseUrl, Actor actor) {
    if (baseUrl != null && !baseUrl.startsWith("http")) {
      throw new InvalidInput("baseUrl", "must begin with http:// or https://");
    }
    ProviderView old = Objects.requireNonNull(catalogue.get(provider));
    ProviderView changed =
        new ProviderView(old.descriptor(), old.origin(), old.builtIn(), false, baseUrl, 0);
    catalogue.put(provider, changed);
    return changed;
  }

  /** Tests of these accounts. */
  CheckService checks() {
    return new FakeChecks(this, make, clock);
  }
}
