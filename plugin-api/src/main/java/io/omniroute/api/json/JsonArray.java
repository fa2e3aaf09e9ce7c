package io.omniroute.api.json;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A JSON array.
 *
 * @param items the items in their order
 */
public record JsonArray(List<Json> items) implements Json, Iterable<Json> {

  /** An array without items. */
  public static final JsonArray EMPTY = new JsonArray(List.of());

  /** Copies the list. */
  public JsonArray {
    items = List.copyOf(items);
  }

  /** An array of the given items. */
  public static JsonArray of(Json... items) {
    return new JsonArray(List.of(items));
  }

  /** An array of strings. */
  public static JsonArray ofStrings(List<String> items) {
    return new JsonArray(items.stream().<Json>map(JsonString::new).toList());
  }

  /** The items that are objects; others are left out. */
  public Stream<JsonObject> objects() {
    return items.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
  }

  /** The items that are strings; others are left out. */
  public Stream<String> strings() {
    return items.stream()
        .filter(JsonString.class::isInstance)
        .map(item -> ((JsonString) item).value());
  }

  /** The number of items. */
  public int size() {
    return items.size();
  }

  /** Whether there are no items. */
  public boolean isEmpty() {
    return items.isEmpty();
  }

  @Override
  public Iterator<Json> iterator() {
    return items.iterator();
  }
}
