package io.omniroute.platform.management;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.config.ConfigProblem;
import io.omniroute.platform.store.Connection;
import io.omniroute.platform.store.ConnectionBuilder;
import io.omniroute.platform.store.ConnectionHealth;
import io.omniroute.platform.store.ConnectionRepository;
import io.omniroute.platform.store.Credentials;
import io.omniroute.platform.store.Secret;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Accounts in the store. One lock guards the order of a provider's accounts; the store's own steps
 * keep a token refresh and a form from undoing each other.
 */
final class StoredProviders implements ProviderService {

  private static final int LONGEST_NAME = 100;

  private final ConnectionRepository connections;
  private final Catalogue catalogue;
  private final SettingsService settings;
  private final AuditService audit;
  private final AccountOrder order;

  StoredProviders(Ground ground, Catalogue catalogue) {
    this.connections = ground.store().connections();
    this.catalogue = catalogue;
    this.settings = ground.settings();
    this.audit = ground.audit();
    this.order = new AccountOrder(connections);
  }

  @Override
  public List<ProviderView> catalogue() {
    Map<String, Long> counts =
        connections.all().stream()
            .collect(Collectors.groupingBy(Connection::provider, Collectors.counting()));
    return catalogue.all().stream()
        .map(item -> view(item, counts.getOrDefault(item.descriptor().id(), 0L).intValue()))
        .sorted(Comparator.comparing(ProviderView::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  @Override
  public Optional<ProviderView> provider(String idOrAlias) {
    return catalogue
        .find(idOrAlias)
        .map(item -> view(item, connections.ofProvider(item.descriptor().id()).size()));
  }

  @Override
  public List<AccountView> accounts() {
    Map<String, Catalogue.Item> providers =
        catalogue.all().stream()
            .collect(Collectors.toMap(item -> item.descriptor().id(), Function.identity()));
    return connections.all().stream()
        .map(connection -> AccountViews.of(connection, providers.get(connection.provider())))
        .toList();
  }

  @Override
  public List<AccountView> accounts(String provider) {
    return connections.ofProvider(provider).stream().map(this::view).toList();
  }

  @Override
  public AccountView account(String id) {
    return view(find(id));
  }

  @Override
  public synchronized AccountView create(AccountDraft draft, Actor actor) {
    List<ConfigProblem> problems = new ArrayList<>();
    Catalogue.Item provider =
        catalogue
            .find(draft.provider())
            .orElseThrow(() -> new InvalidInput("provider", "is not a provider of this gateway"));
    String id = provider.descriptor().id();
    List<Connection> siblings = connections.ofProvider(id);
    String name = name(draft.name(), provider, siblings, problems);
    String key = CredentialRules.fit(draft.apiKey(), provider, problems);
    AccountFields fields =
        AccountFields.NONE.with(
            draft.settings(),
            provider.descriptor().accountFields(),
            settings.current().allowPrivateHosts(),
            problems);
    requireAddress(provider, fields, problems);
    requirePlace(Patch.set(draft.priority()), problems);
    requireNone(problems);
    Connection connection =
        Connection.builder(id, CredentialRules.type(provider), name)
            .priority(siblings.size() + 1)
            .globalPriority(draft.globalPriority())
            .defaultModel(blankToNull(draft.defaultModel()))
            .providerSpecificData(fields.open().toText())
            .credentials(credentials(Credentials.NONE, key, fields))
            .build();
    connections.save(connection);
    order.place(connection, draft.priority());
    audit.record(actor, "account.create", connection.id(), id + " / " + name);
    return account(connection.id());
  }

  @Override
  public synchronized AccountView update(String id, AccountChange change, Actor actor) {
    Connection old = find(id);
    Catalogue.Item provider = catalogue.find(old.provider()).orElse(null);
    List<ConfigProblem> problems = new ArrayList<>();
    if (change.name().given()) {
      requireName(change.name().value(), otherNames(old), problems);
    }
    requirePlace(change.priority(), problems);
    String pasted = change.apiKey().value();
    String key =
        pasted == null || pasted.isBlank()
            ? null
            : provider == null ? pasted.strip() : CredentialRules.fit(pasted, provider, problems);
    AccountFields fields = AccountFields.of(old);
    if (change.settings().value() != null) {
      fields =
          fields.with(
              change.settings().value(),
              provider == null ? null : provider.descriptor().accountFields(),
              settings.current().allowPrivateHosts(),
              problems);
      if (provider != null) {
        requireAddress(provider, fields, problems);
      }
    }
    requireNone(problems);
    AccountFields fit = fields;
    if (key == null && moved(AccountFields.of(old), fit)) {
      requirePerson(actor);
    }
    Connection saved =
        connections
            .update(id, now -> changed(now, change, key, fit))
            .orElseThrow(StoredProviders::unknown);
    if (change.priority().value() != null) {
      order.place(saved, change.priority().value());
    }
    audit.record(actor, "account.update", id, saved.provider() + " / " + saved.name());
    return account(id);
  }

  @Override
  public AccountView enable(String id, boolean enabled, Actor actor) {
    Connection saved =
        connections
            .update(id, now -> now.edit().active(enabled).build())
            .orElseThrow(StoredProviders::unknown);
    audit.record(
        actor,
        enabled ? "account.enable" : "account.disable",
        id,
        saved.provider() + " / " + saved.name());
    return view(saved);
  }

  @Override
  public synchronized void delete(String id, Actor actor) {
    Connection old = find(id);
    if (!connections.delete(id)) {
      throw unknown();
    }
    order.close(old.provider());
    audit.record(actor, "account.delete", id, old.provider() + " / " + old.name());
  }

  @Override
  public synchronized List<AccountView> reorder(String provider, List<String> ids, Actor actor) {
    List<String> present = connections.ofProvider(provider).stream().map(Connection::id).toList();
    boolean same =
        ids.size() == present.size() && new HashSet<>(ids).equals(new HashSet<>(present));
    if (!same) {
      throw new InvalidInput("ids", "must name every account of the provider once");
    }
    order.renumber(ids);
    audit.record(actor, "account.reorder", provider, null);
    return accounts(provider);
  }

  @Override
  public ProviderView setBaseUrl(String provider, @Nullable String baseUrl, Actor actor) {
    Catalogue.Item item =
        catalogue
            .find(provider)
            .orElseThrow(() -> new GatewayException(ErrorCode.NOT_FOUND, "Provider not found"));
    if (item.custom() || item.builtIn()) {
      throw new InvalidInput("provider", "has no address that can be overridden");
    }
    String id = item.descriptor().id();
    requirePerson(actor);
    String clean =
        baseUrl == null || baseUrl.isBlank()
            ? null
            : BaseUrls.clean(baseUrl, settings.current().allowPrivateHosts());
    settings.setBaseUrl(id, clean);
    audit.record(actor, "provider.base-url", id, clean == null ? "its own" : clean);
    return provider(id).orElseThrow(StoredProviders::unknown);
  }

  /** Whoever holds an API key could else send the stored credentials to a place of their own. */
  private static void requirePerson(Actor actor) {
    if (!actor.session()) {
      throw new GatewayException(
          ErrorCode.PERMISSION_DENIED,
          "Another address for stored credentials needs a dashboard session; an API key is not"
              + " enough");
    }
  }

  private static boolean moved(AccountFields before, AccountFields after) {
    String old = before.open().text(AccountFields.BASE_URL);
    String now = after.open().text(AccountFields.BASE_URL);
    return now != null && !now.equals(old);
  }

  private static Connection changed(
      Connection now, AccountChange change, @Nullable String key, AccountFields fields) {
    ConnectionBuilder edit =
        now.edit()
            .name(change.name().orKeep(now.name()).strip())
            .globalPriority(change.globalPriority().or(now.globalPriority()))
            .defaultModel(blankToNull(change.defaultModel().or(now.defaultModel())))
            .active(change.active().orKeep(now.active()))
            .healthCheckMinutes(change.healthCheckMinutes().or(now.healthCheckMinutes()))
            .rateLimitProtection(change.rateLimitProtection().orKeep(now.rateLimitProtection()));
    if (key != null || change.settings().value() != null) {
      edit.credentials(credentials(now.credentials(), key, fields))
          .providerSpecificData(fields.open().toText());
    }
    if (key != null) {
      // What was known of the old key says nothing of the new one.
      edit.health(ConnectionHealth.UNKNOWN);
    }
    return edit.build();
  }

  private static Credentials credentials(
      Credentials old, @Nullable String key, AccountFields fields) {
    Secret secretData = fields.secret().isEmpty() ? null : Secret.of(fields.secret().toText());
    return new Credentials(
        key == null ? old.apiKey() : Secret.of(key),
        old.accessToken(),
        old.refreshToken(),
        old.idToken(),
        secretData,
        old.expiresAt(),
        old.scope());
  }

  private static String name(
      @Nullable String wanted,
      Catalogue.Item provider,
      List<Connection> siblings,
      List<ConfigProblem> problems) {
    List<String> taken = siblings.stream().map(Connection::name).toList();
    if (wanted != null && !wanted.isBlank()) {
      requireName(wanted, taken, problems);
      return wanted.strip();
    }
    String base = provider.descriptor().name();
    String name = base;
    for (int number = 2; taken.contains(name); number++) {
      name = base + " " + number;
    }
    return name;
  }

  private List<String> otherNames(Connection own) {
    return connections.ofProvider(own.provider()).stream()
        .filter(sibling -> !sibling.id().equals(own.id()))
        .map(Connection::name)
        .toList();
  }

  private static void requireName(
      @Nullable String name, List<String> taken, List<ConfigProblem> problems) {
    String fit = name == null ? "" : name.strip();
    if (fit.isEmpty() || fit.length() > LONGEST_NAME || fit.chars().anyMatch(c -> c < ' ')) {
      problems.add(new ConfigProblem("name", "must have 1 to 100 characters"));
    } else if (taken.contains(fit)) {
      problems.add(new ConfigProblem("name", "is taken by another account of this provider"));
    }
  }

  private void requireAddress(
      Catalogue.Item provider, AccountFields fields, List<ConfigProblem> problems) {
    boolean known =
        provider.builtIn()
            || !provider.descriptor().baseUrls().isEmpty()
            || fields.open().has(AccountFields.BASE_URL)
            || settings.current().baseUrls().containsKey(provider.descriptor().id());
    if (!known) {
      problems.add(new ConfigProblem(AccountFields.BASE_URL, "is required"));
    }
  }

  private static void requirePlace(Patch<Integer> priority, List<ConfigProblem> problems) {
    Integer place = priority.value();
    if (place != null && place < 1) {
      problems.add(new ConfigProblem("priority", "must be at least 1"));
    }
  }

  private static void requireNone(List<ConfigProblem> problems) {
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
  }

  private ProviderView view(Catalogue.Item item, int accounts) {
    return new ProviderView(
        item.descriptor(),
        item.origin(),
        item.builtIn(),
        item.custom(),
        settings.current().baseUrls().get(item.descriptor().id()),
        accounts);
  }

  private AccountView view(Connection connection) {
    return AccountViews.of(connection, catalogue.find(connection.provider()).orElse(null));
  }

  private Connection find(String id) {
    return connections.find(id).orElseThrow(StoredProviders::unknown);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static GatewayException unknown() {
    return new GatewayException(ErrorCode.NOT_FOUND, "Connection not found");
  }
}
