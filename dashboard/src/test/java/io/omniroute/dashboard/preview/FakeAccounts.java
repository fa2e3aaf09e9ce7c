package io.omniroute.dashboard.preview;

import io.omniroute.api.json.JsonObject;
import io.omniroute.platform.management.AccountView;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes accounts. */
final class FakeAccounts {

  private final InstantSource clock;
  private int next = 1;

  FakeAccounts(InstantSource clock) {
    this.clock = clock;
  }

  Draft account(String provider, String providerName, String name, int priority) {
    return new Draft("a" + next++, provider, providerName, name, priority);
  }

  Draft like(AccountView old) {
    Draft draft =
        new Draft(old.id(), old.provider(), old.providerName(), old.name(), old.priority());
    return draft.key(old.maskedKey()).settings(old.settings()).active(old.active());
  }

  /** An account in the making. */
  final class Draft {

    private final String id;
    private final String provider;
    private final String providerName;
    private final int priority;
    private String name;
    private @Nullable String key;
    private JsonObject settings = JsonObject.EMPTY;
    private boolean active = true;

    Draft(String id, String provider, String providerName, String name, int priority) {
      this.id = id;
      this.provider = provider;
      this.providerName = providerName;
      this.name = name;
      this.priority = priority;
    }

    Draft name(String value) {
      name = value;
      return this;
    }

    Draft key(@Nullable String value) {
      key = value;
      return this;
    }

    Draft settings(JsonObject value) {
      settings = value;
      return this;
    }

    Draft active(boolean value) {
      active = value;
      return this;
    }

    AccountView untested() {
      return status(new AccountView.Status("unknown", null, null, null, 0, null, null));
    }

    AccountView tested(String outcome) {
      Instant at = clock.instant().minusSeconds(95);
      return status(new AccountView.Status(outcome, null, null, null, 0, null, at));
    }

    AccountView cooling() {
      Instant until = clock.instant().plusSeconds(1200);
      return status(new AccountView.Status("active", null, null, null, 1, until, null));
    }

    AccountView refused() {
      Instant at = clock.instant().minusSeconds(95);
      String words = "Incorrect API key provided: sk-…Qk41 <b>(401)</b>";
      return status(new AccountView.Status("error", "401", words, at, 0, null, at));
    }

    AccountView status(AccountView.Status status) {
      Instant now = clock.instant();
      return new AccountView(
          id,
          provider,
          providerName,
          true,
          "apikey",
          name,
          null,
          priority,
          null,
          active,
          null,
          null,
          true,
          null,
          settings,
          Set.of(),
          key,
          status,
          0,
          null,
          now,
          now);
    }
  }
}
