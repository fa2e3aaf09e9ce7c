package io.omniroute.platform.management;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plugins. Thread-safe; may block for files. Installing and removing is allowed to a person with a
 * session only, and only from this machine unless the operator says otherwise: a plugin runs with
 * all rights of the gateway.
 */
public interface PluginService {

  /** Every plugin, broken ones included, by id. */
  List<PluginView> plugins();

  /** One plugin. */
  PluginView plugin(String id);

  /** Switches a plugin on. */
  PluginView enable(String id, Actor actor);

  /** Switches a plugin off; running requests finish. */
  PluginView disable(String id, Actor actor);

  /**
   * Looks at a file and keeps it for a short while under a token that can be used once.
   *
   * @throws InvalidInput when the file is no plugin
   */
  PluginPreview inspect(String fileName, byte[] content, Actor actor);

  /**
   * Installs what was looked at.
   *
   * @param token the preview's token
   * @throws io.omniroute.api.GatewayException {@code NOT_FOUND} for an unknown, used or old token
   */
  PluginView install(String token, Actor actor);

  /** Removes a plugin and its file. */
  void remove(String id, Actor actor);

  /**
   * A plugin.
   *
   * @param id its id
   * @param name its name for people
   * @param version its version
   * @param kinds what kinds of extensions it provides, such as providers
   * @param provides ids of what it provides
   * @param requires the range of plugin API versions it needs
   * @param state {@code active}, {@code disabled} or {@code failed}
   * @param reason why it is not active, for a person; null where it is
   * @param fileName its file; null where it has none
   * @param sha256 digest of the file in hexadecimal; empty where unknown
   * @param declarative whether it has no code
   * @param contacts hosts it contacts, as far as it says
   * @param removable whether it can be removed
   */
  record PluginView(
      String id,
      String name,
      String version,
      List<String> kinds,
      List<String> provides,
      String requires,
      String state,
      @Nullable String reason,
      @Nullable String fileName,
      String sha256,
      boolean declarative,
      List<String> contacts,
      boolean removable) {

    /** Copies the lists. */
    public PluginView {
      kinds = List.copyOf(kinds);
      provides = List.copyOf(provides);
      contacts = List.copyOf(contacts);
    }
  }

  /**
   * What is known of a file before it is installed.
   *
   * @param token confirms the installation; good for one use within ten minutes
   * @param plugin what it is; its state is {@code new}
   * @param sizeBytes the file's size in bytes
   * @param replaces the version that is installed under this id, or null
   * @param problems why it cannot be installed, one sentence each; empty when it can
   */
  record PluginPreview(
      String token,
      PluginView plugin,
      long sizeBytes,
      @Nullable String replaces,
      List<String> problems) {

    /** Copies the list. */
    public PluginPreview {
      problems = List.copyOf(problems);
    }

    /** Whether it can be installed. */
    public boolean installable() {
      return problems.isEmpty();
    }
  }
}
