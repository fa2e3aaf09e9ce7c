package io.omniroute.platform.management.http;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.config.ConfigProblem;
import io.omniroute.api.json.FieldReader;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonException;
import io.omniroute.api.json.JsonNull;
import io.omniroute.api.json.JsonObject;
import io.omniroute.platform.management.InvalidInput;
import io.omniroute.platform.management.Patch;
import io.omniroute.platform.web.WebRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The JSON object of a request, read strictly: every fault is gathered, wrong types and unknown
 * fields among them, and {@link #done} refuses them together. Not thread-safe.
 */
final class Body {

  private final FieldReader fields;
  private final Set<String> read = new HashSet<>();
  private final List<ConfigProblem> problems = new ArrayList<>();

  private Body(JsonObject object) {
    fields = FieldReader.of(object);
  }

  /**
   * The body of a request; an empty one is an object without fields.
   *
   * @throws InvalidInput when it is no JSON object
   */
  static Body of(WebRequest request) {
    byte[] bytes = request.body();
    if (bytes.length == 0) {
      return new Body(JsonObject.EMPTY);
    }
    try {
      if (Json.parse(bytes) instanceof JsonObject object) {
        return new Body(object);
      }
      throw new InvalidInput("body", "Invalid JSON body: an object is expected");
    } catch (JsonException e) {
      throw new InvalidInput("body", "Invalid JSON body: " + e.reason());
    }
  }

  /** The object as it came. */
  JsonObject object() {
    return fields.object();
  }

  @Nullable String text(String name) {
    return guarded(name, () -> fields.text(name));
  }

  String requiredText(String name) {
    String value = text(name);
    if (value == null && problems.stream().noneMatch(problem -> problem.field().equals(name))) {
      problems.add(new ConfigProblem(name, "is required"));
    }
    return value == null ? "" : value;
  }

  @Nullable Boolean bool(String name) {
    return guarded(name, () -> fields.bool(name));
  }

  @Nullable Integer whole(String name) {
    return guarded(name, () -> fields.small(name));
  }

  @Nullable List<String> texts(String name) {
    return guarded(
        name,
        () -> {
          JsonArray array = fields.array(name);
          return array == null ? null : fields.texts(name);
        });
  }

  @Nullable JsonObject objectField(String name) {
    return guarded(
        name,
        () -> {
          FieldReader object = fields.object(name);
          return object == null ? null : object.object();
        });
  }

  /** A moment as ISO 8601 with an offset, or null. */
  @Nullable Instant moment(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      problems.add(new ConfigProblem(name, "must be a time such as 2030-01-31T12:00:00Z"));
      return null;
    }
  }

  /** A field as part of a change: absent leaves alone, null clears. */
  <T> Patch<T> patch(String name, Supplier<@Nullable T> value) {
    read.add(name);
    return fields.object().has(name) ? Patch.set(value.get()) : Patch.keep();
  }

  /** A field as part of a change that cannot be cleared: null is a fault. */
  <T> Patch<T> required(String name, Supplier<@Nullable T> value) {
    if (fields.object().get(name) instanceof JsonNull) {
      read.add(name);
      problems.add(new ConfigProblem(name, "must not be null"));
      return Patch.keep();
    }
    return patch(name, value);
  }

  /** Fields that the original takes and that have no effect here. */
  Body ignoring(String... names) {
    read.addAll(Set.of(names));
    return this;
  }

  /**
   * Ends the reading.
   *
   * @throws InvalidInput naming every fault
   */
  void done() {
    for (String name : fields.object().fields().keySet()) {
      if (!read.contains(name)) {
        problems.add(new ConfigProblem(name, "is not a field here"));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
  }

  private <T> @Nullable T guarded(String name, Supplier<@Nullable T> value) {
    read.add(name);
    try {
      return value.get();
    } catch (GatewayException e) {
      if (e.code() != ErrorCode.INVALID_REQUEST) {
        throw e;
      }
      problems.add(new ConfigProblem(name, e.reason().replaceFirst("^Invalid '[^']*': ", "")));
      return null;
    }
  }
}
