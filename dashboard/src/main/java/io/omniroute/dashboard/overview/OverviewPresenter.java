package io.omniroute.dashboard.overview;

import io.omniroute.dashboard.connect.ConnectPresenter;
import io.omniroute.dashboard.connect.Gateway;
import io.omniroute.dashboard.i18n.Messages;
import io.omniroute.dashboard.i18n.Times;
import io.omniroute.dashboard.overview.OverviewView.Count;
import io.omniroute.dashboard.overview.OverviewView.Link;
import io.omniroute.dashboard.overview.OverviewView.RequestRow;
import io.omniroute.dashboard.providers.Providers.Known;
import io.omniroute.dashboard.providers.ProvidersPresenter;
import io.omniroute.dashboard.providers.ProvidersView;
import io.omniroute.dashboard.web.Status;
import io.omniroute.dashboard.web.Tone;
import io.omniroute.platform.management.ActivityService.Activity;
import io.omniroute.platform.management.ActivityService.Counts;
import io.omniroute.platform.management.PluginService.PluginView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says whether the gateway works, and says so only with evidence. */
final class OverviewPresenter {

  private static final String DASH = "–";
  private static final int FAILED = 400;
  private static final int CLIENT_GONE = 499;

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
      Counts today,
      List<Activity> latest) {}

  OverviewView present(Facts facts) {
    List<ProvidersView.Card> connected =
        new ProvidersPresenter(messages, times).connected(facts.providers());
    return new OverviewView(
        headline(connected, facts.latest()),
        hint(connected, facts.latest()),
        attention(connected, facts.plugins()),
        today(facts.today()),
        connected,
        facts.latest().stream().map(this::row).toList(),
        ConnectPresenter.present(messages, facts.gateway(), null));
  }

  private Status headline(List<ProvidersView.Card> connected, List<Activity> latest) {
    if (connected.isEmpty()) {
      return new Status(Tone.IDLE, messages.text("overview.no-provider"));
    }
    String providers = messages.count("providers.connected", connected.size());
    if (latest.isEmpty()) {
      return new Status(Tone.IDLE, providers + " " + messages.text("overview.no-request"));
    }
    Activity last = latest.getFirst();
    String ago = times.ago(last.at()).words();
    if (last.status() >= FAILED) {
      return new Status(
          Tone.BAD, messages.text("overview.last-failed", model(last), last.status(), ago));
    }
    String servedBy = last.servedBy() == null ? model(last) : last.servedBy();
    return new Status(
        Tone.GOOD, messages.text("overview.works", servedBy, times.duration(last.millis()), ago));
  }

  private @Nullable Link hint(List<ProvidersView.Card> connected, List<Activity> latest) {
    if (connected.isEmpty()) {
      return new Link("/dashboard/providers", messages.text("overview.connect-provider"));
    }
    return latest.isEmpty()
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

  private List<Count> today(Counts today) {
    boolean any = today.requests() > 0;
    double share = any ? 1 - (double) today.failed() / today.requests() : 0;
    return List.of(
        new Count(
            messages.text("overview.requests"), any ? messages.number(today.requests()) : DASH),
        new Count(messages.text("overview.failed"), any ? messages.number(today.failed()) : DASH),
        new Count(messages.text("overview.answered"), any ? messages.percent(share) : DASH));
  }

  private RequestRow row(Activity request) {
    return new RequestRow(
        times.ago(request.at()),
        model(request),
        Objects.equals(request.model(), request.servedBy()) ? null : request.servedBy(),
        status(request),
        request.error(),
        times.duration(request.millis()),
        tokens(request.inputTokens()) + " / " + tokens(request.outputTokens()));
  }

  private Status status(Activity request) {
    if (request.status() == CLIENT_GONE) {
      return new Status(Tone.IDLE, messages.text("request.gone"));
    }
    if (request.status() >= FAILED) {
      return new Status(Tone.BAD, messages.text("request.failed", request.status()));
    }
    return request.attempts() > 1
        ? new Status(Tone.WARN, messages.text("request.fallback"))
        : new Status(Tone.GOOD, messages.text("request.answered"));
  }

  private static String model(Activity request) {
    return request.model() == null ? DASH : request.model();
  }

  private String tokens(@Nullable Long tokens) {
    return tokens == null ? DASH : messages.number(tokens);
  }
}
