package io.omniroute.platform.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts secrets for the disk with AES-256-GCM: {@code enc:v1:<key id>:<iv>:<ciphertext and
 * tag>}, base64url. A ciphertext opens only at the place (table, column, row) that it was sealed
 * for, so one cannot be passed off as another. Thread-safe; does not block.
 */
public final class SecretBox {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final Pattern TEXT =
      Pattern.compile("enc:v1:([0-9a-f]+):([A-Za-z0-9_-]{16}):([A-Za-z0-9_-]{22,})");

  private final MasterKey key;

  /**
   * Where a secret is kept.
   *
   * @param table the table
   * @param column the column
   * @param row the row's primary key
   */
  public record Place(String table, String column, String row) {

    private byte[] bytes() {
      // Lengths keep two different places from reading the same.
      return (table.length() + ":" + table + column.length() + ":" + column + row).getBytes(UTF_8);
    }
  }

  /** A box with its key. */
  public SecretBox(MasterKey key) {
    this.key = key;
  }

  /** The id of the key. */
  public String keyId() {
    return key.id();
  }

  /** Encrypts a secret for its place; never twice to the same text. */
  public String seal(Secret secret, Place place) {
    byte[] iv = new byte[IV_BYTES];
    RANDOM.nextBytes(iv);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, iv, place).doFinal(secret.reveal().getBytes(UTF_8));
      Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
      return "enc:v1:"
          + key.id()
          + ":"
          + base64.encodeToString(iv)
          + ":"
          + base64.encodeToString(sealed);
    } catch (GeneralSecurityException e) {
      throw failure("A secret could not be encrypted", place, e);
    }
  }

  /**
   * Decrypts what was sealed for a place.
   *
   * @throws StoreException of kind {@code ENCRYPTION} if the text is not of this box, not of this
   *     place, or was altered
   */
  public Secret open(String sealed, Place place) {
    var matcher = TEXT.matcher(sealed);
    if (!matcher.matches()) {
      throw failure("A stored secret is not in the encrypted form", place, null);
    }
    if (!matcher.group(1).equals(key.id())) {
      throw failure("A stored secret was encrypted with another key", place, null);
    }
    try {
      byte[] iv = Base64.getUrlDecoder().decode(matcher.group(2));
      byte[] content = Base64.getUrlDecoder().decode(matcher.group(3));
      return Secret.of(new String(cipher(Cipher.DECRYPT_MODE, iv, place).doFinal(content), UTF_8));
    } catch (AEADBadTagException e) {
      throw failure("A stored secret was altered, moved or encrypted with another key", place, e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw failure("A stored secret could not be decrypted", place, e);
    }
  }

  private Cipher cipher(int mode, byte[] iv, Place place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, iv));
    cipher.updateAAD(place.bytes());
    return cipher;
  }

  private static StoreException failure(String what, Place place, @Nullable Exception cause) {
    return new StoreException(
        StoreException.Kind.ENCRYPTION,
        what + " (" + place.table() + "." + place.column() + " of row " + place.row() + ").",
        cause);
  }
}
