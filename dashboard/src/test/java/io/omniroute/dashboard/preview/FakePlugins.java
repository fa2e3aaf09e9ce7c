package io.omniroute.dashboard.preview;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.dashboard.plugins.PluginsPort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Plugins in memory. */
public final class FakePlugins implements PluginsPort {

  public final List<Plugin> installed = new ArrayList<>();
  private @Nullable Candidate staged;

  /** What comes with the gateway. */
  void bundled() {
    add("demo", Kind.PROVIDER, List.of("demo"), List.of(), "Answers offline and always the same.");
    add("openai-chat", Kind.TRANSLATOR, List.of("openai-chat"), List.of(), "The chat format.");
    add("fill-first", Kind.ROUTING, List.of("fill-first"), List.of(), "Asks accounts in order.");
    add("contains", Kind.SCORER, List.of("contains"), List.of(), "Looks for a text in answers.");
    add("groq", Kind.PROVIDER, List.of("groq"), List.of("api.groq.com"), "Fast open models.");
  }

  private void add(
      String id, Kind kind, List<String> provides, List<String> contacts, String words) {
    installed.add(plugin(id, kind, provides, contacts, words, State.RUNNING, null, true));
  }

  private static Plugin plugin(
      String id,
      Kind kind,
      List<String> provides,
      List<String> contacts,
      String words,
      State state,
      @Nullable String reason,
      boolean bundled) {
    return new Plugin(
        id, "1.0.0", words, "^1.0.0", List.of(kind), provides, contacts, state, reason, null,
        !bundled);
  }

  /** One of every state, and one that tries to be clever. */
  void more() {
    installed.add(
        plugin(
            "acme-models",
            Kind.PROVIDER,
            List.of("acme"),
            List.of("models.acme.example"),
            "<script>alert(1)</script> Models of our own machines & more.",
            State.DISABLED,
            null,
            false));
    installed.add(
        plugin(
            "my-router",
            Kind.ROUTING,
            List.of(),
            List.of(),
            "Routes by the phase of the moon.",
            State.REFUSED,
            "my-router 0.1.0 needs plugin-api ^2.0.0, this gateway has 1.0.0",
            false));
    installed.add(
        plugin(
            "broken-scorer",
            Kind.SCORER,
            List.of("levenshtein"),
            List.of(),
            "Compares answers letter by letter.",
            State.FAILED,
            "ExceptionInInitializerError: NumberFormatException: For input string: \"x\"",
            false));
    installed.sort(Comparator.comparing(Plugin::id));
  }

  @Override
  public List<Plugin> all() {
    return List.copyOf(installed);
  }

  @Override
  public Optional<Plugin> find(String id) {
    return installed.stream().filter(plugin -> plugin.id().equals(id)).findFirst();
  }

  @Override
  public void enable(String id) {
    Plugin plugin = find(id).orElseThrow();
    if (plugin.state() == State.REFUSED) {
      throw new GatewayException(ErrorCode.CONFLICT, String.valueOf(plugin.reason()));
    }
    replace(id, old -> with(old, State.RUNNING));
  }

  @Override
  public void disable(String id) {
    replace(id, old -> with(old, State.DISABLED));
  }

  @Override
  public void remove(String id) {
    installed.removeIf(plugin -> plugin.id().equals(id));
  }

  private void replace(String id, UnaryOperator<Plugin> change) {
    installed.replaceAll(plugin -> plugin.id().equals(id) ? change.apply(plugin) : plugin);
  }

  private static Plugin with(Plugin old, State state) {
    return new Plugin(
        old.id(),
        old.version(),
        old.description(),
        old.apiRange(),
        old.kinds(),
        old.provides(),
        old.contacts(),
        state,
        null,
        old.keepReason(),
        old.removable());
  }

  @Override
  public Candidate stage(String fileName, byte[] content) {
    if (content.length < 4 || content[0] != 'P') {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, fileName + " is no plugin: it is not a jar (zip END missing)");
    }
    boolean fits = !fileName.contains("old");
    Candidate candidate =
        new Candidate(
            "tok42",
            plugin(
                "acme-scorers",
                Kind.SCORER,
                List.of("bleu", "rouge"),
                List.of("scores.acme.example"),
                "Scores answers as the papers do.",
                State.DISABLED,
                null,
                false),
            fileName,
            48_312,
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            List.of("apiKey"),
            null,
            fits ? List.of() : List.of("needs plugin-api ^2.0.0, this gateway has 1.0.0"));
    staged = candidate;
    return candidate;
  }

  @Override
  public Optional<Candidate> staged(String token) {
    return Optional.ofNullable(staged).filter(candidate -> candidate.token().equals(token));
  }

  @Override
  public String install(String token) {
    Candidate candidate = staged(token).orElseThrow();
    installed.add(with(candidate.plugin(), State.RUNNING));
    staged = null;
    return candidate.plugin().id();
  }

  @Override
  public void discard(String token) {
    staged = null;
  }
}
