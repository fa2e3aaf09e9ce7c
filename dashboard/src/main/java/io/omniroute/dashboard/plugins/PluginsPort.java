package io.omniroute.dashboard.plugins;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The plugin host. Thread-safe; changes block until they have taken effect. Refusals are {@link
 * io.omniroute.api.GatewayException}s with a sentence for the reader.
 */
public interface PluginsPort {

  /** All plugins, also those that were refused, by name. */
  List<Plugin> all();

  /** One plugin. */
  Optional<Plugin> find(String id);

  /** Starts a plugin that was switched off, or tries a failed one again. */
  void enable(String id);

  /** Stops a plugin; streams that run on it end first. */
  void disable(String id);

  /** Stops a plugin and deletes its file. */
  void remove(String id);

  /** Puts a file aside and looks into it, without running anything of it. */
  Candidate stage(String fileName, byte[] content);

  /** A file that was put aside. */
  Optional<Candidate> staged(String token);

  /** Installs a file that was put aside; returns the plugin's id. */
  String install(String token);

  /** Deletes a file that was put aside. */
  void discard(String token);

  /** What a plugin adds. */
  enum Kind {
    /** A model provider. */
    PROVIDER,
    /** A wire format. */
    TRANSLATOR,
    /** A routing strategy. */
    ROUTING,
    /** A scorer for evals. */
    SCORER,
    /** Anything newer than this dashboard. */
    OTHER
  }

  /** What a plugin is doing. */
  enum State {
    /** Serves requests. */
    RUNNING,
    /** An older version still finishes its streams. */
    DRAINING,
    /** Switched off by a person. */
    DISABLED,
    /** Was loaded and failed. */
    FAILED,
    /** Was not loaded, because it does not fit. */
    REFUSED
  }

  /**
   * An installed plugin.
   *
   * @param id its id
   * @param version its version
   * @param description one sentence by its author; untrusted
   * @param apiRange the range of plugin API versions it needs
   * @param kinds what it adds
   * @param provides the names of what it adds
   * @param contacts the hosts it speaks to
   * @param state what it is doing
   * @param reason why it failed or was refused, in one line
   * @param dependents plugins and combos that need it
   * @param bundled whether it came with the gateway
   */
  record Plugin(
      String id,
      String version,
      String description,
      String apiRange,
      List<Kind> kinds,
      List<String> provides,
      List<String> contacts,
      State state,
      @Nullable String reason,
      List<String> dependents,
      boolean bundled) {

    /** Copies the lists. */
    public Plugin {
      kinds = List.copyOf(kinds);
      provides = List.copyOf(provides);
      contacts = List.copyOf(contacts);
      dependents = List.copyOf(dependents);
    }
  }

  /**
   * A file that was put aside.
   *
   * @param token names it in addresses
   * @param plugin what it says of itself
   * @param fileName its name
   * @param size its bytes
   * @param sha256 its hash, in hex
   * @param signer who signed it, if anyone did
   * @param secrets the secrets it asks for
   * @param replaces the installed version it replaces
   * @param checks what the host looked at
   */
  record Candidate(
      String token,
      Plugin plugin,
      String fileName,
      long size,
      String sha256,
      @Nullable String signer,
      List<String> secrets,
      @Nullable String replaces,
      List<Check> checks) {

    /** Copies the lists. */
    public Candidate {
      secrets = List.copyOf(secrets);
      checks = List.copyOf(checks);
    }

    /** Whether every check passed. */
    public boolean installable() {
      return checks.stream().allMatch(Check::passed);
    }
  }

  /**
   * One thing the host looked at.
   *
   * @param passed whether it is as it should be
   * @param text what was looked at, and what was found
   */
  record Check(boolean passed, String text) {}
}
