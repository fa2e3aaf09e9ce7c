package io.omniroute.platform.store.sql;

import java.util.List;
import java.util.function.Function;
import org.jooq.BatchBindStep;
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
   * rest.
   *
   * @return how many rows went in
   */
  static <T> int insertAll(DSLContext dsl, Table<?> table, List<Column<T>> columns, List<T> rows) {
    if (rows.isEmpty()) {
      return 0;
    }
    List<Field<?>> fields = List.copyOf(columns.stream().<Field<?>>map(Column::field).toList());
    BatchBindStep batch =
        dsl.batch(
            dsl.insertInto(table)
                .columns(fields)
                .values(fields.stream().map(field -> DSL.val((Object) null, field)).toList())
                .onConflictDoNothing());
    @Nullable Object[] values = new Object[columns.size()];
    for (T row : rows) {
      for (int i = 0; i < values.length; i++) {
        values[i] = columns.get(i).value().apply(row);
      }
      batch = batch.bind(values.clone());
    }
    int inserted = 0;
    for (int count : batch.execute()) {
      inserted += count;
    }
    return inserted;
  }
}
