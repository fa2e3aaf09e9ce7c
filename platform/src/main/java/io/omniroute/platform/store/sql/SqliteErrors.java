package io.omniroute.platform.store.sql;

import io.omniroute.platform.store.StoreException;
import io.omniroute.platform.store.StoreException.Kind;
import java.nio.file.Path;
import org.sqlite.SQLiteException;

/** Turns what the driver throws into sentences. */
final class SqliteErrors {

  /** Extended result codes keep the general one in their lowest byte. */
  private static final int GENERAL_CODE = 0xff;

  private SqliteErrors() {}

  /** A sentence for an error, wherever in its causes SQLite spoke. */
  static StoreException translate(Path file, Exception error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof StoreException known) {
        return known;
      }
      if (cause instanceof SQLiteException sqlite) {
        return of(file, sqlite.getResultCode().code & GENERAL_CODE, error);
      }
    }
    return new StoreException(
        Kind.FAILED, "The database " + file + " could not do what was asked.", error);
  }

  private static StoreException of(Path file, int code, Exception error) {
    // Numbers of sqlite3.h: stable since version 3.0.
    return switch (code) {
      case 5, 6 ->
          new StoreException(
              Kind.LOCKED, "The database " + file + " is locked by another program.", error);
      case 11, 26 ->
          new StoreException(
              Kind.CORRUPT,
              "The database "
                  + file
                  + " is damaged or not a database. Put a backup in its place, or move it away to"
                  + " begin anew.",
              error);
      case 8, 10, 13, 14 ->
          new StoreException(
              Kind.DISK,
              "The disk refuses the database " + file + ": full, read-only or failing.",
              error);
      case 19 ->
          new StoreException(Kind.CONFLICT, "Something with the same name or key exists.", error);
      default ->
          new StoreException(
              Kind.FAILED, "The database " + file + " answered with error " + code + ".", error);
    };
  }
}
