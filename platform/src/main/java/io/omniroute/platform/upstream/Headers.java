package io.omniroute.platform.upstream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Header fields in their order, names compared without case. Immutable. Kept as the bytes of the
 * wire, so that reading a head makes no strings that nobody asks for.
 *
 * <p>Fields that belong to a connection ({@code connection}, {@code content-length}, {@code
 * expect}, {@code host}, {@code keep-alive}, {@code proxy-*}, {@code te}, {@code trailer}, {@code
 * transfer-encoding}, {@code upgrade}) may be present, but the client writes its own instead.
 */
public final class Headers {

  /** No fields. */
  public static final Headers EMPTY = new Headers(new byte[0], new int[0], 0);

  private static final Set<String> CONNECTION_OWNED =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");
  private static final int SHORTEST_OWNED = 2;
  private static final int LONGEST_OWNED = 19;
  private static final int OFFSETS = 4;
  private static final int SEPARATORS = 4;

  private final byte[] block;
  private final int[] offsets;
  private final int size;

  /** Per field four offsets into the block: name from, name to, value from, value to. */
  Headers(byte[] block, int[] offsets, int size) {
    this.block = block;
    this.offsets = offsets;
    this.size = size;
  }

  /** Starts an empty set of fields. */
  public static Builder builder() {
    return new Builder();
  }

  /** Fields from names and values in turn. */
  public static Headers of(String... namesAndValues) {
    Builder builder = builder();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      builder.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return builder.build();
  }

  /** Whether the name is of a field that belongs to a connection, not to a request. */
  public static boolean ownedByConnection(String name) {
    int length = name.length();
    return length >= SHORTEST_OWNED
        && length <= LONGEST_OWNED
        && CONNECTION_OWNED.contains(name.toLowerCase(Locale.ROOT));
  }

  /** How many fields there are. */
  public int size() {
    return size;
  }

  /** The name of the field at this place, as it was written. */
  public String name(int at) {
    int from = offsets[at * OFFSETS];
    return new String(block, from, offsets[at * OFFSETS + 1] - from, StandardCharsets.ISO_8859_1);
  }

  /** The value of the field at this place, without surrounding blanks. */
  public String value(int at) {
    int from = offsets[at * OFFSETS + 2];
    return new String(block, from, offsets[at * OFFSETS + 3] - from, StandardCharsets.ISO_8859_1);
  }

  /** The value of the first field of this name. */
  public Optional<String> first(String name) {
    int at = indexOf(name, 0);
    return at < 0 ? Optional.empty() : Optional.of(value(at));
  }

  /** The values of all fields of this name. */
  public List<String> all(String name) {
    List<String> values = new ArrayList<>(1);
    for (int at = indexOf(name, 0); at >= 0; at = indexOf(name, at + 1)) {
      values.add(value(at));
    }
    return List.copyOf(values);
  }

  /** Whether there is a field of this name. */
  public boolean contains(String name) {
    return indexOf(name, 0) >= 0;
  }

  /** Whether some field of this name lists the token, such as {@code connection: close}. */
  public boolean lists(String name, String token) {
    for (int at = indexOf(name, 0); at >= 0; at = indexOf(name, at + 1)) {
      for (String part : value(at).split(",")) {
        if (part.strip().equalsIgnoreCase(token)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The same fields but those of these names. */
  Headers without(String... names) {
    int[] kept = new int[size * OFFSETS];
    int count = 0;
    for (int at = 0; at < size; at++) {
      if (!List.of(names).contains(name(at).toLowerCase(Locale.ROOT))) {
        System.arraycopy(offsets, at * OFFSETS, kept, count++ * OFFSETS, OFFSETS);
      }
    }
    return new Headers(block, kept, count);
  }

  /** Shows every field in its order. */
  public void forEach(BiConsumer<String, String> action) {
    for (int at = 0; at < size; at++) {
      action.accept(name(at), value(at));
    }
  }

  /** The names only: values may be secret. */
  @Override
  public String toString() {
    List<String> names = new ArrayList<>(size);
    forEach((name, value) -> names.add(name));
    return names.toString();
  }

  /** The place of the first field of this name at or after a place, or -1. */
  int indexOf(String name, int from) {
    int length = name.length();
    for (int at = from; at < size; at++) {
      int start = offsets[at * OFFSETS];
      if (offsets[at * OFFSETS + 1] - start == length && sameName(name, start, length)) {
        return at;
      }
    }
    return -1;
  }

  private boolean sameName(String name, int start, int length) {
    for (int i = 0; i < length; i++) {
      int a = block[start + i];
      int b = name.charAt(i);
      if (a != b && lower(a) != lower(b)) {
        return false;
      }
    }
    return true;
  }

  private static int lower(int c) {
    return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
  }

  /** An upper bound of what {@link #writeTo} writes. */
  int wireSize() {
    return block.length + size * SEPARATORS;
  }

  /** Writes the end-to-end fields in wire form; returns where it stopped. */
  int writeTo(byte[] out, int position) {
    int to = position;
    for (int at = 0; at < size; at++) {
      int from = offsets[at * OFFSETS];
      int length = offsets[at * OFFSETS + 1] - from;
      if (length <= LONGEST_OWNED && length >= SHORTEST_OWNED && ownedByConnection(name(at))) {
        continue;
      }
      System.arraycopy(block, from, out, to, length);
      to += length;
      out[to++] = ':';
      out[to++] = ' ';
      from = offsets[at * OFFSETS + 2];
      length = offsets[at * OFFSETS + 3] - from;
      System.arraycopy(block, from, out, to, length);
      to += length;
      out[to++] = '\r';
      out[to++] = '\n';
    }
    return to;
  }

  /** Collects fields. Not thread-safe. */
  public static final class Builder {

    private byte[] block = new byte[256];
    private int[] offsets = new int[8 * OFFSETS];
    private int length;
    private int size;

    private Builder() {}

    /**
     * Adds a field.
     *
     * @throws IllegalArgumentException if the name is no token, or the value has a control
     *     character or one beyond Latin-1; the message does not repeat the value
     */
    public Builder add(String name, String value) {
      checkName(name);
      String stripped = value.strip();
      checkValue(name, stripped);
      int needed = name.length() + stripped.length();
      if (length + needed > block.length) {
        block = Arrays.copyOf(block, Math.max(block.length * 2, length + needed));
      }
      if ((size + 1) * OFFSETS > offsets.length) {
        offsets = Arrays.copyOf(offsets, offsets.length * 2);
      }
      int at = size++ * OFFSETS;
      offsets[at] = length;
      put(name);
      offsets[at + 1] = length;
      offsets[at + 2] = length;
      put(stripped);
      offsets[at + 3] = length;
      return this;
    }

    /** Adds every field of another set. */
    public Builder addAll(Headers others) {
      others.forEach(this::add);
      return this;
    }

    /** The fields so far. */
    public Headers build() {
      return new Headers(
          Arrays.copyOf(block, length), Arrays.copyOf(offsets, size * OFFSETS), size);
    }

    private void put(String text) {
      for (int i = 0; i < text.length(); i++) {
        block[length++] = (byte) text.charAt(i);
      }
    }

    private static void checkName(String name) {
      if (!HttpSyntax.isToken(name)) {
        throw new IllegalArgumentException("not the name of a header field");
      }
    }

    private static void checkValue(String name, String value) {
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        if ((c < ' ' && c != '\t') || c == 0x7f || c > 0xff) {
          throw new IllegalArgumentException(
              "the value of header field '" + name + "' has a character that cannot be sent");
        }
      }
    }
  }
}
