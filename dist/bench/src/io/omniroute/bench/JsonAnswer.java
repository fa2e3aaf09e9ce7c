package io.omniroute.bench;

/** A JSON answer: whole if it is an object and the upstream's closing mark stands in it. */
final class JsonAnswer implements Answer {

  private static final byte[] MARK = Bytes.of(AnswerBytes.COMPLETE_MARK);

  private final byte[] body = new byte[64 * 1024];
  private int length;
  private boolean tooLong;

  @Override
  public void begin() {
    length = 0;
    tooLong = false;
  }

  @Override
  public void received(long nanos) {
    // When a part of the document came is of no interest.
  }

  @Override
  public void accept(byte[] buffer, int from, int to) {
    int count = Math.min(to - from, body.length - length);
    tooLong |= count < to - from;
    System.arraycopy(buffer, from, body, length, count);
    length += count;
  }

  @Override
  public String problem() {
    if (tooLong) {
      return "answer larger than " + body.length + " bytes";
    }
    int end = length;
    while (end > 0 && body[end - 1] <= ' ') {
      end--;
    }
    if (end == 0 || body[0] != '{' || body[end - 1] != '}') {
      return "answer is no JSON object";
    }
    return Bytes.indexOf(body, 0, end, MARK) < 0 ? "answer lacks the upstream's text" : "";
  }
}
