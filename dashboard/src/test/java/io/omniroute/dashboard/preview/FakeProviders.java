package io.omniroute.dashboard.preview;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.dashboard.form.ConfigField;
import io.omniroute.dashboard.form.ConfigField.Choice;
import io.omniroute.dashboard.form.ConfigField.Kind;
import io.omniroute.dashboard.providers.ProvidersPort;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Providers in memory; a key that says "bad" fails its test. */
public final class FakeProviders implements ProvidersPort {

  private static final ConfigField KEY =
      new ConfigField("apiKey", "API key", null, Kind.SECRET, true, false, null, List.of());

  private final InstantSource clock;
  private final Map<String, ProviderInfo> providers = new LinkedHashMap<>();
  private final Map<String, String> secrets = new LinkedHashMap<>();
  private int next = 1;

  FakeProviders(InstantSource clock) {
    this.clock = clock;
  }

  /** The catalogue without accounts. */
  void catalogueOnly() {
    cloud("openai", "OpenAI", "GPT models, images and speech.", 41, List.of(KEY, organisation()));
    cloud("groq", "Groq", "Open models, very fast.", 18, List.of(KEY));
    cloud("deepseek", "DeepSeek", "Reasoning at a low price.", 2, List.of(KEY));
    cloud("openrouter", "OpenRouter", "Hundreds of models behind one key.", 318, List.of(KEY));
    cloud("mistral", "Mistral", "European models.", 12, List.of(KEY, region(), stream()));
    add("ollama", "Ollama", "Models on this machine.", Origin.LOCAL, 0, List.of());
    add("demo", "Demo", "Answers offline, to learn and test with.", Origin.BUILT_IN, 3, List.of());
  }

  private static ConfigField organisation() {
    return new ConfigField(
        "organisation",
        "Organisation",
        "Only for accounts in several organisations.",
        Kind.TEXT,
        false,
        true,
        null,
        List.of());
  }

  private static ConfigField region() {
    return new ConfigField(
        "region",
        "Region",
        "Where requests are answered.",
        Kind.CHOICE,
        false,
        false,
        "eu",
        List.of(new Choice("eu", "Europe"), new Choice("us", "United States")));
  }

  private static ConfigField stream() {
    return new ConfigField(
        "idle", "Idle time", "Such as 60s.", Kind.DURATION, false, true, "60s", List.of());
  }

  private void cloud(String id, String name, String text, int models, List<ConfigField> fields) {
    add(id, name, text, Origin.CLOUD, models, fields);
  }

  private void add(
      String id, String name, String text, Origin origin, int models, List<ConfigField> fields) {
    providers.put(
        id,
        new ProviderInfo(
            id,
            name,
            text,
            origin,
            origin == Origin.CLOUD ? "https://" + id + ".example/keys" : null,
            fields,
            models,
            origin == Origin.LOCAL ? "http://localhost:11434/v1" : "https://api." + id + ".com/v1",
            null,
            id,
            List.of()));
  }

  /** Accounts in every state. */
  void connectSome() {
    String groq = connect("groq", "main", "gsk_…9f3a", AccountState.HEALTHY);
    change("groq", groq, old -> tested(old, true, 212, "Key accepted, 18 models"));
    String second = connect("groq", "free tier", "gsk_…77b0", AccountState.COOLING_DOWN);
    change("groq", second, old -> tested(old, true, 340, "Key accepted, 18 models"));
    String deepseek = connect("deepseek", "main", "sk-…c01d", AccountState.HEALTHY);
    change("deepseek", deepseek, old -> tested(old, true, 690, "Key accepted, 2 models"));
    String openai = connect("openai", "work", "sk-…Qk41", AccountState.FAILING);
    change("openai", openai, old -> tested(old, false, 158, "The key was refused (401)"));
    connect("mistral", "main", "…x9Tz", AccountState.UNTESTED);
    connect("demo", "built in", null, AccountState.HEALTHY);
  }

