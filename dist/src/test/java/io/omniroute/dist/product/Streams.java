package io.omniroute.dist.product;

/** Streams of an OpenAI-compatible upstream. */
final class Streams {

  private Streams() {}

  /** A whole stream of words. */
  static String of(String... words) {
    return open(words) + end();
  }

  /** A stream of words that has no end yet. */
  static String open(String... words) {
    StringBuilder stream =
        new StringBuilder(chunk("{\"role\":\"assistant\",\"content\":\"\"}", null));
    for (String word : words) {
      stream.append(chunk("{\"content\":\"" + word + "\"}", null));
    }
    return stream.toString();
  }

  /** What ends a stream. */
  static String end() {
    return chunk("{}", "stop") + "data: [DONE]\n\n";
  }

  private static String chunk(String delta, String finish) {
    return "data:"
        + " {\"id\":\"chatcmpl-8\",\"object\":\"chat.completion.chunk\",\"created\":1700000000,"
        + "\"model\":\"gpt-test\",\"choices\":[{\"index\":0,\"delta\":"
        + delta
        + ",\"finish_reason\":"
        + (finish == null ? "null" : "\"" + finish + "\"")
        + "}]}\n\n";
  }
}
