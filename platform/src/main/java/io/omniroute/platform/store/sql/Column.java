package io.omniroute.platform.store.sql;

import java.util.function.Function;
import org.jooq.Converter;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * A column and what goes into it.
 *
 * @param <T> what a row is made of
 * @param field the column
 * @param value its value in a row, as the database keeps it
 */
record Column<T>(Field<?> field, Function<T, @Nullable Object> value) {

  /** A column with a value of its own type. */
  static <T, U> Column<T> of(Field<U> field, Function<T, @Nullable U> value) {
    Converter<?, U> converter = field.getConverter();
    return new Column<>(field, row -> converter.to(value.apply(row)));
  }
}
