package io.omniroute.platform.store.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/** One connection to the database and jOOQ on it. Used by one thread at a time. */
final class Session implements AutoCloseable {

  /** How long to wait for another program that holds the database. */
  private static final int BUSY_MILLIS = 5_000;

  /** The journal file keeps at most this much between two rounds. */
  private static final int JOURNAL_BYTES = 16 * 1024 * 1024;

  private static final Settings SETTINGS =
      new Settings()
          .withRenderSchema(false)
          .withExecuteLogging(false)
          .withStatementType(StatementType.PREPARED_STATEMENT);

  private final Connection connection;
  private final DSLContext dsl;

  private Session(Connection connection) {
    this.connection = connection;
    this.dsl = DSL.using(connection, SQLDialect.SQLITE, SETTINGS);
  }

  /** A session that writes; a commit is on the disk when it returns. */
  static Session writer(Path file) throws SQLException {
    SQLiteConfig config = config();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    config.setJournalSizeLimit(JOURNAL_BYTES);
    return new Session(config.createConnection(url(file)));
  }

  /** A session that cannot write. */
  static Session reader(Path file) throws SQLException {
    SQLiteConfig config = config();
    config.setTransactionMode(TransactionMode.DEFERRED);
    Session session = new Session(config.createConnection(url(file)));
    session.pragma("query_only = true");
    return session;
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    return config;
  }

  static String url(Path file) {
    return "jdbc:sqlite:" + file;
  }

  /** Runs work in one transaction: committed when it returns, undone when it throws. */
  <T extends @Nullable Object> T transact(Function<DSLContext, T> work) throws SQLException {
    connection.setAutoCommit(false);
    boolean done = false;
    try {
      T result = work.apply(dsl);
      done = true;
      return result;
    } finally {
      if (!done) {
        connection.rollback();
      }
      // Ends the transaction that is open: JDBC defines this as a commit.
      connection.setAutoCommit(true);
    }
  }

  /** Runs work whose commits wait for no disk: they survive the process, not a power failure. */
  <T extends @Nullable Object> T transactRelaxed(Function<DSLContext, T> work) throws SQLException {
    pragma("synchronous = NORMAL");
    try {
      return transact(work);
    } finally {
      pragma("synchronous = FULL");
    }
  }

  /** Moves the journal into the database file and empties it, unless somebody is reading. */
  void checkpoint() throws SQLException {
    pragma("busy_timeout = 0");
    try {
      pragma("wal_checkpoint(TRUNCATE)");
    } finally {
      pragma("busy_timeout = " + BUSY_MILLIS);
    }
  }

  /** Asks or sets something of SQLite's own; gives the first column. */
  List<String> pragma(String text) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      if (statement.execute("PRAGMA " + text)) {
        try (ResultSet rows = statement.getResultSet()) {
          while (rows.next()) {
            values.add(rows.getString(1));
          }
        }
      }
    }
    return values;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
