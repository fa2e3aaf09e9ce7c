package io.omniroute.dashboard.preview;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.platform.management.Actor;
import io.omniroute.platform.management.InvalidInput;
import io.omniroute.platform.management.PluginService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Plugins in memory. */
final class FakePlugins implements PluginService {

  private static final String SHA256 =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  final List<PluginView> installed = new ArrayList<>();
  private final Map<String, PluginPreview> previews = new HashMap<>();

  /** What comes with the gateway. */
  void bundled() {
    add("demo", "Demo", "provider", List.of("demo"), List.of());
    add("openai-chat", "Chat completions", "translator", List.of("openai-chat"), List.of());
    add("fill-first", "Fill first", "routing", List.of("fill-first"), List.of());
    add("contains", "Contains", "scorer", List.of("contains"), List.of());
    add("groq", "Groq", "provider", List.of("groq"), List.of("api.groq.com"));
    add("deepseek", "DeepSeek", "provider", List.of("deepseek"), List.of("api.deepseek.com"));
  }

  private void add(
      String id, String name, String kind, List<String> provides, List<String> contacts) {
    installed.add(
        new PluginView(
            id,
            name,
            "1.0.0",
            List.of(kind),
            provides,
            "^1.0.0",
            "active",
            null,
            id + ".jar",
            SHA256,
            false,
            contacts,
            "Part of the gateway.",
            "OmniRoute",
            List.of()));
  }

  /** One of every state, and one whose author tries to be clever. */
  void more() {
    installed.add(
        new PluginView(
            "acme-models",
            "Acme <script>alert(1)</script> & more",
            "0.3.1",
            List.of("provider"),
            List.of("acme"),
            "^1.0.0",
            "disabled",
            null,
            "acme.provider.yaml",
            SHA256,
            true,
            List.of("models.acme.example"),
            "<b onclick=alert(2)>Models</b> of our own machines.",
            "Acme",
            List.of("The models acme/… are gone.")));
    installed.add(
        failed(
            "my-router",
            "routing",
            "^2.0.0",
            "my-router 0.1.0 needs plugin-api ^2.0.0, this gateway has 1.0.0"));
    installed.add(
        failed(
            "broken-scorer",
            "scorer",
            "^1.0.0",
            "ExceptionInInitializerError: NumberFormatException: For input string: \"x\""));
    installed.sort(Comparator.comparing(PluginView::id));
  }

  private static PluginView failed(String id, String kind, String requires, String reason) {
    return new PluginView(
        id,
        id,
        "0.1.0",
        List.of(kind),
        List.of(),
        requires,
        "failed",
        reason,
        id + ".jar",
        SHA256,
        false,
        List.of(),
        "",
        "",
        List.of());
  }

  @Override
  public List<PluginView> plugins() {
    return List.copyOf(installed);
  }

  @Override
  public PluginView plugin(String id) {
    return installed.stream()
        .filter(plugin -> plugin.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new GatewayException(ErrorCode.NOT_FOUND, "There is no plugin " + id));
  }

  @Override
  public PluginView enable(String id, Actor actor) {
    String reason = plugin(id).reason();
    if (reason != null) {
      throw new GatewayException(ErrorCode.CONFLICT, reason);
    }
    return replace(id, old -> with(old, "active"));
  }

  @Override
  public PluginView disable(String id, Actor actor) {
    return replace(id, old -> with(old, "disabled"));
  }

  @Override
  public void remove(String id, Actor actor) {
    installed.removeIf(plugin -> plugin.id().equals(id));
  }

  private PluginView replace(String id, UnaryOperator<PluginView> change) {
    installed.replaceAll(plugin -> plugin.id().equals(id) ? change.apply(plugin) : plugin);
    return plugin(id);
  }

  private static PluginView with(PluginView old, String state) {
    return new PluginView(
        old.id(),
        old.name(),
        old.version(),
        old.kinds(),
        old.provides(),
        old.requires(),
        state,
        null,
        old.fileName(),
        old.sha256(),
        old.declarative(),
        old.contacts(),
        old.description(),
        old.author(),
        old.neededFor());
  }

  @Override
  public PluginPreview inspect(String fileName, byte[] content, Actor actor) {
    if (content.length < 2 || content[0] != 'P' || content[1] != 'K') {
      throw new InvalidInput(fileName, "is no plugin: zip END header not found");
    }
    boolean fits = !fileName.contains("old");
    PluginPreview preview =
        new PluginPreview(
            fits ? "tok42" : "tok43",
            new PluginView(
                "acme-scorers",
                "Acme scorers",
                "1.2.0",
                List.of("scorer"),
                List.of("bleu", "rouge"),
                "^1.0.0",
                "new",
                null,
                fileName,
                SHA256,
                false,
                List.of("scores.acme.example"),
                "Scores answers as the papers do.",
                "Acme",
                List.of()),
            48_312,
            fits ? "1.1.0" : null,
            fits ? List.of() : List.of("It needs plugin-api ^2.0.0, and this gateway has 1.0.0"));
    previews.put(preview.token(), preview);
    return preview;
  }

  @Override
  public PluginView install(String token, Actor actor) {
    PluginPreview preview = previews.remove(token);
    if (preview == null) {
      throw new GatewayException(ErrorCode.NOT_FOUND, "This upload is gone");
    }
    PluginView plugin = with(preview.plugin(), "active");
    installed.add(plugin);
    return plugin;
  }

  @Override
  public Optional<PluginPreview> staged(String token) {
    return Optional.ofNullable(previews.get(token));
  }

  @Override
  public void discard(String token) {
    previews.remove(token);
  }
}
