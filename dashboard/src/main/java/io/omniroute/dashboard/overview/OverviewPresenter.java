package io.omniroute.dashboard.overview;

import io.omniroute.dashboard.connect.ConnectPresenter;
import io.omniroute.dashboard.connect.Gateway;
import io.omniroute.dashboard.i18n.Messages;
import io.omniroute.dashboard.i18n.Times;
import io.omniroute.dashboard.overview.ActivityPort.Outcome;
import io.omniroute.dashboard.overview.ActivityPort.Request;
import io.omniroute.dashboard.overview.ActivityPort.Today;
import io.omniroute.dashboard.overview.OverviewView.Count;
import io.omniroute.dashboard.overview.OverviewView.Link;
import io.omniroute.dashboard.overview.OverviewView.RequestRow;
import io.omniroute.dashboard.providers.Providers.Known;
import io.omniroute.dashboard.providers.ProvidersPresenter;
import io.omniroute.dashboard.providers.ProvidersView;
import io.omniroute.dashboard.web.Status;
import io.omniroute.dashboard.web.Tone;
import io.omniroute.platform.management.PluginService.PluginView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says whether the gateway works, and says so only with evidence. */
final class OverviewPresenter {

  private static final String DASH = "–";

  private final Messages messages;
  private final Times times;

  OverviewPresenter(Messages messages, Times times) {
    this.messages = messages;
    this.times = times;
  }

  /**
   * All the page tells of.
   *
   * @param gateway where it listens
   * @param providers all providers
   * @param plugins all plugins
   * @param today the counts of the day
   * @param latest the latest requests
   */
  record Facts(
      Gateway gateway,
      List<Known> providers,
      List<PluginView> plugins,
      Optional<Today> today,
      Optional<List<Request>> latest) {}

  OverviewView present(Facts facts) {
    List<ProvidersView.Card> connected =
        new ProvidersPresenter(messages, times).connected(facts.providers());
    return new OverviewView(
        headline(connected, facts.latest()),
        hint(connected, facts.latest()),
        attention(connected, facts.plugins()),
        facts.today().map(this::today).orElse(List.of()),
        connected,
        facts.latest().map(latest -> latest.stream().map(this::row).toList()).orElse(null),
        ConnectPresenter.present(messages, facts.gateway(), null));
  }

  private Status headline(List<ProvidersView.Card> connected, Optional<List<Request>> known) {
    if (connected.isEmpty()) {
      return new Status(Tone.IDLE, messages.text("overview.no-provider"));
    }
    String providers = messages.count("providers.connected", connected.size());
    if (known.isEmpty()) {
      boolean proven = connected.stream().anyMatch(card -> card.status().tone() == Tone.GOOD);
      return new Status(proven ? Tone.GOOD : Tone.IDLE, providers);
    }
    List<Request> latest = known.get();
    if (latest.isEmpty()) {
      return new Status(Tone.IDLE, providers + " " + messages.text("overview.no-request"));
    }
    Request last = latest.getFirst();
    String ago = times.ago(last.at()).words();
    if (last.outcome() == Outcome.FAILED) {
      return new Status(
          Tone.BAD, messages.text("overview.last-failed", last.model(), last.status(), ago));
    }
    String servedBy = last.servedBy() == null ? last.model() : last.servedBy();
    return new Status(
        Tone.GOOD, messages.text("overview.works", servedBy, times.duration(last.millis()), ago));
  }

  private @Nullable Link hint(List<ProvidersView.Card> connected, Optional<List<Request>> latest) {
    if (connected.isEmpty()) {
      return new Link("/dashboard/providers", messages.text("overview.connect-provider"));
    }
    return latest.filter(List::isEmpty).isPresent()
        ? new Link("/dashboard/setup/test", messages.text("overview.ask-first"))
        : null;
  }

  private List<Link> attention(List<ProvidersView.Card> connected, List<PluginView> plugins) {
    List<Link> links = new ArrayList<>();
    for (ProvidersView.Card card : connected) {
      if (card.status().tone() == Tone.BAD || card.status().tone() == Tone.WARN) {
        String why = card.problem() == null ? card.status().word() : card.problem();
        links.add(new Link(card.path(), card.name() + ": " + why));
      }
    }
    for (PluginView plugin : plugins) {
      if (plugin.state().equals("failed")) {
        String why = plugin.reason() == null ? "" : plugin.reason();
        links.add(
            new Link(
                "/dashboard/plugins", messages.text("overview.plugin-broken", plugin.name(), why)));
      }
    }
    return links;
  }

  private List<Count> today(Today today) {
    boolean any = today.requests() > 0;
    return List.of(
        count("overview.requests", today.requests(), any),
        count("overview.failed", today.failed(), any),
        count("overview.tokens", today.tokens(), any));
  }

  private Count count(String key, long value, boolean any) {
    return new Count(messages.text(key), any ? messages.number(value) : DASH);
  }

  private RequestRow row(Request request) {
    Status status =
        switch (request.outcome()) {
          case ANSWERED -> new Status(Tone.GOOD, messages.text("request.answered"));
          case FALLBACK -> new Status(Tone.WARN, messages.text("request.fallback"));
          case FAILED -> new Status(Tone.BAD, messages.text("request.failed", request.status()));
        };
    return new RequestRow(
        times.ago(request.at()),
        request.model(),
        request.model().equals(request.servedBy()) ? null : request.servedBy(),
        status,
        times.duration(request.millis()),
        tokens(request.inputTokens()) + " / " + tokens(request.outputTokens()));
  }

  private String tokens(@Nullable Long tokens) {
    return tokens == null ? DASH : messages.number(tokens);
  }
}
