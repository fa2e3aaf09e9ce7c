package io.omniroute.bench;

import java.nio.ByteBuffer;

/**
 * The upstream's answers, built once: an answer costs the upstream one socket write and no more.
 *
 * <p>Every event of a stream is an HTTP chunk of its own, as model providers send it. Usage, when
 * asked for, rides on the finish chunk, so the number of events is always {@link #EVENTS}.
 */
final class AnswerBytes {

  /** Events of one stream, without the closing {@code [DONE]}. */
  static final int EVENTS = 100;

  /** Stands in every whole answer that is not a stream; the load generator looks for it. */
  static final String COMPLETE_MARK = "bench-complete";

  /** Precedes the 19-digit send time in a content event of a paced stream. */
  static final String TIME_MARK = "@t";

  /** Digits of the send time. */
  static final int TIME_DIGITS = 19;

  private static final int JSON_BYTES = 952;
  private static final int EVENT_BYTES = 213;
  private static final String USAGE =
      "\"usage\":{\"prompt_tokens\":200,\"completion_tokens\":98,\"total_tokens\":298}";
  private static final String STREAM_HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-cache\r\n"
          + "Transfer-Encoding: chunked\r\n\r\n";
  private static final String MODELS =
      "{\"object\":\"list\",\"data\":[{\"id\":\"gpt\",\"object\":\"model\","
          + "\"created\":1700000000,\"owned_by\":\"bench\"}]}";

  private AnswerBytes() {}

  /** A chat completion of 952 bytes with usage, head included. */
  static ByteBuffer completion() {
    String start =
        "{\"id\":\"chatcmpl-bench\",\"object\":\"chat.completion\",\"created\":1700000000,"
            + "\"model\":\"gpt\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\","
            + "\"content\":\"";
    String end = COMPLETE_MARK + "\"},\"finish_reason\":\"stop\"}]," + USAGE + "}";
    return json("200 OK", padded(start, end, JSON_BYTES));
  }

  static ByteBuffer models() {
    return json("200 OK", MODELS);
  }

  static ByteBuffer notFound() {
    return json("404 Not Found", "{\"error\":{\"message\":\"no such path\"}}");
  }

  /** The whole stream in one buffer. */
  static ByteBuffer flood(boolean usage) {
    return direct(
        STREAM_HEAD + roleChunk() + contentChunk().repeat(EVENTS - 2) + finishChunks(usage));
  }

  /** What a paced stream starts with: the head and the role event. */
  static ByteBuffer pacedStart() {
    return direct(STREAM_HEAD + roleChunk());
  }

  /** One content event as an HTTP chunk; the digits after {@link #TIME_MARK} are to be set. */
  static ByteBuffer pacedContent() {
    return direct(contentChunk());
  }

  /** What a stream ends with: finish event, {@code [DONE]} and the last chunk. */
  static ByteBuffer pacedEnd(boolean usage) {
    return direct(finishChunks(usage));
  }

  /** Where in {@link #pacedContent} the digits of the send time begin. */
  static int timeOffset() {
    return contentChunk().indexOf(TIME_MARK) + TIME_MARK.length();
  }

  private static String roleChunk() {
    return chunk(event("\"role\":\"assistant\",\"content\":\"\"", "null", ""));
  }

  private static String contentChunk() {
    String time = TIME_MARK + "0".repeat(TIME_DIGITS);
    String bare = event("\"content\":\"" + time + "\"", "null", "");
    String filler =
        " lorem ipsum dolor sit amet".repeat(8).substring(0, EVENT_BYTES - bare.length());
    return chunk(event("\"content\":\"" + time + filler + "\"", "null", ""));
  }

  private static String finishChunks(boolean usage) {
    String finish = event("", "\"stop\"", usage ? "," + USAGE : "");
    return chunk(finish) + chunk("data: [DONE]\n\n") + "0\r\n\r\n";
  }

  private static String event(String delta, String finishReason, String more) {
    return "data: {\"id\":\"chatcmpl-bench\",\"object\":\"chat.completion.chunk\","
        + "\"created\":1700000000,\"model\":\"gpt\",\"choices\":[{\"index\":0,\"delta\":{"
        + delta
        + "},\"finish_reason\":"
        + finishReason
        + "}]"
        + more
        + "}\n\n";
  }

  private static String chunk(String data) {
    return Integer.toHexString(data.length()) + "\r\n" + data + "\r\n";
  }

  private static ByteBuffer json(String status, String body) {
    return direct(
        "HTTP/1.1 "
            + status
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  private static String padded(String start, String end, int length) {
    String filler = "The quick brown fox jumps over the lazy dog. ".repeat(length / 45 + 1);
    return start + filler.substring(0, length - start.length() - end.length()) + end;
  }

  private static ByteBuffer direct(String text) {
    byte[] bytes = Bytes.of(text);
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }
}
