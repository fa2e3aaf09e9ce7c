package io.omniroute.platform.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.module.ResolvedModule;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the sources below {@code src/test/resources/plugins/} and makes jars of them. A case is
 * a folder with {@code plugin.properties}, a module and, below {@code lib/}, modules it brings.
 */
final class FixtureJars {

  private static final Path SOURCES = Path.of("src/test/resources/plugins");
  private static final Map<String, Map<String, byte[]>> COMPILED = new ConcurrentHashMap<>();

  private FixtureJars() {}

  /** The jar of a case. */
  static byte[] jar(String name) {
    return build(name, new Properties());
  }

  /** The jar of a case with other lines in its manifest. */
  static byte[] jar(String name, String... keysAndValues) {
    Properties changes = new Properties();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      changes.setProperty(keysAndValues[i], keysAndValues[i + 1]);
    }
    return build(name, changes);
  }

  /** A jar without code. */
  static byte[] declarative(String id, String version, String yaml) {
    Properties properties = new Properties();
    properties.setProperty("id", id);
    properties.setProperty("version", version);
    return zip(properties, Map.of("provider.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] build(String name, Properties changes) {
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(SOURCES.resolve(name + "/plugin.properties"))) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, byte[]> entries = COMPILED.computeIfAbsent(name, it -> entries(it, properties));
    properties.putAll(changes);
    return zip(properties, entries);
  }

  private static Map<String, byte[]> entries(String name, Properties properties) {
    try {
      Path source = SOURCES.resolve(name);
      Map<String, byte[]> entries = new TreeMap<>();
      List<Path> modulePath = new ArrayList<>(hostModules());
      for (Path library : folders(source.resolve("lib"))) {
        Path classes = compile(library, hostModules());
        modulePath.add(classes);
        if (!properties.containsKey("omitLibraries")) {
          String file = "META-INF/lib/" + library.getFileName() + ".jar";
          entries.put(file, zip(null, files(classes)));
        }
      }
      entries.putAll(files(compile(source, modulePath)));
      entries.putAll(resources(source));
      entries.remove(properties.getProperty("omit", ""));
      if (properties.containsKey("classVersion")) {
        short version = Short.parseShort(properties.getProperty("classVersion"));
        ByteBuffer.wrap(entries.get("broken/Thing.class")).putShort(6, version);
      }
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path compile(Path source, List<Path> modulePath) throws IOException {
    Path target = Files.createTempDirectory("fixture");
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-d", target.toString(), "--release", "25", "-proc:none"));
    arguments.addAll(
        List.of("-p", modulePath.stream().map(Path::toString).collect(Collectors.joining(":"))));
    try (Stream<Path> files = Files.walk(source)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !source.relativize(file).startsWith("lib"))
          .forEach(file -> arguments.add(file.toString()));
    }
    StringWriter output = new StringWriter();
    PrintWriter writer = new PrintWriter(output);
    int status =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(writer, writer, arguments.toArray(String[]::new));
    assertThat(status).as(output.toString()).isZero();
    return target;
  }

  /** The modules that the tests themselves run on. */
  private static List<Path> hostModules() {
    return ModuleLayer.boot().configuration().modules().stream()
        .map(ResolvedModule::reference)
        .flatMap(reference -> reference.location().stream())
        .filter(location -> location.getScheme().equals("file"))
        .map(Path::of)
        .toList();
  }

  private static List<Path> folders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  private static Map<String, byte[]> resources(Path source) throws IOException {
    Map<String, byte[]> resources = new TreeMap<>();
    Path note = source.resolve("note.txt");
    if (Files.exists(note)) {
      resources.put("note.txt", Files.readAllBytes(note));
    }
    return resources;
  }

  private static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return entries;
  }

  private static byte[] zip(@Nullable Properties properties, Map<String, byte[]> entries) {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (properties != null) {
      put(attributes, "Plugin-Id", properties.getProperty("id"));
      put(attributes, "Plugin-Version", properties.getProperty("version"));
      put(attributes, "Plugin-Requires", properties.getProperty("requires", "^1.0.0"));
      put(attributes, "Plugin-Description", properties.getProperty("description"));
      put(attributes, "Plugin-Provider", properties.getProperty("author"));
      put(attributes, "Plugin-Dependencies", properties.getProperty("dependencies"));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        jar.putNextEntry(new ZipEntry(entry.getKey()));
        jar.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void put(Attributes attributes, String name, @Nullable String value) {
    if (value != null) {
      attributes.putValue(name, value);
    }
  }
}
