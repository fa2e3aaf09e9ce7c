package io.omniroute.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes a self-signed certificate for 127.0.0.1, valid for three days, with the JDK's keytool. */
final class Certificate {

  /** Password of the stores; the key lives for one measurement on one machine. */
  static final String PASSWORD = "changeit";

  private static final String ALIAS = "bench";

  private Certificate() {}

  /** Writes {@code cert.pem}, {@code key.pem} and {@code trust.p12} into the directory. */
  static void create(Path directory) throws IOException, InterruptedException {
    Path store = directory.resolve("key.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> command =
        List.of(
            keytool,
            "-genkeypair",
            "-alias",
            ALIAS,
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-validity",
            "3",
            "-dname",
            "CN=localhost",
            "-ext",
            "SAN=ip:127.0.0.1,dns:localhost",
            "-keystore",
            store.toString(),
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("keytool.log").toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("keytool failed, see " + directory.resolve("keytool.log"));
    }
    try {
      export(directory, store);
    } catch (GeneralSecurityException failure) {
      throw new IOException("cannot export the certificate", failure);
    }
  }

  private static void export(Path directory, Path store)
      throws IOException, GeneralSecurityException {
    char[] password = PASSWORD.toCharArray();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, password);
    }
    java.security.cert.Certificate certificate = keys.getCertificate(ALIAS);
    writePem(directory.resolve("cert.pem"), "CERTIFICATE", certificate.getEncoded());
    byte[] key = keys.getKey(ALIAS, password).getEncoded();
    writePem(directory.resolve("key.pem"), "PRIVATE KEY", key);
    KeyStore trust = KeyStore.getInstance("PKCS12");
    trust.load(null, password);
    trust.setCertificateEntry(ALIAS, certificate);
    try (OutputStream out = Files.newOutputStream(directory.resolve("trust.p12"))) {
      trust.store(out, password);
    }
  }

  private static void writePem(Path file, String kind, byte[] content) throws IOException {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    Files.writeString(
        file, "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n");
  }
}
