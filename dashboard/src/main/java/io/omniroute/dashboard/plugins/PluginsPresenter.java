package io.omniroute.dashboard.plugins;

import io.omniroute.dashboard.i18n.Messages;
import io.omniroute.dashboard.plugins.CandidateView.Fact;
import io.omniroute.dashboard.plugins.PluginsPort.Candidate;
import io.omniroute.dashboard.plugins.PluginsPort.Kind;
import io.omniroute.dashboard.plugins.PluginsPort.Plugin;
import io.omniroute.dashboard.plugins.PluginsPort.State;
import io.omniroute.dashboard.web.Status;
import io.omniroute.dashboard.web.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says what plugins are and do, in a reader's language. */
final class PluginsPresenter {

  static final String PATH = "/dashboard/plugins";

  private final Messages messages;

  PluginsPresenter(Messages messages) {
    this.messages = messages;
  }

  /** The page of installed plugins. */
  PluginsView list(List<Plugin> plugins) {
    return new PluginsView(
        headline(plugins),
        plugins.stream().map(this::row).toList(),
        Integer.toHexString(plugins.hashCode()));
  }

  private Status headline(List<Plugin> plugins) {
    List<String> broken =
        plugins.stream().filter(plugin -> isBroken(plugin.state())).map(Plugin::id).toList();
    long running =
        plugins.stream()
            .filter(plugin -> plugin.state() == State.RUNNING || plugin.state() == State.DRAINING)
            .count();
    String words = messages.count("plugins.running", running);
    if (!broken.isEmpty()) {
      String names = String.join(", ", broken);
      return new Status(Tone.WARN, words + " " + messages.text("plugins.broken", names));
    }
    return new Status(running == 0 ? Tone.IDLE : Tone.GOOD, words);
  }

  private PluginsView.Row row(Plugin plugin) {
    boolean off = plugin.state() == State.DISABLED;
    boolean broken = isBroken(plugin.state());
    String action = off || broken ? "enable" : "disable";
    String label = broken ? "retry" : action;
    String icon = broken ? "refresh" : off ? "player-play" : "player-pause";
    String refusal = removeRefusal(plugin);
    String self = PATH + "/" + plugin.id();
    return new PluginsView.Row(
        plugin.id(),
        plugin.version(),
        plugin.description(),
        kinds(plugin.kinds()),
        plugin.apiRange(),
        String.join(", ", plugin.provides()),
        contacts(plugin),
        state(plugin.state()),
        plugin.reason(),
        self + "/" + action,
        messages.text("plugins." + label),
        icon,
        refusal == null ? self + "/remove" : null,
        refusal);
  }

  private @Nullable String removeRefusal(Plugin plugin) {
    if (plugin.bundled()) {
      return messages.text("plugins.remove.bundled");
    }
    if (!plugin.dependents().isEmpty()) {
      return messages.text("plugins.remove.needed", String.join(", ", plugin.dependents()));
    }
    return null;
  }

  private List<String> kinds(List<Kind> kinds) {
    return kinds.stream()
        .map(kind -> messages.text("plugins.kind." + kind.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  private String contacts(Plugin plugin) {
    return plugin.contacts().isEmpty()
        ? messages.text("plugins.contacts.none")
        : String.join(", ", plugin.contacts());
  }

  private Status state(State state) {
    Tone tone =
        switch (state) {
          case RUNNING -> Tone.GOOD;
          case DRAINING -> Tone.WARN;
          case DISABLED -> Tone.OFF;
          case FAILED, REFUSED -> Tone.BAD;
        };
    return new Status(
        tone, messages.text("plugins.state." + state.name().toLowerCase(Locale.ROOT)));
  }

  private static boolean isBroken(State state) {
    return state == State.FAILED || state == State.REFUSED;
  }

  /** What an uploaded file is. */
  CandidateView candidate(Candidate candidate) {
    Plugin plugin = candidate.plugin();
    boolean good = candidate.installable();
    String verdict =
        good
            ? candidate.replaces() == null
                ? messages.text("install.verdict.new")
                : messages.text("install.verdict.replaces", candidate.replaces())
            : messages.text("install.verdict.refused");
    return new CandidateView(
        PATH + "/install/" + candidate.token(),
        plugin.id() + " " + plugin.version(),
        plugin.description(),
        facts(candidate),
        candidate.checks().stream()
            .map(check -> new Status(check.passed() ? Tone.GOOD : Tone.BAD, check.text()))
            .toList(),
        good,
        new Status(good ? Tone.GOOD : Tone.BAD, verdict));
  }

  private List<Fact> facts(Candidate candidate) {
    Plugin plugin = candidate.plugin();
    String none = messages.text("install.none");
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("install.kinds", String.join(", ", kinds(plugin.kinds())), none));
    facts.add(fact("install.provides", String.join(", ", plugin.provides()), none));
    facts.add(fact("install.contacts", String.join(", ", plugin.contacts()), none));
    facts.add(fact("install.secrets", String.join(", ", candidate.secrets()), none));
    facts.add(
        fact(
            "install.signature",
            candidate.signer() == null ? "" : candidate.signer(),
            messages.text("install.unsigned")));
    facts.add(fact("install.file", candidate.fileName() + " · " + size(candidate.size()), none));
    facts.add(new Fact(messages.text("install.sha256"), candidate.sha256(), true));
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
}
