package io.omniroute.platform.management;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plugins. Thread-safe; may block for files. Installing and removing is allowed to a person with a
 * session only: a plugin runs with all rights of the gateway.
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

  /** What was looked at and is still kept, for a page that shows it again. */
  Optional<PluginPreview> staged(String token);

  /** Forgets what was looked at. */
  void discard(String token);

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
   * @param kinds what kinds of extensions it provides, in lower case
   * @param provides ids of what it provides
   * @param requires the range of plugin API versions it needs
   * @param state {@code active}, {@code disabled}, {@code failed}, {@code replaced} (another file
   *     of it is used), {@code draining} or, before it is installed, {@code new}
   * @param reason why it is not active, or what to know about it; null where there is nothing
   * @param fileName its file
   * @param sha256 digest of the file in hexadecimal; empty where unknown
   * @param declarative whether it has no code
   * @param contacts hosts it contacts, as far as it says
   * @param description one sentence by its author, who is not trusted
   * @param author who made it; may be empty
   * @param neededFor what could not be done any more without it, one sentence each
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
      String fileName,
      String sha256,
      boolean declarative,
      List<String> contacts,
      String description,
      String author,
      List<String> neededFor) {

    /** Copies the lists. */
    public PluginView {
      kinds = List.copyOf(kinds);
      provides = List.copyOf(provides);
      contacts = List.copyOf(contacts);
      neededFor = List.copyOf(neededFor);
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
