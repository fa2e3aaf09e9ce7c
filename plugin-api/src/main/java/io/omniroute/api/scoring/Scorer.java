package io.omniroute.api.scoring;

import io.omniroute.api.Extension;
import io.omniroute.api.config.Config;
import io.omniroute.api.config.ConfigSchema;

/** Judges an answer of an eval case. Pure and thread-safe. */
public interface Scorer extends Extension {

  /** The scorer's id, such as {@code contains}. */
  String id();

  /** Its name for people. */
  String name();

  /** One sentence about it. */
  String description();

  /** Its settings for a case; by default none. */
  default ConfigSchema configSchema() {
    return ConfigSchema.EMPTY;
  }

  /**
   * Judges one answer.
   *
   * @throws io.omniroute.api.GatewayException {@code INVALID_REQUEST} where the case cannot be
   *     judged, such as a pattern that is none
   */
  Score score(Sample sample, Config config);
}
