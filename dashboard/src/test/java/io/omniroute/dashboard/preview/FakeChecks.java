package io.omniroute.dashboard.preview;

import io.omniroute.platform.management.AccountDraft;
import io.omniroute.platform.management.AccountView;
import io.omniroute.platform.management.Actor;
import io.omniroute.platform.management.CheckResult;
import io.omniroute.platform.management.CheckResult.Diagnosis;
import io.omniroute.platform.management.CheckResult.Verdict;
import io.omniroute.platform.management.CheckService;
import io.omniroute.platform.management.NodeDraft;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tests that ask nobody. */
final class FakeChecks implements CheckService {

  private final FakeProviders providers;
  private final FakeAccounts make;
  private final InstantSource clock;

  FakeChecks(FakeProviders providers, FakeAccounts make, InstantSource clock) {
    this.providers = providers;
    this.make = make;
    this.clock = clock;
  }

  @Override
  public CheckResult test(String accountId, Actor actor) {
    AccountView account = providers.account(accountId);
    CheckResult result = result(Objects.requireNonNullElse(account.maskedKey(), ""));
    providers.replace(
        accountId,
        old -> result.valid() ? make.like(old).tested("active") : make.like(old).refused());
    return result;
  }

  @Override
  public CheckResult validate(AccountDraft draft) {
    return result(Objects.requireNonNullElse(draft.apiKey(), ""));
  }

  private CheckResult result(String key) {
    boolean good = !key.endsWith("bad") && !key.endsWith("Qk41");
    return good
        ? new CheckResult(
            Verdict.VALID, 231, null, new Diagnosis("ok", "upstream", null, null), 200, now())
        : new CheckResult(
            Verdict.INVALID,
            158,
            "Incorrect API key provided <b>(401)</b>",
            new Diagnosis("upstream_auth_error", "upstream", null, "401"),
            401,
            now());
  }

  private java.time.Instant now() {
    return clock.instant();
  }

  @Override
  public CheckResult validateNode(
      NodeDraft draft, @Nullable String apiKey, @Nullable String model) {
    throw new UnsupportedOperationException();
  }

  @Override
  public BatchResult testBatch(BatchMode mode, @Nullable String provider, Actor actor) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ModelList models(String accountId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<DiscoveredServer> discover() {
    return List.of(new DiscoveredServer("ollama", "Ollama", "http://localhost:11434", false));
  }
}
