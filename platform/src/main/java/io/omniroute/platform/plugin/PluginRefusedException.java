package io.omniroute.platform.plugin;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A plugin cannot be used. Its message is the reason, to be read behind "the plugin": it <i>misses
 * the class X</i>, it <i>needs plugin-api ^2.0.0</i>.
 */
final class PluginRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final @Nullable String pluginId;

  PluginRefusedException(String reason) {
    this(reason, null);
  }

  private PluginRefusedException(String reason, @Nullable String pluginId) {
    super(reason);
    this.pluginId = pluginId;
  }

  /** Keeps the words only: a plugin's own exception class would keep the plugin in memory. */
  static PluginRefusedException because(Throwable cause) {
    return cause instanceof PluginRefusedException refused
        ? refused
        : new PluginRefusedException(FailureReason.of(cause));
  }

  /** The same, saying which plugin it is about. */
  PluginRefusedException of(String id) {
    return new PluginRefusedException(reason(), id);
  }

  /** The plugin's id, where its manifest could be read. */
  Optional<String> pluginId() {
    return Optional.ofNullable(pluginId);
  }

  String reason() {
    String message = getMessage();
    return message == null ? "gives no reason" : message;
  }
}
