package io.omniroute.platform.auth;

import io.omniroute.platform.store.Secret;
import io.omniroute.platform.store.ServerSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The look of an API key: {@code sk-{machineId}-{keyId}-{crc}}, sixteen hexadecimal digits of the
 * machine, six random letters and digits, and eight hexadecimal digits of HMAC-SHA-256 over both
 * under a secret. What a guesser lacks is that secret: it comes from {@code API_KEY_SECRET} or is
 * made once and kept encrypted, never a published default. Thread-safe; does not block.
 */
public final class KeyFormat {

  private static final Pattern KEY =
      Pattern.compile("sk-([0-9a-f]{16})-([0-9a-z]{6})-([0-9a-f]{8})");
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final Path SYSTEM_ID = Path.of("/etc/machine-id");

  private final byte[] secret;
  private final String machineId;

  /** Takes secret and machine id from environment, system and store; blocks for the store. */
  public KeyFormat(ServerSecrets secrets, AuthEnvironment environment) {
    String fixed = environment.keySecret();
    String text =
        fixed != null
            ? fixed
            : secrets
                .findOrCreate(SecretNames.API_KEY_SECRET, () -> Secret.of(Tokens.random(32)))
                .reveal();
    this.secret = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    String raw =
        secrets.findOrCreate(SecretNames.MACHINE_ID, () -> Secret.of(rawMachineId())).reveal();
    this.machineId = hex(Tokens.sha256(raw + environment.machineSalt()), 16);
  }

  /** Makes a key that nobody has. */
  public String fresh() {
    String keyId = Tokens.random(6, LETTERS);
    return "sk-" + machineId + "-" + keyId + "-" + crc(machineId, keyId);
  }

  /** The machine's part of every key made here. */
  public String machineId() {
    return machineId;
  }

  /** Whether a text is a key made with this secret, which says nothing about its being in use. */
  public boolean wellFormed(String key) {
    Matcher parts = KEY.matcher(key);
    return parts.matches() && Tokens.same(crc(parts.group(1), parts.group(2)), parts.group(3));
  }

  private String crc(String machine, String keyId) {
    return hex(Tokens.hmac(secret, machine + keyId), 8);
  }

  private static String hex(byte[] digest, int digits) {
    return HexFormat.of().formatHex(digest).substring(0, digits);
  }

  private static String rawMachineId() {
    try {
      String id = Files.readString(SYSTEM_ID).strip();
      return id.isEmpty() ? Tokens.random(16) : id;
    } catch (IOException none) {
      return Tokens.random(16);
    }
  }
}
