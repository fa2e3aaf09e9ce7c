package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.chat.CacheHint;
import io.omniroute.api.chat.MediaSource;
import io.omniroute.api.chat.Part;
import io.omniroute.api.chat.PartMeta;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonString;
import io.omniroute.api.translate.Losses;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the content of messages: text alone where that is enough, else an array of parts. */
final class ContentWriter {
  private static final String NO_PLACE = "not part of the format";

  private final HostQuirks quirks;
  private final Losses losses;

  ContentWriter(HostQuirks quirks, Losses losses) {
    this.quirks = quirks;
    this.losses = losses;
  }

  /**
   * A part and where it stands in the neutral request.
   *
   * @param part the part
   * @param path its place
   */
  record Placed(Part part, String path) {}

  /** The content of a message; parts that cannot be written are reported. */
  Json content(List<Placed> parts) {
    List<JsonObject> written = new ArrayList<>();
    for (Placed placed : parts) {
      JsonObject part = part(placed);
      if (part != null) {
        written.add(part);
      }
    }
    boolean plain = written.stream().allMatch(ContentWriter::isPlainText);
    if (written.isEmpty() || (plain && written.size() == 1) || quirks.plainContent()) {
      return new JsonString(
          written.stream().map(part -> part.text("text", "")).collect(Collectors.joining("\n")));
    }
    return new JsonArray(List.copyOf(written));
  }

  private static boolean isPlainText(JsonObject part) {
    return part.fields().size() == 2 && part.has("text");
  }

  private @Nullable JsonObject part(Placed placed) {
    PartMeta meta = placed.part().meta();
    losses.foreign(meta.extras(), OpenAiChatTranslator.FORMAT, placed.path() + ".meta");
    if (meta.cacheHint() != null && !quirks.cacheControl()) {
      losses.dropped(placed.path() + ".meta.cacheHint", "this host has no caching marks");
    }
    JsonObject body = body(placed);
    boolean unwritable = quirks.plainContent() && body != null && !body.has("text");
    if (body == null || unwritable) {
      losses.dropped(placed.path(), NO_PLACE);
      return null;
    }
    JsonObject own = Leftovers.in(meta.extras());
    if (own.isEmpty() && meta.cacheHint() == null) {
      return body;
    }
    JsonObject.Builder all = body.toBuilder();
    own.fields().forEach(all::put);
    if (meta.cacheHint() != null && quirks.cacheControl()) {
      all.put("cache_control", cacheControl(meta.cacheHint()));
    }
    return all.build();
  }

  private @Nullable JsonObject body(Placed placed) {
    return switch (placed.part()) {
      case Part.Text text -> text(text, placed.path());
      case Part.Refusal refusal -> typed("refusal", new JsonString(refusal.text()));
      case Part.Image image -> image(image);
      case Part.Audio audio -> audio(audio);
      case Part.Document document -> document(document);
      case Part.Video video -> {
        String url = address(video.source());
        yield url == null ? null : typed("video_url", JsonObject.builder().put("url", url).build());
      }
      case Part.Unknown unknown ->
          unknown.format().equals(OpenAiChatTranslator.FORMAT) ? unknown.value() : null;
      default -> null;
    };
  }

  private JsonObject text(Part.Text text, String path) {
    if (!text.citations().isEmpty()) {
      losses.dropped(path + ".citations", NO_PLACE);
    }
    return textPart(text.text());
  }

  private static JsonObject textPart(String text) {
    return typed("text", new JsonString(text));
  }

  private static JsonObject typed(String type, Json value) {
    return JsonObject.builder().put("type", type).put(type, value).build();
  }

  private static @Nullable JsonObject image(Part.Image image) {
    String url = address(image.source());
    return url == null
        ? null
        : typed(
            "image_url",
            JsonObject.builder().put("url", url).put("detail", image.detail()).build());
  }

  private static @Nullable String address(MediaSource source) {
    return switch (source) {
      case MediaSource.Inline inline -> inline.toDataUrl();
      case MediaSource.Url url -> url.url();
      default -> null;
    };
  }

  private static @Nullable JsonObject audio(Part.Audio audio) {
    if (!(audio.source() instanceof MediaSource.Inline inline)) {
      return null;
    }
    String subtype = inline.mediaType().substring(inline.mediaType().indexOf('/') + 1);
    String format =
        switch (subtype) {
          case "mpeg" -> "mp3";
          case "x-wav", "wave" -> "wav";
          default -> subtype;
        };
    return typed(
        "input_audio",
        JsonObject.builder().put("data", inline.base64()).put("format", format).build());
  }

  private static @Nullable JsonObject document(Part.Document document) {
    return switch (document.source()) {
      case MediaSource.Inline inline ->
          typed(
              "file",
              JsonObject.builder()
                  .put("file_data", inline.toDataUrl())
                  .put("filename", document.name())
                  .build());
      case MediaSource.StoredFile file ->
          typed(
              "file",
              JsonObject.builder()
                  .put("file_id", file.id())
                  .put("filename", document.name())
                  .build());
      case MediaSource.PlainText plain ->
          textPart(document.name() == null ? plain.text() : document.name() + "\n" + plain.text());
      default -> null;
    };
  }

  static JsonObject cacheControl(CacheHint hint) {
    return JsonObject.builder().put("type", "ephemeral").put("ttl", hint.ttl()).build();
  }
}
