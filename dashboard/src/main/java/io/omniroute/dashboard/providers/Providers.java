package io.omniroute.dashboard.providers;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.provider.AuthScheme;
import io.omniroute.platform.management.AccountView;
import io.omniroute.platform.management.ProviderView;
import io.omniroute.platform.management.Services;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The catalogue joined with the accounts. Reads the services anew for every call. */
public final class Providers {

  private final Services services;

  /** Reads these. */
  public Providers(Services services) {
    this.services = services;
  }

  /** All providers. */
  public List<Known> all() {
    Map<String, List<AccountView>> accounts =
        services.providers().accounts().stream()
            .collect(Collectors.groupingBy(AccountView::provider));
    return services.providers().catalogue().stream()
        .map(view -> new Known(view, accounts.getOrDefault(view.id(), List.of())))
        .toList();
  }

  /**
   * One provider.
   *
   * @throws GatewayException {@code NOT_FOUND} with this sentence
   */
  public Known one(String id, String sentence) {
    return services
        .providers()
        .provider(id)
        .map(view -> new Known(view, services.providers().accounts(view.id())))
        .orElseThrow(() -> new GatewayException(ErrorCode.NOT_FOUND, sentence));
  }

  /** Where a provider runs. */
  public enum Origin {
    /** Somewhere in the net. */
    CLOUD,
    /** On this machine or in this house. */
    LOCAL,
    /** Inside the gateway, to learn and test with. */
    BUILT_IN,
    /** Added by a person. */
    CUSTOM;

    /** The name in addresses and message keys. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A provider and its accounts.
   *
   * @param view the provider
   * @param accounts its accounts by priority
   */
  public record Known(ProviderView view, List<AccountView> accounts) {

    /** Sorts the accounts. */
    public Known {
      accounts = accounts.stream().sorted(Comparator.comparingInt(AccountView::priority)).toList();
    }

    /** Its id. */
    public String id() {
      return view.id();
    }

    /** Its name. */
    public String name() {
      return view.name();
    }

    /** Its address. */
    public String baseUrl() {
      List<String> all = view.descriptor().baseUrls();
      return all.isEmpty() ? "" : all.getFirst();
    }

    /** Whether it can be asked as far as accounts go. */
    public boolean connected() {
      return view.builtIn() || !accounts.isEmpty();
    }

    /** Whether an account is a pasted key. */
    public boolean keyed() {
      return view.needsCredential() && view.descriptor().auth().type() == AuthScheme.Type.API_KEY;
    }

    /** Whether an account needs nothing to be filled in. */
    public boolean effortless() {
      return !view.needsCredential()
          && view.descriptor().accountFields().fields().stream()
              .noneMatch(field -> field.required() && field.defaultValue().isEmpty());
    }

    /** Whether an answer was seen. */
    public boolean evidence() {
      return accounts.stream().anyMatch(account -> account.status().testStatus().equals("active"));
    }

    /** Where it runs. */
    public Origin origin() {
      if (view.builtIn()) {
        return Origin.BUILT_IN;
      }
      if (view.custom()) {
        return Origin.CUSTOM;
      }
      return view.descriptor().localServer() == null ? Origin.CLOUD : Origin.LOCAL;
    }
  }
}
