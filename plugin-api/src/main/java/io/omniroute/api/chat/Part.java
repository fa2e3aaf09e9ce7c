package io.omniroute.api.chat;

import io.omniroute.api.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of content. The host switches over all kinds; a plugin should have a default branch,
 * since later versions may add kinds.
 */
public sealed interface Part {

  /** What belongs to any part: a caching mark and unknown fields. */
  PartMeta meta();

  /**
   * Text.
   *
   * @param text the text
   * @param citations where it comes from
   * @param meta mark and unknown fields
   */
  record Text(String text, List<Citation> citations, PartMeta meta) implements Part {

    /** Copies the list. */
    public Text {
      citations = List.copyOf(citations);
    }

    /** Plain text. */
    public Text(String text) {
      this(text, List.of(), PartMeta.NONE);
    }
  }

  /**
   * An image.
   *
   * @param source its bytes or where they are
   * @param detail how closely to look ({@code low}, {@code high}, {@code auto}), or null
   * @param meta mark and unknown fields
   */
  record Image(MediaSource source, @Nullable String detail, PartMeta meta) implements Part {

    /** An image without more. */
    public Image(MediaSource source) {
      this(source, null, PartMeta.NONE);
    }
  }

  /**
   * A document, such as a PDF.
   *
   * @param source its bytes or where they are
   * @param name its file name or title, or null
   * @param meta mark and unknown fields
   */
  record Document(MediaSource source, @Nullable String name, PartMeta meta) implements Part {

    /** A document without more. */
    public Document(MediaSource source, @Nullable String name) {
      this(source, name, PartMeta.NONE);
    }
  }

  /**
   * Sound.
   *
   * @param source its bytes or where they are
   * @param meta mark and unknown fields
   */
  record Audio(MediaSource source, PartMeta meta) implements Part {

    /** Sound without more. */
    public Audio(MediaSource source) {
      this(source, PartMeta.NONE);
    }
  }

  /**
   * Moving pictures.
   *
   * @param source its bytes or where they are
   * @param meta mark and unknown fields
   */
  record Video(MediaSource source, PartMeta meta) implements Part {

    /** Moving pictures without more. */
    public Video(MediaSource source) {
      this(source, PartMeta.NONE);
    }
  }

  /**
   * The model's call of a tool.
   *
   * @param id the call's id, unique in the conversation
   * @param name the tool's name
   * @param arguments the arguments as the model wrote them: JSON text for functions (an empty call
   *     is <code>{}</code>), free text for custom tools
   * @param kind the tool's kind
   * @param signature the vendor's signature of the thinking that led here, or null
   * @param meta mark and unknown fields
   */
  record ToolCall(
      String id,
      String name,
      String arguments,
      ToolKind kind,
      @Nullable Signature signature,
      PartMeta meta)
      implements Part {

    /** A call of a function. */
    public ToolCall(String id, String name, String arguments) {
      this(id, name, arguments, ToolKind.FUNCTION, null, PartMeta.NONE);
    }
  }

  /**
   * What a tool answered.
   *
   * @param callId the id of the call it answers
   * @param name the tool's name where it is known
   * @param content the answer: texts, images, documents
   * @param error whether the tool failed
   * @param meta mark and unknown fields
   */
  record ToolResult(
      String callId, @Nullable String name, List<Part> content, boolean error, PartMeta meta)
      implements Part {

    /** Copies the list. */
    public ToolResult {
      content = List.copyOf(content);
    }

    /** A good result of text. */
    public ToolResult(String callId, String text) {
      this(callId, null, List.of(new Text(text)), false, PartMeta.NONE);
    }
  }

  /**
   * The model's thinking, or a summary of it.
   *
   * @param text the thinking; may be empty where only the signature is known
   * @param signature the vendor's signature, or null; text and signature belong together unchanged
   * @param meta mark and unknown fields
   */
  record Thinking(String text, @Nullable Signature signature, PartMeta meta) implements Part {

    /** Thinking with or without a signature. */
    public Thinking(String text, @Nullable Signature signature) {
      this(text, signature, PartMeta.NONE);
    }
  }

  /**
   * Thinking that its vendor shows to nobody.
   *
   * @param data the sealed thinking
   * @param meta mark and unknown fields
   */
  record RedactedThinking(Signature data, PartMeta meta) implements Part {}

  /**
   * The model's own words of refusal.
   *
   * @param text the refusal
   * @param meta mark and unknown fields
   */
  record Refusal(String text, PartMeta meta) implements Part {

    /** A refusal without more. */
    public Refusal(String text) {
      this(text, PartMeta.NONE);
    }
  }

  /**
   * A part that the neutral model does not know. A writer of the same format puts it back; others
   * report it as dropped.
   *
   * @param format the format it was read from
   * @param value the part as it was
   * @param meta mark; unknown fields are in the value
   */
  record Unknown(String format, JsonObject value, PartMeta meta) implements Part {}
}
