package io.omniroute.platform.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a store is opened.
 *
 * @param dataDirectory where everything lives; made (mode 700) when absent
 * @param encryptionKey the passphrase of {@code STORAGE_ENCRYPTION_KEY}, which then replaces the
 *     key file; null for the key file
 */
public record StoreOptions(Path dataDirectory, @Nullable Secret encryptionKey) {

  /** A store whose secrets are encrypted with the key file beside it. */
  public static StoreOptions in(Path dataDirectory) {
    return new StoreOptions(dataDirectory, null);
  }
}
