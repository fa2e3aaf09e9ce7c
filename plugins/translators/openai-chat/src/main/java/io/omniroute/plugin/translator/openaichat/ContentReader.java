package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.chat.MediaSource;
import io.omniroute.api.chat.Part;
import io.omniroute.api.chat.PartMeta;
import io.omniroute.api.json.FieldReader;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonString;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the content of messages: text, or an array of parts. */
final class ContentReader {

  private ContentReader() {}

  /** The parts of a message; null where it has no content. */
  static @Nullable List<Part> read(FieldReader message) {
    Json content = message.value("content");
    return switch (content) {
      case null -> null;
      case JsonString text ->
          text.value().isEmpty() ? List.of() : List.of(new Part.Text(text.value()));
      case JsonArray ignored ->
          message.objects("content").stream().map(ContentReader::part).toList();
      default -> throw message.fault("content", "must be text or an array of parts");
    };
  }

  private static Part part(FieldReader part) {
    String type = part.requiredText("type");
    return switch (type) {
      case "text" -> {
        String text = part.requiredText("text");
        yield new Part.Text(text, List.of(), Leftovers.meta(part));
      }
      case "refusal" -> {
        String text = part.requiredText("refusal");
        yield new Part.Refusal(text, Leftovers.meta(part));
      }
      case "image_url" -> image(part);
      case "input_audio" -> audio(part);
      case "file" -> file(part);
      case "video_url" -> new Part.Video(address(part, "video_url"), Leftovers.meta(part));
      case "thinking" -> new Part.Thinking(thinking(part), null, Leftovers.meta(part));
      default -> new Part.Unknown(OpenAiChatTranslator.FORMAT, part.object(), PartMeta.NONE);
    };
  }

  private static Part image(FieldReader part) {
    FieldReader holder =
        part.object().get("image_url") instanceof JsonString ? null : part.object("image_url");
    String detail = holder == null ? null : holder.text("detail");
    return new Part.Image(address(part, "image_url"), detail, Leftovers.meta(part));
  }

  /** The address in a field that is a text or an object with a {@code url}. */
  private static MediaSource address(FieldReader part, String name) {
    String url =
        part.object().get(name) instanceof JsonString
            ? part.requiredText(name)
            : part.requiredObject(name).requiredText("url");
    try {
      return MediaSource.ofUrl(url);
    } catch (IllegalArgumentException e) {
      throw part.fault(name, "must be an address: " + e.getMessage());
    }
  }

  private static Part audio(FieldReader part) {
    FieldReader audio = part.requiredObject("input_audio");
    String format = audio.requiredText("format").toLowerCase(Locale.ROOT);
    String mediaType = format.equals("mp3") ? "audio/mpeg" : "audio/" + format;
    return new Part.Audio(
        new MediaSource.Inline(mediaType, audio.requiredText("data")), Leftovers.meta(part));
  }

  private static Part file(FieldReader part) {
    FieldReader file = part.requiredObject("file");
    String name = file.text("filename");
    String id = file.text("file_id");
    String data = file.text("file_data");
    if (id == null && data == null) {
      throw part.fault("file", "needs file_id or file_data");
    }
    MediaSource source =
        data == null
            ? new MediaSource.StoredFile(id == null ? "" : id, null)
            : inline(file, data, name);
    return new Part.Document(source, name, Leftovers.meta(part));
  }

  private static MediaSource inline(FieldReader file, String data, @Nullable String name) {
    if (!data.startsWith("data:")) {
      boolean text = name != null && name.endsWith(".txt");
      return new MediaSource.Inline(text ? "text/plain" : "application/pdf", data);
    }
    try {
      return MediaSource.ofUrl(data);
    } catch (IllegalArgumentException e) {
      throw file.fault("file_data", e.getMessage() == null ? "is malformed" : e.getMessage());
    }
  }

  private static String thinking(FieldReader part) {
    if (part.object().get("thinking") instanceof JsonString) {
      return part.requiredText("thinking");
    }
    return part.objects("thinking").stream()
        .map(piece -> piece.text("text"))
        .filter(text -> text != null)
        .collect(Collectors.joining());
  }
}
