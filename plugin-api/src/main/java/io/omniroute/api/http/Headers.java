package io.omniroute.api.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Header fields in their order; names are compared without case, and a name may stand more than
 * once. Immutable.
 */
public final class Headers {

  /** No fields. */
  public static final Headers NONE = new Headers(List.of());

  private final List<Field> fields;

  private Headers(List<Field> fields) {
    this.fields = fields;
  }

  /** Header fields in the given order. */
  public static Headers of(List<Field> fields) {
    return fields.isEmpty() ? NONE : new Headers(List.copyOf(fields));
  }

  /** One header field. */
  public static Headers of(String name, String value) {
    return new Headers(List.of(new Field(name, value)));
  }

  /** Starts a new list. */
  public static Builder builder() {
    return new Builder();
  }

  /** The fields in their order. */
  public List<Field> fields() {
    return fields;
  }

  /** The first value of a name, or null. */
  public @Nullable String get(String name) {
    for (Field field : fields) {
      if (field.name().equalsIgnoreCase(name)) {
        return field.value();
      }
    }
    return null;
  }

  /** The first value of a name. */
  public Optional<String> first(String name) {
    return Optional.ofNullable(get(name));
  }

  /** These fields, with one name set to one value. */
  public Headers with(String name, String value) {
    return builder().addAll(this).set(name, value).build();
  }

  /** These fields without some names, which are given in lower case. */
  public Headers without(Set<String> lowerCaseNames) {
    return of(
        fields.stream()
            .filter(field -> !lowerCaseNames.contains(field.name().toLowerCase(Locale.ROOT)))
            .toList());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Headers headers && headers.fields.equals(fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  /** Only the names: values may be secrets. */
  @Override
  public String toString() {
    return fields.stream().map(Field::name).toList().toString();
  }

  /**
   * One field.
   *
   * @param name its name, as it is sent
   * @param value its value
   */
  public record Field(String name, String value) {

    /** Refuses what would break out of the field. */
    public Field {
      if (name.isEmpty() || hasLineBreak(name) || hasLineBreak(value)) {
        throw new IllegalArgumentException("a header field is one line with a name");
      }
    }

    private static boolean hasLineBreak(String text) {
      return text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\0') >= 0;
    }

    /** Only the name: the value may be a secret. */
    @Override
    public String toString() {
      return name;
    }
  }

  /** Collects fields; not thread-safe. */
  public static final class Builder {

    private final List<Field> fields = new ArrayList<>();

    private Builder() {}

    /** Adds a field, beside others of its name. */
    public Builder add(String name, String value) {
      fields.add(new Field(name, value));
      return this;
    }

    /** Adds all fields. */
    public Builder addAll(Headers headers) {
      fields.addAll(headers.fields);
      return this;
    }

    /** Sets a field in place of all others of its name. */
    public Builder set(String name, String value) {
      fields.removeIf(field -> field.name().equalsIgnoreCase(name));
      return add(name, value);
    }

    /** The fields so far. */
    public Headers build() {
      return Headers.of(fields);
    }
  }
}
