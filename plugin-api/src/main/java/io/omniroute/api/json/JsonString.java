package io.omniroute.api.json;

/**
 * A JSON string.
 *
 * @param value the text, unescaped
 */
public record JsonString(String value) implements Json {

  /** Most strings hold nothing to escape; writing those takes no generator. */
  @Override
  public byte[] toBytes() {
    int length = value.length();
    byte[] quoted = new byte[length + 2];
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        return new JsonWriter(length + 16).value(value).toBytes();
      }
      quoted[i + 1] = (byte) c;
    }
    quoted[0] = '"';
    quoted[length + 1] = '"';
    return quoted;
  }
}
