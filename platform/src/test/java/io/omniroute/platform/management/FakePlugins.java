package io.omniroute.platform.management;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.platform.plugin.Inspection;
import io.omniroute.platform.plugin.PluginFacts;
import io.omniroute.platform.plugin.PluginKind;
import io.omniroute.platform.plugin.Provided;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plugin host without files: a plugin's bytes are its id, {@code bad} is no plugin. */
final class FakePlugins implements PluginControl {

  private final Map<String, PluginFacts> plugins = new LinkedHashMap<>();

  FakePlugins() {
    plugins.put("acme", facts("acme", PluginFacts.State.ACTIVE, ""));
    plugins.put("broken", facts("broken", PluginFacts.State.FAILED, "Its constructor failed"));
  }

  @Override
  public List<PluginFacts> plugins() {
    return List.copyOf(plugins.values());
  }

  @Override
  public PluginFacts enable(String id) {
    return put(facts(known(id), PluginFacts.State.ACTIVE, ""));
  }

  @Override
  public PluginFacts disable(String id) {
    return put(facts(known(id), PluginFacts.State.DISABLED, "Switched off"));
  }

  @Override
  public List<String> lostWithout(String id) {
    return List.of("Accounts of " + id);
  }

  @Override
  public Inspection inspect(String fileName, byte[] bytes) {
    String id = new String(bytes, StandardCharsets.UTF_8);
    return new Inspection(
        fileName,
        id,
        "1.0.0",
        "",
        "",
        "^1.0.0",
        List.of(PluginKind.PROVIDER),
        true,
        null,
        List.of(),
        List.of(),
        List.of("api.example"),
        "abc",
        bytes.length,
        plugins.containsKey(id) ? "0.9.0" : null,
        id.equals("bad") ? List.of("It is no plugin") : List.of());
  }

  @Override
  public PluginFacts install(String fileName, byte[] bytes) {
    return put(facts(new String(bytes, StandardCharsets.UTF_8), PluginFacts.State.ACTIVE, ""));
  }

  @Override
  public void remove(String id) {
    plugins.remove(known(id));
  }

  private String known(String id) {
    if (!plugins.containsKey(id)) {
      throw new GatewayException(ErrorCode.NOT_FOUND, "There is no such plugin");
    }
    return id;
  }

  private PluginFacts put(PluginFacts facts) {
    plugins.put(facts.id(), facts);
    return facts;
  }

  private static PluginFacts facts(String id, PluginFacts.State state, String reason) {
    return new PluginFacts(
        id,
        "1.0.0",
        id,
        List.of(new Provided(PluginKind.PROVIDER, id)),
        "",
        "",
        "^1.0.0",
        state,
        reason,
        true,
        id + ".jar",
        "abc",
        10,
        List.of(),
        null,
        null,
        0,
        false);
  }
}
