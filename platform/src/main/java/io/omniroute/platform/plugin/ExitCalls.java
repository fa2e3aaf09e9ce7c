package io.omniroute.platform.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.StreamSupport;

/**
 * Finds calls that would end the whole gateway. Nothing can stop them when they run, so a plugin
 * whose own classes hold one is refused. Libraries inside it are not searched: a command line's
 * main class is no danger as long as nobody calls it.
 */
final class ExitCalls {

  private static final Map<String, Set<String>> FORBIDDEN =
      Map.of("java/lang/System", Set.of("exit"), "java/lang/Runtime", Set.of("exit", "halt"));

  private ExitCalls() {}

  static void refuse(JarFile jar) throws IOException, PluginRefusedException {
    for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
      JarEntry entry = entries.nextElement();
      if (!entry.getName().endsWith(".class") || entry.getName().endsWith("module-info.class")) {
        continue;
      }
      byte[] bytes;
      try (InputStream in = jar.getInputStream(entry)) {
        bytes = in.readAllBytes();
      }
      Optional<String> call = mayExit(bytes) ? find(bytes) : Optional.empty();
      if (call.isPresent()) {
        throw new PluginRefusedException(
            "calls %s in %s, which would end the whole gateway"
                .formatted(call.get(), className(entry)));
      }
    }
  }

  /** A quick look that spares parsing nearly every class. */
  private static boolean mayExit(byte[] classFile) {
    String raw = new String(classFile, StandardCharsets.ISO_8859_1);
    return (raw.contains("java/lang/System") && raw.contains("exit"))
        || (raw.contains("java/lang/Runtime") && (raw.contains("exit") || raw.contains("halt")));
  }

  private static Optional<String> find(byte[] classFile) {
    try {
      Iterable<PoolEntry> pool = ClassFile.of().parse(classFile).constantPool();
      return StreamSupport.stream(pool.spliterator(), false)
          .filter(MemberRefEntry.class::isInstance)
          .map(MemberRefEntry.class::cast)
          .filter(ExitCalls::isForbidden)
          .map(call -> call.owner().asInternalName().replace('/', '.') + "." + call.name())
          .findFirst();
    } catch (IllegalArgumentException e) {
      // Not a class this Java can read: loading it will say so.
      return Optional.empty();
    }
  }

  private static boolean isForbidden(MemberRefEntry call) {
    return FORBIDDEN
        .getOrDefault(call.owner().asInternalName(), Set.of())
        .contains(call.name().stringValue());
  }

  private static String className(JarEntry entry) {
    return entry.getName().replace(".class", "").replace('/', '.');
  }
}
