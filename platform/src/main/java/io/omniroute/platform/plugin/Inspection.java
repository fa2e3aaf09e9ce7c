package io.omniroute.platform.plugin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plugin file is, found without running any of its code.
 *
 * @param fileName the file's name
 * @param id the plugin's id; the file's name where it says none
 * @param version its version; empty where unknown
 * @param description one sentence about it; may be empty
 * @param author who made it; may be empty
 * @param requires the range of plugin-api versions it asks for; empty where unknown
 * @param kinds what it provides
 * @param declarative whether it holds no code
 * @param moduleName the Java module's name, or null where it holds no code
 * @param requiredModules the Java modules it asks for
 * @param libraries the libraries it brings along
 * @param hosts the hosts it contacts, as far as a descriptor says so
 * @param sha256 the digest of the file in hexadecimal
 * @param size the length of the file in bytes
 * @param replacesVersion the version of the plugin that is here now, or null
 * @param problems why it cannot be used; empty where nothing speaks against it
 */
public record Inspection(
    String fileName,
    String id,
    String version,
    String description,
    String author,
    String requires,
    List<PluginKind> kinds,
    boolean declarative,
    @Nullable String moduleName,
    List<String> requiredModules,
    List<String> libraries,
    List<String> hosts,
    String sha256,
    long size,
    @Nullable String replacesVersion,
    List<String> problems) {

  /** Copies the lists. */
  public Inspection {
    kinds = List.copyOf(kinds);
    requiredModules = List.copyOf(requiredModules);
    libraries = List.copyOf(libraries);
    hosts = List.copyOf(hosts);
    problems = List.copyOf(problems);
  }

  /** What is known of a file that cannot be used. */
  static Inspection refused(String fileName, String id, String sha256, long size, String problem) {
    return new Inspection(
        fileName,
        id,
        "",
        "",
        "",
        "",
        List.of(),
        false,
        null,
        List.of(),
        List.of(),
        List.of(),
        sha256,
        size,
        null,
        List.of(problem));
  }

  /** Whether nothing speaks against installing it. */
  public boolean usable() {
    return problems.isEmpty();
  }
}
