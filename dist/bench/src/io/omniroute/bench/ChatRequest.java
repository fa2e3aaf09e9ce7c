package io.omniroute.bench;

import java.nio.ByteBuffer;

/** Builds the one request that a load run sends over and over: a body of 1,024 bytes. */
final class ChatRequest {

  private static final int BODY_BYTES = 1024;

  private ChatRequest() {}

  /** The whole request, head and body, in a direct buffer ready to be written. */
  static ByteBuffer bytes(Endpoint endpoint, Workload workload) {
    String body = body(endpoint.model(), workload);
    String request =
        "POST "
            + endpoint.url().getRawPath()
            + " HTTP/1.1\r\nHost: "
            + endpoint.url().getAuthority()
            + "\r\nContent-Type: application/json\r\nAccept: "
            + (workload.kind().streams() ? "text/event-stream" : "application/json")
            + "\r\nAuthorization: Bearer "
            + endpoint.key()
            + "\r\nUser-Agent: omniroute-bench\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    byte[] bytes = Bytes.of(request);
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }

  private static String body(String model, Workload workload) {
    String stream = workload.kind().streams() ? ",\"stream\":true" : "";
    String mark =
        workload.kind() == AnswerKind.PACED
            ? RequestBody.pacedMark(workload.paceMillis()) + " "
            : "";
    String start =
        "{\"model\":\""
            + model
            + "\""
            + stream
            + ",\"temperature\":0.7,\"messages\":[{\"role\":\"system\",\"content\":"
            + "\"You are a helpful assistant.\"},{\"role\":\"user\",\"content\":\""
            + mark;
    String end = "\"}]}";
    int missing = BODY_BYTES - start.length() - end.length();
    return start + "Tell me a story about a fox and a dog. ".repeat(30).substring(0, missing) + end;
  }
}
