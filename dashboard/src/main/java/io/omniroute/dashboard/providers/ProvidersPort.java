package io.omniroute.dashboard.providers;

import io.omniroute.dashboard.form.ConfigField;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Providers and their accounts. Thread-safe. Refusals are {@link
 * io.omniroute.api.GatewayException}s; one that is about a field names it as its parameter.
 */
public interface ProvidersPort {

  /** All providers of all running plugins, the most asked for first. */
  List<ProviderInfo> all();

  /** One provider. */
  Optional<ProviderInfo> find(String providerId);

  /** Stores a new account; returns its id. */
  String addAccount(String providerId, Draft draft);

  /** Changes an account; a secret that is left empty stays as it is. */
  void updateAccount(String providerId, String accountId, Draft draft);

  /** Switches an account on or off. */
  void setEnabled(String providerId, String accountId, boolean enabled);

  /** Deletes an account with its secret. */
  void deleteAccount(String providerId, String accountId);

  /** Asks the provider something small with this account; blocks up to the time-out. */
  Test test(String providerId, String accountId);

  /** Sends all requests of a provider to another address; {@code null} undoes it. */
  void overrideBaseUrl(String providerId, @Nullable String baseUrl);

  /** Looks for model servers on this machine; blocks up to a second. */
  List<LocalServer> findLocalServers();

  /** Where a provider runs. */
  enum Origin {
    /** Somewhere in the net. */
    CLOUD,
    /** On this machine or in this house. */
    LOCAL,
    /** Inside the gateway, to learn and test with. */
    BUILT_IN
  }

  /** What is known about an account. */
  enum AccountState {
    /** Never asked. */
    UNTESTED,
    /** Answered when last asked. */
    HEALTHY,
    /** Pauses by itself, until a time. */
    COOLING_DOWN,
    /** Refused or not reachable when last asked. */
    FAILING,
    /** Switched off by a person. */
    DISABLED
  }

  /**
   * A provider.
   *
   * @param id its id, the prefix of its models
   * @param name its name
   * @param description one sentence by the plugin's author; untrusted
   * @param origin where it runs
   * @param keyPage where a reader gets a key
   * @param fields what an account of it is made of
   * @param models how many models it offers
   * @param baseUrl where requests go by default
   * @param baseUrlOverride where they go instead
   * @param pluginId the plugin it comes from
   * @param accounts its accounts by priority
   */
  record ProviderInfo(
      String id,
      String name,
      String description,
      Origin origin,
      @Nullable String keyPage,
      List<ConfigField> fields,
      int models,
      String baseUrl,
      @Nullable String baseUrlOverride,
      String pluginId,
      List<Account> accounts) {

    /** Copies the lists. */
    public ProviderInfo {
      fields = List.copyOf(fields);
      accounts = List.copyOf(accounts);
    }

    /** Whether it has an account. */
    public boolean connected() {
      return !accounts.isEmpty();
    }

    /** Whether an account needs nothing to be filled in. */
    public boolean keyless() {
      return fields.stream().noneMatch(ConfigField::required);
    }

    /** One of its accounts. */
    public Optional<Account> account(String accountId) {
      return accounts.stream().filter(account -> account.id().equals(accountId)).findFirst();
    }
  }

  /**
   * An account.
   *
   * @param id its id
   * @param name its name
   * @param maskedSecret the few characters of its key that may be shown
   * @param priority its place among the provider's accounts; 1 is asked first
   * @param state what is known about it
   * @param until when it comes back by itself
   * @param lastTest what came of the last test
   * @param lastError what the provider last refused with; untrusted
   * @param values its settings without secrets
   * @param baseUrl where its requests go instead
   */
  record Account(
      String id,
      String name,
      @Nullable String maskedSecret,
      int priority,
      AccountState state,
      @Nullable Instant until,
      @Nullable Test lastTest,
      @Nullable String lastError,
      Map<String, String> values,
      @Nullable String baseUrl) {

    /** Copies the settings. */
    public Account {
      values = Map.copyOf(values);
    }
  }

  /**
   * What came of a test.
   *
   * @param at when
   * @param success whether the provider answered
   * @param millis how long it took
   * @param diagnosis what was found, in one sentence
   */
  record Test(Instant at, boolean success, long millis, String diagnosis) {}

  /**
   * An account as it was filled in.
   *
   * @param name its name
   * @param priority its place
   * @param values its fields, secrets included
   * @param baseUrl where its requests go instead
   */
  record Draft(String name, int priority, Map<String, String> values, @Nullable String baseUrl) {

    /** Copies the fields. */
    public Draft {
      values = Map.copyOf(values);
    }

    /** Says nothing of its secrets. */
    @Override
    public String toString() {
      return "Draft[name=" + name + ", priority=" + priority + "]";
    }
  }

  /**
   * A model server on this machine.
   *
   * @param providerId the provider it speaks as
   * @param name what it is
   * @param url where it listens
   * @param models how many models it has
   */
  record LocalServer(String providerId, String name, String url, int models) {}
}
