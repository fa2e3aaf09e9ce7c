package io.omniroute.platform.management;

import io.omniroute.api.provider.ModelInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks providers: is this credential good, which models are there, what runs on this machine.
 * Thread-safe; blocks for the network, within time limits.
 */
public interface CheckService {

  /** Tests an account and remembers what was found. */
  CheckResult test(String accountId, Actor actor);

  /** Tests a credential without storing anything. */
  CheckResult validate(AccountDraft draft);

  /**
   * Tests an address that is to become a node.
   *
   * @param model the model to ask for where models cannot be listed, or null
   */
  CheckResult validateNode(NodeDraft draft, @Nullable String apiKey, @Nullable String model);

  /** Tests several accounts side by side. */
  BatchResult testBatch(BatchMode mode, @Nullable String provider, Actor actor);

  /** The models of an account: what the provider lists, else what is known of it. */
  ModelList models(String accountId);

  /** Servers that answer on this machine, for providers that say where theirs would. */
  List<DiscoveredServer> discover();

  /** Which accounts a batch tests. */
  enum BatchMode {
    /** Those of one provider. */
    PROVIDER,
    /** Those with a log-in. */
    OAUTH,
    /** Those of free providers. */
    FREE,
    /** Those with a key. */
    APIKEY,
    /** Those of nodes. */
    COMPATIBLE,
    /** All. */
    ALL
  }

  /**
   * What a batch found.
   *
   * @param results one for each account, in the accounts' order
   */
  record BatchResult(List<AccountResult> results) {

    /** Copies the list. */
    public BatchResult {
      results = List.copyOf(results);
    }

    /** How many credentials are good. */
    public long passed() {
      return results.stream().filter(result -> result.result().valid()).count();
    }
  }

  /**
   * The result of one account.
   *
   * @param account the account as it is after the test
   * @param result what was found
   */
  record AccountResult(AccountView account, CheckResult result) {}

  /**
   * Models of an account.
   *
   * @param provider id of the provider
   * @param accountId the account
   * @param models the models
   * @param live whether the provider listed them just now, or they are only known from before
   * @param warning why they are not live, for a person; null where they are
   */
  record ModelList(
      String provider,
      String accountId,
      List<ModelInfo> models,
      boolean live,
      @Nullable String warning) {

    /** Copies the list. */
    public ModelList {
      models = List.copyOf(models);
    }
  }

  /**
   * A server on this machine.
   *
   * @param provider id of the provider it belongs to
   * @param name the provider's name
   * @param baseUrl where it listens
   * @param connected whether an account for it exists
   */
  record DiscoveredServer(String provider, String name, String baseUrl, boolean connected) {}
}
