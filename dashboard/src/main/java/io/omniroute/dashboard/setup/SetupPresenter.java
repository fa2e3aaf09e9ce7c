package io.omniroute.dashboard.setup;

import io.omniroute.dashboard.i18n.Messages;
import io.omniroute.dashboard.i18n.Times;
import io.omniroute.dashboard.providers.Providers.Known;
import io.omniroute.dashboard.providers.Providers.Origin;
import io.omniroute.dashboard.providers.ProvidersPresenter;
import io.omniroute.dashboard.setup.SetupView.AnswerView;
import io.omniroute.dashboard.setup.SetupView.LocalTile;
import io.omniroute.dashboard.setup.SetupView.ProviderChoice;
import io.omniroute.dashboard.setup.SetupView.StepView;
import io.omniroute.dashboard.setup.SetupView.Tile;
import io.omniroute.platform.management.CheckService.DiscoveredServer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of the first run. */
final class SetupPresenter {

  private static final int TILES = 6;

  private final Messages messages;
  private final Times times;

  SetupPresenter(Messages messages, Times times) {
    this.messages = messages;
    this.times = times;
  }

  /** What a step shows around itself. */
  SetupView frame(Step shown, SetupProgress progress) {
    List<StepView> steps = new ArrayList<>();
    for (Step step : Step.values()) {
      boolean done = progress.done(step);
      boolean reachable = step != Step.PASSWORD && progress.done(Step.PASSWORD) && step != shown;
      steps.add(
          new StepView(
              messages.number(step.number()),
              messages.text("setup." + step.id()),
              done,
              step == shown ? "step" : null,
              reachable ? step.path() : null));
    }
    return new SetupView(
        messages.text("setup." + shown.id() + ".title"),
        messages.text("setup." + shown.id() + ".lede"),
        steps,
        onward(shown),
        messages.text(progress.done(shown) ? "continue" : "setup.skip"));
  }

  private static @Nullable String onward(Step step) {
    return switch (step) {
      case PASSWORD, CONNECT -> null;
      case PROVIDER -> Step.TEST.path();
      case TEST -> Step.CONNECT.path();
    };
  }

  /** The providers to choose from. */
  ProviderChoice choice(List<Known> providers) {
    List<Tile> cloud =
        providers.stream()
            .filter(provider -> provider.origin() == Origin.CLOUD)
            .filter(provider -> provider.keyed() || provider.effortless())
            .map(this::tile)
            .toList();
    Tile demo =
        providers.stream()
            .filter(provider -> provider.origin() == Origin.BUILT_IN)
            .map(this::tile)
            .findFirst()
            .orElse(null);
    int cut = Math.min(TILES, cloud.size());
    return new ProviderChoice(demo, cloud.subList(0, cut), cloud.subList(cut, cloud.size()));
  }

  private Tile tile(Known provider) {
    String note =
        provider.connected()
            ? "setup.tile.connected"
            : provider.effortless() ? "setup.tile.keyless" : "setup.tile.key";
    return new Tile(
        path(provider.id()),
        provider.name(),
        ProvidersPresenter.monogram(provider.name()),
        messages.text(note),
        provider.effortless() || provider.connected());
  }

  /** The model servers that were found. */
  List<LocalTile> local(List<DiscoveredServer> servers) {
    return servers.stream()
        .map(server -> new LocalTile(path(server.provider()), server.name(), server.baseUrl()))
        .toList();
  }

  private static String path(String providerId) {
    return Step.PROVIDER.path() + "/" + providerId;
  }

  /** What came of the question to a model. */
  AnswerView answer(String model, Trials.Trial trial) {
    int slash = model.indexOf('/');
    return new AnswerView(
        trial.success(),
        trial.text(),
        model,
        times.duration(trial.firstMillis()),
        times.duration(trial.totalMillis()),
        slash < 0 ? "/dashboard/providers" : "/dashboard/providers/" + model.substring(0, slash));
  }

  /** That there is nothing to ask. */
  AnswerView nothingToAsk() {
    return new AnswerView(
        false, messages.text("setup.test.no-model"), "", "", "", "/dashboard/setup/provider");
  }
}
