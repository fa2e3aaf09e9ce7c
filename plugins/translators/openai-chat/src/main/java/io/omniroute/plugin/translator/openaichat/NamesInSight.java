package io.omniroute.plugin.translator.openaichat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for a few texts in JSON, as names of fields and as values, in one pass over the bytes and
 * at whatever depth. What is inside longer texts is passed over. Immutable; made once for many
 * bodies.
 */
final class NamesInSight {
  private static final int BUCKETS = 64;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<List<Needle>> buckets = new ArrayList<>();
  private final int longest;

  NamesInSight(Set<String> names) {
    for (int i = 0; i < BUCKETS; i++) {
      buckets.add(new ArrayList<>());
    }
    int most = 0;
    for (String name : names) {
      byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
      if (bytes.length == 0) {
        continue;
      }
      numbers.put(name, numbers.size());
      buckets.get(bucket(bytes[0], bytes.length)).add(new Needle(bytes, numbers.get(name)));
      most = Math.max(most, bytes.length);
    }
    longest = most;
  }

  private record Needle(byte[] text, int number) {}

  private static int bucket(byte first, int length) {
    return (first * 7 + length) & (BUCKETS - 1);
  }

  /** Looks through a body, which is valid JSON or cut off. */
  Seen in(byte[] json) {
    Seen seen = new Seen();
    int i = 0;
    while (i < json.length) {
      if (json[i] == '"') {
        int end = endOfText(json, i + 1);
        text(json, i + 1, end, seen);
        i = end;
      }
      i++;
    }
    return seen;
  }

  private static int endOfText(byte[] json, int from) {
    int end = from;
    while (end < json.length && json[end] != '"') {
      end += json[end] == '\\' ? 2 : 1;
    }
    return Math.min(end, json.length);
  }

  private void text(byte[] json, int start, int end, Seen seen) {
    int length = end - start;
    if (length == 0 || length > longest) {
      return;
    }
    for (Needle needle : buckets.get(bucket(json[start], length))) {
      if (matches(json, start, length, needle.text())) {
        int next = ByteSearch.skipSpace(json, end + 1);
        boolean field = next < json.length && json[next] == ':';
        (field ? seen.fields : seen.values)[needle.number()]++;
      }
    }
  }

  private static boolean matches(byte[] json, int start, int length, byte[] text) {
    if (text.length != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (json[start + i] != text[i]) {
        return false;
      }
    }
    return true;
  }

  /** What was found in one body. */
  final class Seen {
    private final int[] fields = new int[numbers.size()];
    private final int[] values = new int[numbers.size()];

    /** How often a text is the name of a field. */
    int fields(String name) {
      return count(fields, name);
    }

    /** How often a text is a value. */
    int values(String name) {
      return count(values, name);
    }

    private int count(int[] counts, String name) {
      Integer number = numbers.get(name);
      return number == null ? 0 : counts[number];
    }
  }
}