  private String connect(
      String provider, String name, @Nullable String masked, AccountState state) {
    String id = "a" + next++;
    ProviderInfo info = providers.get(provider);
    List<Account> accounts = new ArrayList<>(info.accounts());
    accounts.add(
        new Account(
            id,
            name,
            masked,
            accounts.size() + 1,
            state,
            state == AccountState.COOLING_DOWN ? clock.instant().plusSeconds(1200) : null,
            null,
            state == AccountState.FAILING
                ? "Incorrect API key provided: sk-…Qk41 <b>(401)</b>"
                : null,
            Map.of(),
            null));
    put(info, accounts, info.baseUrlOverride());
    return id;
  }

  private Account tested(Account old, boolean success, long millis, String words) {
    Test test = new Test(clock.instant().minusSeconds(95), success, millis, words);
    return with(old, old.state(), test);
  }

  private static Account with(Account old, AccountState state, @Nullable Test test) {
    return new Account(
        old.id(),
        old.name(),
        old.maskedSecret(),
        old.priority(),
        state,
        old.until(),
        test,
        state == AccountState.FAILING ? old.lastError() : null,
        old.values(),
        old.baseUrl());
  }

  private void put(ProviderInfo old, List<Account> accounts, @Nullable String override) {
    providers.put(
        old.id(),
        new ProviderInfo(
            old.id(),
            old.name(),
            old.description(),
            old.origin(),
            old.keyPage(),
            old.fields(),
            old.models(),
            old.baseUrl(),
            override,
            old.pluginId(),
            accounts));
  }

  private void change(String provider, String account, UnaryOperator<Account> change) {
    ProviderInfo info = providers.get(provider);
    List<Account> accounts =
        info.accounts().stream()
            .map(one -> one.id().equals(account) ? change.apply(one) : one)
            .toList();
    put(info, accounts, info.baseUrlOverride());
  }

  @Override
  public List<ProviderInfo> all() {
    return List.copyOf(providers.values());
  }

  @Override
  public Optional<ProviderInfo> find(String providerId) {
    return Optional.ofNullable(providers.get(providerId));
  }

  @Override
  public String addAccount(String providerId, Draft draft) {
    String key = draft.values().getOrDefault("apiKey", "");
    if (key.contains(" ")) {
      throw new GatewayException(ErrorCode.INVALID_REQUEST, "A key has no spaces")
          .withParameter("apiKey");
    }
    String masked = key.isEmpty() ? null : "…" + key.substring(Math.max(0, key.length() - 4));
    String id = connect(providerId, draft.name(), masked, AccountState.UNTESTED);
    secrets.put(id, key);
    return id;
  }

  @Override
  public void updateAccount(String providerId, String accountId, Draft draft) {
    change(
        providerId,
        accountId,
        old ->
            new Account(
                old.id(),
                draft.name(),
                old.maskedSecret(),
                draft.priority(),
                old.state(),
                old.until(),
                old.lastTest(),
                old.lastError(),
                Map.of(),
                draft.baseUrl()));
  }

  @Override
  public void setEnabled(String providerId, String accountId, boolean enabled) {
    AccountState state = enabled ? AccountState.UNTESTED : AccountState.DISABLED;
    change(providerId, accountId, old -> with(old, state, old.lastTest()));
  }

  @Override
  public void deleteAccount(String providerId, String accountId) {
    ProviderInfo info = providers.get(providerId);
    put(
        info,
        info.accounts().stream().filter(one -> !one.id().equals(accountId)).toList(),
        info.baseUrlOverride());
  }

  @Override
  public Test test(String providerId, String accountId) {
    boolean success = !secrets.getOrDefault(accountId, "").contains("bad");
    Test test =
        new Test(
            clock.instant(),
            success,
            success ? 231 : 158,
            success ? "Key accepted" : "The key was refused (401)");
    AccountState state = success ? AccountState.HEALTHY : AccountState.FAILING;
    change(providerId, accountId, old -> with(old, state, test));
    return test;
  }

  @Override
  public void overrideBaseUrl(String providerId, @Nullable String baseUrl) {
    if (baseUrl != null && !baseUrl.startsWith("http")) {
      throw new GatewayException(ErrorCode.INVALID_REQUEST, "An address begins with https://")
          .withParameter("baseUrl");
    }
    ProviderInfo info = providers.get(providerId);
    put(info, info.accounts(), baseUrl);
  }

  @Override
  public List<LocalServer> findLocalServers() {
    return List.of(new LocalServer("ollama", "Ollama", "http://localhost:11434"));
  }
}
