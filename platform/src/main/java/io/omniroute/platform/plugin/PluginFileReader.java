package io.omniroute.platform.plugin;

import io.omniroute.platform.plugin.declarative.DescriptorException;
import io.omniroute.platform.plugin.declarative.ProviderFile;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.pf4j.ManifestPluginDescriptorFinder;
import org.pf4j.PluginDescriptor;

/** Reads plugin files: jars with a module, jars with a descriptor, bare descriptors. */
final class PluginFileReader {

  private static final String DESCRIPTOR = "provider.yaml";
  private static final long MAX_DESCRIPTOR_BYTES = 1024 * 1024;

  private final StagingArea staging;
  private final PlatformModules modules;

  PluginFileReader(StagingArea staging, PlatformModules modules) {
    this.staging = staging;
    this.modules = modules;
  }

  /** Whether a file of this name is a plugin at all; temporary files of editors are not. */
  static boolean isPluginFile(String fileName) {
    return !fileName.startsWith(".")
        && !fileName.startsWith("~")
        && !fileName.startsWith("#")
        && (isJar(fileName) || isBareDescriptor(fileName));
  }

  static boolean isJar(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).endsWith(".jar");
  }

  static boolean isBareDescriptor(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return name.endsWith(".provider.yaml") || name.endsWith(".provider.yml");
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Reads a file and checks all that can be checked without running it.
   *
   * @throws PluginRefusedException with the reason why it cannot be used
   */
  PluginFile read(String fileName, byte[] bytes) throws PluginRefusedException {
    return isJar(fileName) ? readJar(fileName, bytes) : readBare(fileName, bytes);
  }

  private PluginFile readBare(String fileName, byte[] bytes) throws PluginRefusedException {
    ProviderFile provider = provider(fileName, bytes);
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.putValue("Plugin-Id", "provider:" + provider.descriptor().id());
    attributes.putValue("Plugin-Version", provider.version());
    attributes.putValue("Plugin-Description", provider.descriptor().description());
    attributes.putValue("Plugin-Provider", provider.author());
    PluginDescriptor descriptor = ManifestReader.INSTANCE.read(manifest);
    return new PluginFile(fileName, sha256(bytes), bytes.length, descriptor, null, provider);
  }

  private PluginFile readJar(String fileName, byte[] bytes) throws PluginRefusedException {
    StagedJar staged = null;
    PluginFile file = null;
    try {
      staged = staging.stage(fileName, bytes);
      try (JarFile jar =
          new JarFile(staged.jar().toFile(), false, JarFile.OPEN_READ, Runtime.version())) {
        file = readJar(fileName, bytes, jar, staged);
        return file;
      }
    } catch (IOException e) {
      throw PluginRefusedException.because(e);
    } finally {
      if (staged != null && (file == null || file.declarative())) {
        staged.release();
      }
    }
  }

  private PluginFile readJar(String fileName, byte[] bytes, JarFile jar, StagedJar staged)
      throws PluginRefusedException, IOException {
    Manifest manifest = jar.getManifest();
    if (manifest == null) {
      throw new PluginRefusedException("is no plugin: it has no manifest with Plugin-Id");
    }
    PluginDescriptor descriptor = ManifestReader.INSTANCE.read(manifest);
    try {
      DescriptorCheck.check(descriptor);
      return readContent(fileName, bytes, jar, staged, descriptor);
    } catch (PluginRefusedException e) {
      throw DescriptorCheck.isId(descriptor.getPluginId()) ? e.of(descriptor.getPluginId()) : e;
    }
  }

  private PluginFile readContent(
      String fileName, byte[] bytes, JarFile jar, StagedJar staged, PluginDescriptor descriptor)
      throws PluginRefusedException, IOException {
    JarEntry yaml = jar.getJarEntry(DESCRIPTOR);
    boolean hasCode = jar.stream().anyMatch(PluginFileReader::isClass);
    if (yaml != null && hasCode) {
      throw new PluginRefusedException(
          "holds both code and " + DESCRIPTOR + ": a plugin is one or the other");
    }
    if (yaml == null && !hasCode) {
      throw new PluginRefusedException("holds neither code nor " + DESCRIPTOR);
    }
    ProviderFile provider =
        yaml == null ? null : provider(fileName + "!/" + DESCRIPTOR, content(jar, yaml));
    PluginFile.Code code = yaml == null ? code(jar, staged) : null;
    return new PluginFile(fileName, sha256(bytes), bytes.length, descriptor, code, provider);
  }

  private PluginFile.Code code(JarFile jar, StagedJar staged)
      throws PluginRefusedException, IOException {
    ExitCalls.refuse(jar);
    List<String> libraries = StagingArea.stageLibraries(jar, staged);
    return new PluginFile.Code(modules.check(staged), staged, libraries);
  }

  private static boolean isClass(JarEntry entry) {
    return entry.getName().endsWith(".class");
  }

  private static byte[] content(JarFile jar, JarEntry entry)
      throws IOException, PluginRefusedException {
    if (entry.getSize() > MAX_DESCRIPTOR_BYTES) {
      throw new PluginRefusedException(DESCRIPTOR + " is larger than a megabyte");
    }
    return jar.getInputStream(entry).readNBytes((int) MAX_DESCRIPTOR_BYTES);
  }

  private static ProviderFile provider(String name, byte[] yaml) throws PluginRefusedException {
    try {
      return ProviderFile.read(name, yaml);
    } catch (DescriptorException e) {
      throw new PluginRefusedException(e.summary());
    }
  }

  /** Makes PF4J's descriptor of a manifest that was read already. */
  private static final class ManifestReader extends ManifestPluginDescriptorFinder {

    static final ManifestReader INSTANCE = new ManifestReader();

    PluginDescriptor read(Manifest manifest) {
      return createPluginDescriptor(manifest);
    }
  }
}
