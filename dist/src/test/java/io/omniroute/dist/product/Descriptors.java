package io.omniroute.dist.product;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Declarative providers made for a test. */
final class Descriptors {

  private Descriptors() {}

  static String yaml(String provider, String baseUrl) {
    return """
    apiVersion: 1
    id: %s
    name: Scripted %s
    tier: api-key
    baseUrls: [%s]
    endpoints:
      - kind: chat
        format: openai-chat
        path: /chat/completions
      - kind: models
        path: /models
    models:
      - id: gpt-test
        name: Test model
    """
        .formatted(provider, provider, baseUrl);
  }

  /** A jar without classes that holds a descriptor; it appears in its folder at once. */
  static void jar(Path folder, String provider, String baseUrl) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Plugin-Id", "provider-" + provider);
    main.putValue("Plugin-Version", "1.0.0");
    main.putValue("Plugin-Requires", "^1.0.0");
    Path half = Files.createTempFile(folder.getParent(), provider, ".tmp");
    try (OutputStream file = Files.newOutputStream(half);
        JarOutputStream jar = new JarOutputStream(file, manifest)) {
      jar.putNextEntry(new JarEntry("provider.yaml"));
      jar.write(yaml(provider, baseUrl).getBytes(StandardCharsets.UTF_8));
      jar.closeEntry();
    }
    Files.move(half, folder.resolve(provider + ".jar"), StandardCopyOption.ATOMIC_MOVE);
  }
}
