package io.omniroute.platform.plugin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one plugin file, or of an older generation that still runs. Plain data for
 * people.
 *
 * @param id the plugin's id; the file's name where the file says none
 * @param version its version; empty where unknown
 * @param name what it calls itself: a provider's name, else the id
 * @param provides what it provides, or provided when it last ran; empty where it never did
 * @param description one sentence about it; may be empty
 * @param author who made it; may be empty
 * @param requires the range of plugin-api versions it asks for; empty where unknown
 * @param state what became of it
 * @param reason one line that says why, or what to know about it; empty where there is nothing
 * @param declarative whether it holds no code
 * @param fileName the file's name in the plugins folder
 * @param sha256 the digest of the file in hexadecimal; empty where it could not be read
 * @param size the length of the file in bytes
 * @param hosts the hosts it contacts, as far as descriptors say so
 * @param moduleName the Java module's name, or null where it holds no code
 * @param loadedAt when it was loaded, or null where it is not
 * @param generation the number of this load in the process, 0 where it is not loaded
 * @param leaking whether a stopped generation of it is still in memory after a minute
 */
public record PluginFacts(
    String id,
    String version,
    String name,
    List<Provided> provides,
    String description,
    String author,
    String requires,
    State state,
    String reason,
    boolean declarative,
    String fileName,
    String sha256,
    long size,
    List<String> hosts,
    @Nullable String moduleName,
    @Nullable Instant loadedAt,
    long generation,
    boolean leaking) {

  /** Copies the lists. */
  public PluginFacts {
    provides = List.copyOf(provides);
    hosts = List.copyOf(hosts);
  }

  /** What remains of a plugin that was stopped and whose file is gone. */
  static PluginFacts ghost(PluginOrigin origin) {
    return new PluginFacts(
        origin.pluginId(),
        origin.version(),
        origin.pluginId(),
        List.of(),
        "",
        "",
        "",
        State.DRAINING,
        "",
        false,
        "",
        "",
        0,
        List.of(),
        null,
        null,
        origin.generation(),
        true);
  }

  /** The same, with the warning that a stopped generation is still in memory. */
  PluginFacts asLeaking() {
    String warning = "an older generation is still in memory: it left a thread or a hook behind";
    return new PluginFacts(
        id,
        version,
        name,
        provides,
        description,
        author,
        requires,
        state,
        reason.isEmpty() ? warning : reason + "; " + warning,
        declarative,
        fileName,
        sha256,
        size,
        hosts,
        moduleName,
        loadedAt,
        generation,
        true);
  }

  /** What became of a plugin. */
  public enum State {
    /** It serves requests. */
    ACTIVE,
    /** A person switched it off. */
    DISABLED,
    /** It could not be loaded or started. */
    FAILED,
    /** Another file of the same plugin is used in its place. */
    REPLACED,
    /** It takes no new requests and ends with its last running one. */
    DRAINING
  }
}
