package io.omniroute.platform.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Inserts many rows at once; one whose key is taken is left out, so that it cannot spoil the rest.
 * The statement is jOOQ's, but the values are bound by JDBC: that halves the cost of a logged
 * request, and logging is the one write that every request pays for. Used by one thread.
 *
 * @param <T> what a row is made of
 */
final class BulkInsert<T> {

  private final Table<?> table;
  private final List<Column<T>> columns;
  private @Nullable String statement;

  BulkInsert(Table<?> table, List<Column<T>> columns) {
    this.table = table;
    this.columns = columns;
  }

  /** Inserts inside the caller's transaction; tells how many rows went in. */
  int run(DSLContext dsl, List<T> rows) {
    if (rows.isEmpty()) {
      return 0;
    }
    String sql = statement;
    if (sql == null) {
      sql = render(dsl);
      statement = sql;
    }
    String rendered = sql;
    return dsl.connectionResult(connection -> insert(connection, rendered, rows));
  }

  private int insert(Connection connection, String sql, List<T> rows) throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(sql)) {
      for (T row : rows) {
        int position = 1;
        for (Column<T> column : columns) {
          prepared.setObject(position++, column.value().apply(row));
        }
        prepared.addBatch();
      }
      int inserted = 0;
      for (int count : prepared.executeBatch()) {
        inserted += count;
      }
      return inserted;
    }
  }

  private String render(DSLContext dsl) {
    List<Field<?>> fields = columns.stream().<Field<?>>map(Column::field).toList();
    return dsl.render(
        dsl.insertInto(table)
            .columns(fields)
            .values(fields.stream().map(field -> DSL.val((Object) null, field)).toList())
            .onConflictDoNothing());
  }
}
