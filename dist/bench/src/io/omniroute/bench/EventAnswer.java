package io.omniroute.bench;

/**
 * A stream of server-sent events: whole if exactly the expected number of data events came, then
 * {@code [DONE]}, then nothing. Comments and other fields are ignored, as the format asks.
 */
final class EventAnswer implements Answer {

  private static final byte[] DATA = Bytes.of("data:");
  private static final byte[] DONE = Bytes.of("[DONE]");
  private static final byte[] TIME = Bytes.of(AnswerBytes.TIME_MARK);

  private final LoadCounters counters;
  private final byte[] line = new byte[16 * 1024];
  private int length;
  private int events;
  private boolean done;
  private boolean afterDone;
  private boolean tooLong;
  private long receivedNanos;

  EventAnswer(LoadCounters counters) {
    this.counters = counters;
  }

  @Override
  public void begin() {
    length = 0;
    events = 0;
    done = false;
    afterDone = false;
    tooLong = false;
  }

  @Override
  public void received(long nanos) {
    receivedNanos = nanos;
  }

  @Override
  public void accept(byte[] buffer, int from, int to) {
    int start = from;
    for (int at = from; at < to; at++) {
      if (buffer[at] == '\n') {
        append(buffer, start, at);
        endLine();
        start = at + 1;
      }
    }
    append(buffer, start, to);
  }

  @Override
  public String problem() {
    if (tooLong) {
      return "event line longer than " + line.length + " bytes";
    }
    if (length > 0) {
      return "stream ends inside a line";
    }
    if (afterDone || !done) {
      return afterDone ? "data after [DONE]" : "stream without [DONE], events: " + events;
    }
    return events == AnswerBytes.EVENTS ? "" : "stream of " + events + " events";
  }

  private void append(byte[] buffer, int from, int to) {
    int count = Math.min(to - from, line.length - length);
    tooLong |= count < to - from;
    System.arraycopy(buffer, from, line, length, count);
    length += count;
  }

  private void endLine() {
    int end = length;
    length = 0;
    if (end > 0 && line[end - 1] == '\r') {
      end--;
    }
    if (!Bytes.matches(line, 0, end, DATA)) {
      return;
    }
    afterDone |= done;
    if (Bytes.matches(line, Bytes.skipSpaces(line, DATA.length, end), end, DONE)) {
      done = true;
      return;
    }
    events++;
    counters.chunk();
    countLatency(end);
  }

  private void countLatency(int end) {
    int mark = Bytes.indexOf(line, DATA.length, end, TIME);
    if (mark < 0) {
      return;
    }
    // 19 digits are read as 1 + 18, which is what the number reader takes.
    int digits = mark + TIME.length;
    if (digits + AnswerBytes.TIME_DIGITS <= end && line[digits] == '0') {
      long sent = Bytes.number(line, digits + 1, digits + AnswerBytes.TIME_DIGITS);
      if (sent > 0) {
        counters.chunkLatency(receivedNanos - sent);
      }
    }
  }
}
