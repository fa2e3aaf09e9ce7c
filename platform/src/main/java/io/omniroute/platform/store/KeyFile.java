package io.omniroute.platform.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key that encrypts the secrets of a data directory, in a file that only its owner may read:
 * {@code omniroute-key:v1:<id>:<32 bytes, base64url>}.
 */
public final class KeyFile {

  private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);
  private static final String NAME = "secret.key";

  private final Path path;

  private KeyFile(Path path) {
    this.path = path;
  }

  /** The key file of a data directory, whether it exists or not. */
  public static KeyFile in(Path dataDirectory) {
    return new KeyFile(dataDirectory.resolve(NAME));
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /**
   * Reads the key; takes the rights of others away if they have any, and says so in the log.
   *
   * @return empty if there is no file
   * @throws StoreException of kind {@code ENCRYPTION} if the file cannot be read or understood
   */
  public Optional<MasterKey> read() {
    try {
      if (!Files.exists(path)) {
        return Optional.empty();
      }
      if (PrivateFile.tighten(path)) {
        LOG.warn("Others could read {}; its mode is 600 now.", path);
      }
      return Optional.of(MasterKey.parse(Files.readString(path, US_ASCII)));
    } catch (IOException e) {
      throw unusable("cannot be read", e);
    } catch (StoreException e) {
      throw unusable("is damaged", e);
    }
  }

  /**
   * Makes a key and its file.
   *
   * @throws StoreException of kind {@code ENCRYPTION} if that fails or the file exists
   */
  public MasterKey create() {
    MasterKey fresh = MasterKey.random();
    try {
      PrivateFile.create(path, fresh.text().reveal().getBytes(US_ASCII));
    } catch (IOException e) {
      throw unusable("cannot be written", e);
    }
    return fresh;
  }

  private StoreException unusable(String why, Exception cause) {
    return new StoreException(
        StoreException.Kind.ENCRYPTION, "The key file " + path + " " + why + ".", cause);
  }
}
