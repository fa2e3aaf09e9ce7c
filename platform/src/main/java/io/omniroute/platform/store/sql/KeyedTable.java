package io.omniroute.platform.store.sql;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.TableRecord;

/**
 * What every table of things with an id can do.
 *
 * @param <R> a row
 * @param <T> a thing
 */
final class KeyedTable<R extends TableRecord<R>, T> {

  private final Database database;
  private final Table<R> table;
  private final TableField<R, String> id;
  private final Function<R, T> toThing;
  private final Function<T, R> toRow;

  KeyedTable(
      Database database, TableField<R, String> id, Function<R, T> toThing, Function<T, R> toRow) {
    this.database = database;
    this.table = requireNonNull(id.getTable());
    this.id = id;
    this.toThing = toThing;
    this.toRow = toRow;
  }

  List<T> list(Condition condition, OrderField<?>... order) {
    return database.read(
        dsl ->
            List.copyOf(
                dsl.selectFrom(table).where(condition).orderBy(order).fetch(toThing::apply)));
  }

  Optional<T> find(Condition condition) {
    return database.read(dsl -> one(dsl, condition));
  }

  Optional<T> find(String key) {
    return find(id.eq(key));
  }

  T save(T thing) {
    return database.write(dsl -> put(dsl, thing));
  }

  Optional<T> update(String key, UnaryOperator<T> change) {
    return database.write(
        dsl ->
            one(dsl, id.eq(key))
                .map(
                    current -> {
                      T changed = change.apply(current);
                      if (!key.equals(toRow.apply(changed).get(id))) {
                        throw new IllegalArgumentException("a change must keep the id");
                      }
                      return put(dsl, changed);
                    }));
  }

  boolean delete(String key) {
    return database.write(dsl -> dsl.deleteFrom(table).where(id.eq(key)).execute()) > 0;
  }

  private Optional<T> one(DSLContext dsl, Condition condition) {
    return dsl.selectFrom(table).where(condition).fetchOptional(toThing::apply);
  }

  private T put(DSLContext dsl, T thing) {
    R row = toRow.apply(thing);
    dsl.insertInto(table).set(row).onConflict(id).doUpdate().set(row).execute();
    return toThing.apply(row);
  }
}
