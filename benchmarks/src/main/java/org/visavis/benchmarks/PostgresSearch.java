package org.visavis.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.TopicId;
import org.visavis.directory.population.Population;
import org.visavis.directory.spi.PeopleIndex.Entry;

/**
 * PostgreSQL on loopback, with the trigrams of pg_trgm for what is misspelt and full text for what
 * is not, each with its index; started for this and deleted afterwards.
 */
final class PostgresSearch implements SearchSpeed.Engine {

  private static final String SQL =
      """
      SELECT name FROM person
      WHERE available AND (? = '' OR topics @> ARRAY[?]::text[])
        AND (words @@ plainto_tsquery('german', ?) OR name % ?)
      ORDER BY ts_rank(words, plainto_tsquery('german', ?)) + similarity(name, ?) DESC LIMIT 10
      """;

  private final Postgres server;
  private final Connection connection;
  private final PreparedStatement search;

  private PostgresSearch(Postgres server, Connection connection) throws SQLException {
    this.server = server;
    this.connection = connection;
    this.search = connection.prepareStatement(SQL);
  }

  static PostgresSearch over(Population population, Set<EmployeeId> available) throws Exception {
    Postgres server = Postgres.start();
    Connection connection = server.connect("postgres");
    fill(connection, population, available);
    return new PostgresSearch(server, connection);
  }

  private static void fill(Connection connection, Population population, Set<EmployeeId> available)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION pg_trgm");
      statement.execute(
          "CREATE TABLE person (name text, topics text[], available boolean, words tsvector)");
    }
    String insert = "INSERT INTO person VALUES (?, ?, ?, to_tsvector('german', ?))";
    connection.setAutoCommit(false);
    try (PreparedStatement row = connection.prepareStatement(insert)) {
      int count = 0;
      for (Entry entry : population.entries()) {
        String name = entry.profile().displayName();
        row.setString(1, name);
        row.setArray(
            2,
            connection.createArrayOf(
                "text", entry.profile().topics().stream().map(TopicId::value).toArray()));
        row.setBoolean(3, available.contains(entry.profile().id()));
        row.setString(4, name + " " + entry.topics());
        row.addBatch();
        if (++count % 5_000 == 0) {
          row.executeBatch();
        }
      }
      row.executeBatch();
    }
    connection.commit();
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE INDEX ON person USING gin (name gin_trgm_ops)");
      statement.execute("CREATE INDEX ON person USING gin (words)");
      statement.execute("CREATE INDEX ON person USING gin (topics)");
      statement.execute("VACUUM ANALYZE person");
    }
  }

  @Override
  public String label() {
    return "PostgreSQL, pg_trgm and full text";
  }

  @Override
  public boolean elsewhere() {
    return true;
  }

  @Override
  public List<String> search(SearchQuery query) throws SQLException {
    String topic = query.topic().map(TopicId::value).orElse("");
    search.setString(1, topic);
    search.setString(2, topic);
    for (int parameter = 3; parameter <= 6; parameter++) {
      search.setString(parameter, query.text());
    }
    List<String> names = new ArrayList<>();
    try (ResultSet rows = search.executeQuery()) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException(e);
    } finally {
      server.close();
    }
  }
}
