package org.visavis.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The embedded databases that are compared, each as one would set it up. */
enum Engine {
  HSQLDB_SYNCED("HSQLDB 2.7.4, write_delay=false", "hsqldb:file:%s/db;" + Engine.HSQLDB + "false"),
  HSQLDB_DEFAULT(
      "HSQLDB 2.7.4, write_delay=500 ms (default)", "hsqldb:file:%s/db;" + Engine.HSQLDB + "true"),
  H2_DEFAULT("H2 2.4.240, default", "h2:file:%s/db"),
  H2_NO_DELAY("H2 2.4.240, WRITE_DELAY=0", "h2:file:%s/db;WRITE_DELAY=0"),
  SQLITE("SQLite 3.53.4, WAL, synchronous=FULL", "sqlite:%s/db");

  private static final String HSQLDB =
      "hsqldb.tx=mvcc;shutdown=false;hsqldb.default_table_type=cached;hsqldb.write_delay=";

  private final String label;
  private final String url;

  Engine(String label, String url) {
    this.label = label;
    this.url = url;
  }

  String label() {
    return label;
  }

  /** Opens the database in this folder, which is made where it is missing. */
  Connection open(Path folder) throws SQLException {
    String user = this == SQLITE ? "" : "SA";
    Connection connection = DriverManager.getConnection("jdbc:" + url.formatted(folder), user, "");
    if (this == SQLITE) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode=WAL");
        statement.execute("PRAGMA synchronous=FULL");
        statement.execute("PRAGMA busy_timeout=60000");
      }
    }
    return connection;
  }

  /** Lets go of the files, which the others do when the last connection is closed. */
  void shutDown(Statement statement) throws SQLException {
    if (this == HSQLDB_SYNCED || this == HSQLDB_DEFAULT) {
      statement.execute("SHUTDOWN");
    }
  }
}
