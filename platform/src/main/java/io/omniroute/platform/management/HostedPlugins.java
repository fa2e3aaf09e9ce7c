package io.omniroute.platform.management;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.platform.plugin.Inspection;
import io.omniroute.platform.plugin.PluginFacts;
import io.omniroute.platform.plugin.PluginKind;
import io.omniroute.platform.plugin.Provided;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Plugins of the plugin host. */
final class HostedPlugins implements PluginService {

  private static final Pattern FILE_NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,127}\\.(jar|provider\\.ya?ml)");

  private final PluginControl host;
  private final AuditService audit;
  private final StagedPlugins staged;

  HostedPlugins(PluginControl host, AuditService audit, InstantSource clock) {
    this.host = host;
    this.audit = audit;
    this.staged = new StagedPlugins(clock);
  }

  @Override
  public List<PluginView> plugins() {
    return host.plugins().stream().map(this::view).toList();
  }

  @Override
  public PluginView plugin(String id) {
    return host.plugins().stream()
        .filter(facts -> facts.id().equals(id))
        .findFirst()
        .map(this::view)
        .orElseThrow(HostedPlugins::unknown);
  }

  @Override
  public PluginView enable(String id, Actor actor) {
    PluginView view = view(host.enable(id));
    audit.record(actor, "plugin.enable", id, view.version());
    return view;
  }

  @Override
  public PluginView disable(String id, Actor actor) {
    PluginView view = view(host.disable(id));
    audit.record(actor, "plugin.disable", id, view.version());
    return view;
  }

  @Override
  public PluginPreview inspect(String fileName, byte[] content, Actor actor) {
    requirePerson(actor);
    String name = fit(fileName);
    if (content.length == 0) {
      throw new InvalidInput("file", "is empty");
    }
    Inspection found = host.inspect(name, content);
    return staged.keep(name, content, token -> preview(token, found));
  }

  @Override
  public Optional<PluginPreview> staged(String token) {
    return staged.find(token);
  }

  @Override
  public void discard(String token) {
    staged.discard(token);
  }

  @Override
  public PluginView install(String token, Actor actor) {
    requirePerson(actor);
    StagedPlugins.Staged file = staged.take(token);
    if (!file.preview().installable()) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, String.join("; ", file.preview().problems()));
    }
    PluginView view = view(host.install(file.fileName(), file.content()));
    audit.record(
        actor,
        "plugin.install",
        view.id(),
        view.version() + " from " + file.fileName() + ", SHA-256 " + view.sha256());
    return view;
  }

  @Override
  public void remove(String id, Actor actor) {
    requirePerson(actor);
    host.remove(id);
    audit.record(actor, "plugin.remove", id, null);
  }

  /** A plugin has all rights of the gateway: who may install one owns the machine's account. */
  private static void requirePerson(Actor actor) {
    if (!actor.session()) {
      throw new GatewayException(
          ErrorCode.PERMISSION_DENIED, "Plugins are installed and removed with a session only");
    }
  }

  /** Only the last part of a path, and only what cannot lead out of the plugins folder. */
  private static String fit(String fileName) {
    String name =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    if (!FILE_NAME.matcher(name).matches()) {
      throw new InvalidInput("file", "must be a .jar or a .provider.yaml with a plain name");
    }
    return name;
  }

  private PluginView view(PluginFacts facts) {
    boolean active = facts.state() == PluginFacts.State.ACTIVE;
    return new PluginView(
        facts.id(),
        facts.name(),
        facts.version(),
        facts.provides().stream().map(one -> word(one.kind())).distinct().toList(),
        facts.provides().stream().map(Provided::id).toList(),
        facts.requires(),
        facts.state().name().toLowerCase(Locale.ROOT),
        facts.reason().isEmpty() ? null : facts.reason(),
        facts.fileName(),
        facts.sha256(),
        facts.declarative(),
        facts.hosts(),
        facts.description(),
        facts.author(),
        active ? host.lostWithout(facts.id()) : List.of());
  }

  private static PluginPreview preview(String token, Inspection found) {
    PluginView plugin =
        new PluginView(
            found.id(),
            found.id(),
            found.version(),
            found.kinds().stream().map(HostedPlugins::word).toList(),
            List.of(),
            found.requires(),
            "new",
            null,
            found.fileName(),
            found.sha256(),
            found.declarative(),
            found.hosts(),
            found.description(),
            found.author(),
            List.of());
    return new PluginPreview(
        token, plugin, found.size(), found.replacesVersion(), found.problems());
  }

  private static String word(PluginKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static GatewayException unknown() {
    return new GatewayException(ErrorCode.NOT_FOUND, "Plugin not found");
  }
}
