package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.chat.CacheHint;
import io.omniroute.api.chat.Extras;
import io.omniroute.api.chat.PartMeta;
import io.omniroute.api.json.FieldReader;
import io.omniroute.api.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** What readers did not understand and writers put back. */
final class Leftovers {

  private Leftovers() {}

  /** The fields that nobody read so far. */
  static Extras of(FieldReader reader) {
    return Extras.of(OpenAiChatTranslator.FORMAT, reader.rest());
  }

  /** The caching mark that some hosts take, and the fields nobody read so far. */
  static PartMeta meta(FieldReader reader) {
    return PartMeta.of(cacheHint(reader), of(reader));
  }

  /** The fields that a reader of this format left, or none. */
  static JsonObject in(Extras extras) {
    JsonObject own = extras.of(OpenAiChatTranslator.FORMAT);
    return own == null ? JsonObject.EMPTY : own;
  }

  private static @Nullable CacheHint cacheHint(FieldReader reader) {
    FieldReader control = reader.object("cache_control");
    return control == null ? null : new CacheHint(control.text("ttl"));
  }
}
