package io.omniroute.dashboard.providers;

import io.omniroute.dashboard.i18n.Messages;
import io.omniroute.dashboard.i18n.Times;
import io.omniroute.dashboard.providers.Providers.Known;
import io.omniroute.dashboard.providers.Providers.Origin;
import io.omniroute.dashboard.providers.ProvidersView.Card;
import io.omniroute.dashboard.providers.ProvidersView.Catalogue;
import io.omniroute.dashboard.providers.ProvidersView.Entry;
import io.omniroute.dashboard.providers.ProvidersView.Filter;
import io.omniroute.dashboard.web.Status;
import io.omniroute.dashboard.web.Tone;
import io.omniroute.platform.management.AccountView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The connected providers and the catalogue. */
public final class ProvidersPresenter {

  static final String PATH = "/dashboard/providers";

  private final Messages messages;
  private final ProviderStatus status;

  /** Speaks this language. */
  public ProvidersPresenter(Messages messages, Times times) {
    this.messages = messages;
    this.status = new ProviderStatus(messages, times);
  }

  /** The page. */
  public ProvidersView page(List<Known> providers, String query, String origin) {
    return new ProvidersView(
        headline(providers), connected(providers), catalogue(providers, query, origin));
  }

  /** The connected providers. */
  public List<Card> connected(List<Known> providers) {
    return providers.stream().filter(Known::connected).map(this::card).toList();
  }

  private Status headline(List<Known> providers) {
    List<Known> connected = providers.stream().filter(Known::connected).toList();
    if (connected.isEmpty()) {
      return new Status(Tone.IDLE, messages.text("providers.none"));
    }
    String words = messages.count("providers.connected", connected.size());
    List<String> troubled =
        connected.stream()
            .filter(provider -> isTrouble(status.of(provider).tone()))
            .map(Known::name)
            .toList();
    if (!troubled.isEmpty()) {
      String names = String.join(", ", troubled);
      return new Status(Tone.WARN, words + " " + messages.text("providers.troubled", names));
    }
    boolean proven =
        connected.stream().anyMatch(provider -> status.of(provider).tone() == Tone.GOOD);
    return new Status(proven ? Tone.GOOD : Tone.IDLE, words);
  }

  private static boolean isTrouble(Tone tone) {
    return tone == Tone.BAD || tone == Tone.WARN;
  }

  private Card card(Known provider) {
    return new Card(
        PATH + "/" + provider.id(),
        provider.name(),
        provider.id(),
        monogram(provider.name()),
        status.of(provider),
        facts(provider),
        problem(provider));
  }

  private String facts(Known provider) {
    String models = models(provider);
    return provider.accounts().isEmpty()
        ? models
        : messages.count("provider.accounts", provider.accounts().size()) + " · " + models;
  }

  private static @Nullable String problem(Known provider) {
    return provider.accounts().stream()
        .filter(AccountView::active)
        .map(account -> account.status().lastError())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** The catalogue as it is filtered. */
  public Catalogue catalogue(List<Known> providers, String query, String origin) {
    List<Known> found = providers.stream().filter(provider -> matches(provider, query)).toList();
    List<Filter> filters = new ArrayList<>();
    filters.add(filter("", found.size(), query, origin));
    for (Origin one : Origin.values()) {
      long count = found.stream().filter(provider -> provider.origin() == one).count();
      if (count > 0 || origin.equals(one.id())) {
        filters.add(filter(one.id(), count, query, origin));
      }
    }
    List<Entry> entries =
        found.stream()
            .filter(provider -> origin.isEmpty() || provider.origin().id().equals(origin))
            .map(this::entry)
            .toList();
    return new Catalogue(
        query, origin, filters, messages.count("providers.found", entries.size()), entries);
  }

  private Filter filter(String origin, long count, String query, String chosen) {
    List<String> parameters =
        Stream.of(parameter("q", query), parameter("origin", origin))
            .filter(parameter -> !parameter.isEmpty())
            .toList();
    String href = parameters.isEmpty() ? PATH : PATH + "?" + String.join("&", parameters);
    return new Filter(
        href,
        messages.text("origin." + (origin.isEmpty() ? "all" : origin)),
        messages.number(count),
        origin.equals(chosen) ? "true" : null);
  }

  private static String parameter(String name, String value) {
    return value.isEmpty() ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private Entry entry(Known provider) {
    return new Entry(
        PATH + "/" + provider.id(),
        provider.name(),
        provider.id(),
        monogram(provider.name()),
        provider.view().descriptor().description(),
        messages.text("origin." + provider.origin().id()),
        models(provider),
        provider.connected());
  }

  private String models(Known provider) {
    return provider.view().descriptor().models().isEmpty()
        ? messages.text("provider.models.unknown")
        : messages.count("provider.models", provider.view().descriptor().models().size());
  }

  private static boolean matches(Known provider, String query) {
    String wanted = query.strip().toLowerCase(Locale.ROOT);
    return Stream.of(provider.name(), provider.id(), provider.view().descriptor().description())
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
  }

  /** Two letters in the place of a logo. */
  public static String monogram(String name) {
    String letters = name.replaceAll("[^\\p{L}\\p{N}]", "");
    return letters.substring(0, Math.min(2, letters.length()));
  }
}
