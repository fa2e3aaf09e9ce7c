package io.omniroute.platform.management;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.platform.management.PluginService.PluginPreview;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Files that were looked at and wait for a yes: few, not for long, and each for one use. Kept in
 * memory, since nothing should reach the disk before somebody agreed. Thread-safe.
 */
final class StagedPlugins {

  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final int MOST_FILES = 4;
  private static final long MOST_BYTES = 64L * 1024 * 1024;

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Staged> files = new LinkedHashMap<>();

  StagedPlugins(InstantSource clock) {
    this.clock = clock;
  }

  /** Keeps a file; the oldest ones make room. */
  synchronized PluginPreview keep(
      String fileName, byte[] content, Function<String, PluginPreview> preview) {
    forgetOld();
    while (!files.isEmpty()
        && (files.size() >= MOST_FILES || bytes() + content.length > MOST_BYTES)) {
      files.remove(files.keySet().iterator().next());
    }
    byte[] secret = new byte[24];
    random.nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    PluginPreview made = preview.apply(token);
    files.put(token, new Staged(fileName, content, made, clock.instant().plus(LIFE)));
    return made;
  }

  /** What a token stands for. */
  synchronized Optional<PluginPreview> find(String token) {
    forgetOld();
    return Optional.ofNullable(files.get(token)).map(Staged::preview);
  }

  /**
   * Takes a file out.
   *
   * @throws GatewayException {@code NOT_FOUND} for an unknown, used or old token
   */
  synchronized Staged take(String token) {
    forgetOld();
    Staged staged = files.remove(token);
    if (staged == null) {
      throw new GatewayException(
          ErrorCode.NOT_FOUND, "This upload is not kept any more; upload the file again");
    }
    return staged;
  }

  /** Forgets a file. */
  synchronized void discard(String token) {
    files.remove(token);
  }

  private void forgetOld() {
    Instant now = clock.instant();
    files.values().removeIf(staged -> now.isAfter(staged.until()));
  }

  private long bytes() {
    return files.values().stream().mapToLong(staged -> staged.content().length).sum();
  }

  /**
   * A file that waits.
   *
   * @param fileName its name
   * @param content its bytes
   * @param preview what was found
   * @param until until when it is kept
   */
  record Staged(String fileName, byte[] content, PluginPreview preview, Instant until) {}
}
