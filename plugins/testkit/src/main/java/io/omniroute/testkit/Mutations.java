package io.omniroute.testkit;

import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonBoolean;
import io.omniroute.api.json.JsonNull;
import io.omniroute.api.json.JsonNumber;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Damages good input a little, so that readers show how they take it. */
public final class Mutations {
  private static final List<Json> STRANGE =
      List.of(
          JsonNull.NULL,
          JsonBoolean.TRUE,
          new JsonNumber("-1"),
          new JsonNumber("1e400"),
          new JsonNumber("0.5"),
          new JsonString(""),
          new JsonString("\ud83d"),
          new JsonString("data:image/png"),
          JsonArray.EMPTY,
          JsonObject.EMPTY,
          JsonArray.of(JsonNull.NULL),
          JsonArray.of(JsonObject.EMPTY),
          JsonObject.builder().put("type", "hologram").build());

  private Mutations() {}

  /** The bytes with a few of them changed, removed, doubled or cut off. */
  public static byte[] ofBytes(byte[] good, Random random) {
    if (good.length == 0) {
      return good;
    }
    byte[] changed = good.clone();
    int at = random.nextInt(changed.length);
    return switch (random.nextInt(4)) {
      case 0 -> {
        changed[at] = (byte) random.nextInt(256);
        yield changed;
      }
      case 1 -> Arrays.copyOf(changed, at);
      case 2 -> {
        byte[] shorter = new byte[changed.length - 1];
        System.arraycopy(changed, 0, shorter, 0, at);
        System.arraycopy(changed, at + 1, shorter, at, shorter.length - at);
        yield shorter;
      }
      default -> {
        int length = Math.min(random.nextInt(8), changed.length - at);
        random.ints(length, 0, changed.length).forEach(i -> changed[i] = good[at]);
        yield changed;
      }
    };
  }

  /** The value with one value inside it replaced by a strange one, or removed. */
  public static Json ofValues(Json good, Random random) {
    return switch (good) {
      case JsonObject object when !object.isEmpty() -> ofObject(object, random);
      case JsonArray array when !array.isEmpty() -> ofArray(array, random);
      default -> strange(random);
    };
  }

  private static Json ofObject(JsonObject object, Random random) {
    List<Map.Entry<String, Json>> fields = List.copyOf(object.fields().entrySet());
    Map.Entry<String, Json> field = fields.get(random.nextInt(fields.size()));
    JsonObject.Builder changed = object.toBuilder();
    return switch (random.nextInt(6)) {
      case 0 -> changed.remove(field.getKey()).build();
      case 1 -> changed.put(field.getKey(), strange(random)).build();
      default -> changed.put(field.getKey(), ofValues(field.getValue(), random)).build();
    };
  }

  private static Json ofArray(JsonArray array, Random random) {
    List<Json> items = new ArrayList<>(array.items());
    int at = random.nextInt(items.size());
    switch (random.nextInt(6)) {
      case 0 -> items.remove(at);
      case 1 -> items.add(at, items.get(at));
      case 2 -> items.set(at, strange(random));
      default -> items.set(at, ofValues(items.get(at), random));
    }
    return new JsonArray(items);
  }

  private static Json strange(Random random) {
    return STRANGE.get(random.nextInt(STRANGE.size()));
  }
}
