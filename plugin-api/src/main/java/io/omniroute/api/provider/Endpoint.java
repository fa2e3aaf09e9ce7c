package io.omniroute.api.provider;

import org.jspecify.annotations.Nullable;

/**
 * One call a provider offers.
 *
 * @param kind what it does
 * @param format the wire format it speaks, or empty where the kind has only one
 * @param path the path behind the base URL; <code>{model}</code> stands for the model's id
 * @param streamPath the path for streamed answers where it is another one, else null
 */
public record Endpoint(Kind kind, String format, String path, @Nullable String streamPath) {

  /** A chat endpoint. */
  public static Endpoint chat(String format, String path) {
    return new Endpoint(Kind.CHAT, format, path, null);
  }

  /** What an endpoint does. */
  public enum Kind {
    /** Answers conversations. */
    CHAT,
    /** Counts the tokens of a prompt. */
    COUNT_TOKENS,
    /** Lists models. */
    MODELS,
    /** Turns text into vectors. */
    EMBEDDINGS,
    /** Makes images. */
    IMAGES,
    /** Turns speech into text. */
    TRANSCRIPTION,
    /** Turns text into speech. */
    SPEECH,
    /** Judges content. */
    MODERATION,
    /** Orders documents by relevance. */
    RERANK
  }
}
