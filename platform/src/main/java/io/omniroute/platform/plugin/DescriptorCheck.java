package io.omniroute.platform.plugin;

import com.github.zafarkhaja.semver.ParseException;
import io.omniroute.api.ApiVersion;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pf4j.DefaultVersionManager;
import org.pf4j.PluginDescriptor;
import org.pf4j.VersionManager;

/** Checks what a manifest says, and whether this host offers the API that is asked for. */
final class DescriptorCheck {

  static final VersionManager VERSIONS = new DefaultVersionManager();

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
  private static final Pattern EXACT = Pattern.compile("\\d+\\.\\d+\\.\\d+");

  private DescriptorCheck() {}

  static void check(PluginDescriptor descriptor) throws PluginRefusedException {
    String id = descriptor.getPluginId();
    if (id == null || id.isBlank()) {
      throw new PluginRefusedException("is no plugin: its manifest has no Plugin-Id");
    }
    if (!isId(id)) {
      throw new PluginRefusedException(
          "Plugin-Id '" + id + "' is not made of lower-case letters, digits, hyphens and dots");
    }
    String version = descriptor.getVersion();
    if (version == null || !isVersion(version)) {
      throw new PluginRefusedException(
          version == null
              ? "its manifest has no Plugin-Version"
              : "Plugin-Version '" + version + "' is no semantic version such as 1.2.3");
    }
    checkRange(descriptor.getRequires().strip());
  }

  static boolean isId(@Nullable String id) {
    return id != null && ID.matcher(id).matches();
  }

  private static void checkRange(String requires) throws PluginRefusedException {
    boolean offered;
    try {
      offered = VERSIONS.checkVersionConstraint(ApiVersion.CURRENT, range(requires));
    } catch (RuntimeException e) {
      // The parser has several unrelated exceptions for expressions that are none.
      throw new PluginRefusedException(
          "Plugin-Requires '" + requires + "' is no range of versions such as ^1.0.0");
    }
    if (!offered) {
      throw new PluginRefusedException(
          "needs plugin-api %s, this gateway has %s".formatted(requires, ApiVersion.CURRENT));
    }
  }

  /** A single version means that one and what is compatible with it. */
  private static String range(String requires) {
    return EXACT.matcher(requires).matches() ? "^" + requires : requires;
  }

  private static boolean isVersion(String version) {
    try {
      VERSIONS.compareVersions(version, version);
      return true;
    } catch (ParseException | IllegalArgumentException e) {
      return false;
    }
  }
}
