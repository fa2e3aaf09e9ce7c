package io.omniroute.platform.store.sql;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.omniroute.platform.store.StoreException;
import java.util.List;
import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;

/** Lists of texts as JSON arrays. Named in the generated types, hence public. */
public final class StringListConverter extends AbstractConverter<String, List<String>> {

  private static final long serialVersionUID = 1L;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  /** For the generated types. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal has no type arguments
  public StringListConverter() {
    super(String.class, (Class) List.class);
  }

  @Override
  public @Nullable List<String> from(@Nullable String json) {
    if (json == null) {
      return null;
    }
    if (json.equals("[]")) {
      return List.of();
    }
    try {
      return List.copyOf(JSON.readValue(json, TEXTS));
    } catch (JacksonException e) {
      throw new StoreException(
          StoreException.Kind.CORRUPT, "A list in the database is not JSON.", e);
    }
  }

  @Override
  public @Nullable String to(@Nullable List<String> texts) {
    if (texts == null) {
      return null;
    }
    if (texts.isEmpty()) {
      return "[]";
    }
    try {
      return JSON.writeValueAsString(texts);
    } catch (JacksonException e) {
      throw new StoreException(StoreException.Kind.FAILED, "A list cannot be written as JSON.", e);
    }
  }
}
