package io.omniroute.platform.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** A key for {@link SecretBox} with the id that its ciphertexts carry. Immutable. */
public final class MasterKey {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int ID_BYTES = 6;

  /** OWASP's figure for PBKDF2 with this hash. */
  private static final int ROUNDS = 210_000;

  private static final String TEXT_HEAD = "omniroute-key:v1:";
  private static final Pattern TEXT =
      Pattern.compile(TEXT_HEAD + "([0-9a-f]{12}):([A-Za-z0-9_-]{43})\\s*");

  private final String id;
  private final SecretKey key;

  private MasterKey(String id, byte[] bytes) {
    this.id = id;
    this.key = new SecretKeySpec(bytes, "AES");
  }

  /** A random key with a random id. */
  public static MasterKey random() {
    byte[] bytes = new byte[KEY_BYTES];
    RANDOM.nextBytes(bytes);
    return new MasterKey(randomId(), bytes);
  }

  /** A random id for a key. */
  public static String randomId() {
    byte[] bytes = new byte[ID_BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** A random text as hard to guess as a key. */
  public static Secret randomSecret() {
    byte[] bytes = new byte[KEY_BYTES];
    RANDOM.nextBytes(bytes);
    return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** A random salt for {@link #derive}, as text. */
  public static String randomSalt() {
    byte[] bytes = new byte[SALT_BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * The key that a passphrase stands for: PBKDF2 with HMAC-SHA-512. Slow on purpose, a fraction of
   * a second.
   */
  public static MasterKey derive(Secret passphrase, String id, String salt) {
    PBEKeySpec spec =
        new PBEKeySpec(
            passphrase.reveal().toCharArray(),
            salt.getBytes(US_ASCII),
            ROUNDS,
            KEY_BYTES * Byte.SIZE);
    try {
      SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512");
      return new MasterKey(id, factory.generateSecret(spec).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new StoreException(
          StoreException.Kind.ENCRYPTION, "This Java runtime lacks PBKDF2 with SHA-512.", e);
    } finally {
      spec.clearPassword();
    }
  }

  /**
   * Reads the text of a key file.
   *
   * @throws StoreException of kind {@code ENCRYPTION} if it is not one
   */
  static MasterKey parse(String text) {
    var matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new StoreException(StoreException.Kind.ENCRYPTION, "This is not a key file.");
    }
    return new MasterKey(matcher.group(1), Base64.getUrlDecoder().decode(matcher.group(2)));
  }

  /** The text of a key file. */
  Secret text() {
    String bytes = Base64.getUrlEncoder().withoutPadding().encodeToString(key.getEncoded());
    return Secret.of(TEXT_HEAD + id + ":" + bytes + "\n");
  }

  /** The id that ciphertexts carry. */
  public String id() {
    return id;
  }

  SecretKey key() {
    return key;
  }

  @Override
  public String toString() {
    return "MasterKey[" + id + "]";
  }
}
