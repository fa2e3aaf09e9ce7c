package io.omniroute.platform.store.sql;

import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A column and what goes into it: one list of these makes both the insert and its rows.
 *
 * @param <T> what a row is made of
 * @param field the column
 * @param value its value in a row
 */
record Column<T>(Field<?> field, Function<T, @Nullable Object> value) {

  /**
   * Inserts many rows at once; one whose key is taken is left out, so that it cannot spoil the
   * rest. The text comes from jOOQ, the values go to the driver directly: this runs for every
   * request, and binding through jOOQ costs twice as much.
   *
   * @return how many rows went in
   */
  static <T> int insertAll(DSLContext dsl, Table<?> table, List<Column<T>> columns, List<T> rows) {
    if (rows.isEmpty()) {
      return 0;
    }
    List<Field<?>> fields = List.copyOf(columns.stream().<Field<?>>map(Column::field).toList());
    String sql =
        dsl.render(
            dsl.insertInto(table)
                .columns(fields)
                .values(fields.stream().map(field -> DSL.val((Object) null, field)).toList())
                .onConflictDoNothing());
    return dsl.connectionResult(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T row : rows) {
              for (int i = 0; i < columns.size(); i++) {
                statement.setObject(i + 1, columns.get(i).stored(row));
              }
              statement.addBatch();
            }
            return Arrays.stream(statement.executeBatch()).sum();
          }
        });
  }

  private @Nullable Object stored(T row) {
    return databaseValue(field, value.apply(row));
  }

  @SuppressWarnings("unchecked") // A column is given values of its field's own type.
  private static <U> @Nullable Object databaseValue(Field<U> field, @Nullable Object given) {
    return given == null ? null : ((Converter<Object, U>) field.getConverter()).to((U) given);
  }
}
