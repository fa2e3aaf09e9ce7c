package io.omniroute.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes compact JSON text into a growing buffer, without building values first. Not thread-safe.
 * Halves of surrogate pairs, which UTF-8 cannot express, become replacement characters. Calls that
 * would make invalid JSON (a value where a name is due) throw {@link IllegalStateException}.
 */
public final class JsonWriter {

  private final ByteArrayBuilder buffer;
  private final JsonGenerator generator;

  /**
   * A writer whose buffer starts with a size.
   *
   * @param expectedBytes how long the text will be, roughly
   */
  public JsonWriter(int expectedBytes) {
    buffer = new ByteArrayBuilder(expectedBytes);
    try {
      generator = JsonParsing.FACTORY.createGenerator(buffer);
    } catch (IOException e) {
      throw JsonParsing.impossible(e);
    }
  }

  /** Opens an object. */
  public JsonWriter beginObject() {
    return run(JsonGenerator::writeStartObject);
  }

  /** Closes an object. */
  public JsonWriter endObject() {
    return run(JsonGenerator::writeEndObject);
  }

  /** Opens an array. */
  public JsonWriter beginArray() {
    return run(JsonGenerator::writeStartArray);
  }

  /** Closes an array. */
  public JsonWriter endArray() {
    return run(JsonGenerator::writeEndArray);
  }

  /** Writes the name of the next field. */
  public JsonWriter name(String name) {
    String sound = WellFormed.of(name);
    return run(json -> json.writeFieldName(sound));
  }

  /** Writes a string, or {@code null}. */
  public JsonWriter value(@Nullable String value) {
    String sound = value == null ? null : WellFormed.of(value);
    return run(json -> json.writeString(sound));
  }

  /** Writes a whole number. */
  public JsonWriter value(long value) {
    return run(json -> json.writeNumber(value));
  }

  /** Writes a boolean. */
  public JsonWriter value(boolean value) {
    return run(json -> json.writeBoolean(value));
  }

  /** Writes {@code null}. */
  public JsonWriter nullValue() {
    return run(JsonGenerator::writeNull);
  }

  /** Writes any value. */
  public JsonWriter value(Json value) {
    switch (value) {
      case JsonString string -> value(string.value());
      case JsonNumber number -> run(json -> json.writeNumber(number.digits()));
      case JsonBoolean bool -> value(bool.value());
      case JsonNull ignored -> nullValue();
      case JsonArray array -> {
        beginArray();
        array.forEach(this::value);
        endArray();
      }
      case JsonObject object -> {
        beginObject();
        object.fields().forEach((name, field) -> name(name).value(field));
        endObject();
      }
    }
    return this;
  }

  /** Writes a field with a string, or {@code null}. */
  public JsonWriter field(String name, @Nullable String value) {
    return name(name).value(value);
  }

  /** Writes a field with a whole number. */
  public JsonWriter field(String name, long value) {
    return name(name).value(value);
  }

  /** Writes a field with a boolean. */
  public JsonWriter field(String name, boolean value) {
    return name(name).value(value);
  }

  /** Writes a field with any value. */
  public JsonWriter field(String name, Json value) {
    return name(name).value(value);
  }

  /** The text so far; the writer is done after this call. */
  public byte[] toBytes() {
    run(JsonGenerator::close);
    return buffer.toByteArray();
  }

  private JsonWriter run(Step step) {
    try {
      step.write(generator);
      return this;
    } catch (com.fasterxml.jackson.core.JsonGenerationException e) {
      throw new IllegalStateException(e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw JsonParsing.impossible(e);
    }
  }

  @FunctionalInterface
  private interface Step {
    void write(JsonGenerator generator) throws IOException;
  }
}
