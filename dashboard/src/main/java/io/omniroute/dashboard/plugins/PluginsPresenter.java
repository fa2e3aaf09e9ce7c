package io.omniroute.dashboard.plugins;

import io.omniroute.dashboard.i18n.Messages;
import io.omniroute.dashboard.plugins.CandidateView.Fact;
import io.omniroute.dashboard.web.Status;
import io.omniroute.dashboard.web.Tone;
import io.omniroute.platform.management.PluginService.PluginPreview;
import io.omniroute.platform.management.PluginService.PluginView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says what plugins are and do, in a reader's language. */
final class PluginsPresenter {

  static final String PATH = "/dashboard/plugins";

  private static final Set<String> SERVING = Set.of("active", "draining");

  private final Messages messages;

  PluginsPresenter(Messages messages) {
    this.messages = messages;
  }

  /** The page of installed plugins. */
  PluginsView list(List<PluginView> plugins) {
    return new PluginsView(
        headline(plugins),
        plugins.stream().map(this::row).toList(),
        Integer.toHexString(plugins.hashCode()));
  }

  private Status headline(List<PluginView> plugins) {
    List<String> failed =
        plugins.stream()
            .filter(plugin -> plugin.state().equals("failed"))
            .map(PluginView::name)
            .toList();
    long running = plugins.stream().filter(plugin -> SERVING.contains(plugin.state())).count();
    String words = messages.count("plugins.running", running);
    if (!failed.isEmpty()) {
      String names = String.join(", ", failed);
      return new Status(Tone.WARN, words + " " + messages.text("plugins.broken", names));
    }
    return new Status(running == 0 ? Tone.IDLE : Tone.GOOD, words);
  }

  private PluginsView.Row row(PluginView plugin) {
    String self = PATH + "/" + plugin.id();
    Action action = Action.on(plugin.state());
    return new PluginsView.Row(
        plugin.id(),
        plugin.name(),
        plugin.version(),
        plugin.description(),
        kinds(plugin.kinds()),
        plugin.requires(),
        facts(plugin),
        state(plugin.state()),
        plugin.reason(),
        self + "/" + action.path(),
        messages.text(action.key()),
        action.icon(),
        self + "/remove");
  }

  private List<String> kinds(List<String> kinds) {
    return kinds.stream()
        .map(
            kind ->
                messages.has("plugins.kind." + kind) ? messages.text("plugins.kind." + kind) : kind)
        .toList();
  }

  private String facts(PluginView plugin) {
    List<String> facts = new ArrayList<>();
    if (!plugin.provides().isEmpty() && !plugin.provides().equals(List.of(plugin.id()))) {
      facts.add(messages.text("plugins.provides", String.join(", ", plugin.provides())));
    }
    if (!plugin.contacts().isEmpty()) {
      facts.add(messages.text("plugins.contacts", String.join(", ", plugin.contacts())));
    }
    return String.join(" · ", facts);
  }

  private Status state(String state) {
    Tone tone =
        switch (state) {
          case "active" -> Tone.GOOD;
          case "draining" -> Tone.WARN;
          case "disabled", "replaced" -> Tone.OFF;
          case "failed" -> Tone.BAD;
          default -> Tone.INFO;
        };
    String key = "plugins.state." + state;
    return new Status(tone, messages.has(key) ? messages.text(key) : state);
  }

  /** What an uploaded file is. */
  CandidateView candidate(PluginPreview preview) {
    PluginView plugin = preview.plugin();
    boolean good = preview.installable();
    String verdict =
        !good
            ? messages.text("install.verdict.refused")
            : preview.replaces() == null
                ? messages.text("install.verdict.new")
                : messages.text("install.verdict.replaces", preview.replaces());
    return new CandidateView(
        PATH + "/install/" + preview.token(),
        plugin.name() + " " + plugin.version(),
        plugin.description(),
        facts(preview),
        checks(preview),
        good,
        new Status(good ? Tone.GOOD : Tone.BAD, verdict));
  }

  private List<Status> checks(PluginPreview preview) {
    if (!preview.installable()) {
      return preview.problems().stream().map(problem -> new Status(Tone.BAD, problem)).toList();
    }
    PluginView plugin = preview.plugin();
    List<Status> checks = new ArrayList<>();
    checks.add(good("install.check.file"));
    checks.add(good("install.check.api", plugin.requires()));
    checks.add(
        preview.replaces() == null
            ? good("install.check.free", plugin.id())
            : good("install.check.replaces", plugin.id(), preview.replaces()));
    checks.add(
        plugin.declarative()
            ? good("install.check.no-code")
            : new Status(Tone.INFO, messages.text("install.check.code")));
    return checks;
  }

  private Status good(String key, Object... arguments) {
    return new Status(Tone.GOOD, messages.text(key, arguments));
  }

  private List<Fact> facts(PluginPreview preview) {
    PluginView plugin = preview.plugin();
    String none = messages.text("install.none");
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(messages.text("install.id"), plugin.id(), true));
    facts.add(fact("install.author", plugin.author(), messages.text("install.unknown-author")));
    facts.add(fact("install.kinds", String.join(", ", kinds(plugin.kinds())), none));
    facts.add(fact("install.provides", String.join(", ", plugin.provides()), none));
    facts.add(fact("install.contacts", String.join(", ", plugin.contacts()), none));
    facts.add(fact("install.file", plugin.fileName() + " · " + size(preview.sizeBytes()), none));
    facts.add(new Fact(messages.text("install.sha256"), plugin.sha256(), true));
    return facts;
  }

  private Fact fact(String key, String value, String otherwise) {
    return new Fact(messages.text(key), value.isEmpty() ? otherwise : value, false);
  }

  private String size(long bytes) {
    return bytes < 1_000_000
        ? messages.text("size.kilobytes", messages.number(Math.max(1, bytes / 1000)))
        : messages.text("size.megabytes", messages.decimal(bytes / 1e6));
  }

  /** What can be done to switch a plugin. */
  private record Action(String path, String key, String icon) {

    static Action on(String state) {
      return switch (state) {
        case "active", "draining" -> new Action("disable", "plugins.disable", "player-pause");
        case "failed" -> new Action("enable", "plugins.retry", "refresh");
        default -> new Action("enable", "plugins.enable", "player-play");
      };
    }
  }
}
