package org.visavis.web.mail;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.visavis.web.pages.Language;

/**
 * The mails that were written, with what has become of them. Joins the caller's transaction where
 * there is one; throws {@link OutboxException} when the database fails. Thread-safe.
 */
public final class Outbox {

  private static final String COLUMNS =
      "id, thread, occasion, language, to_name, to_address, subject, body, written_at";

  private final DataSource database;
  private final InstantSource clock;

  /** Keeps mails in the table {@code web_mail} of that database. */
  Outbox(DataSource database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Answers how many mails are in each state. */
  public Map<MailState, Long> counts() {
    return with(
        "SELECT state, COUNT(*) FROM web_mail GROUP BY state",
        statement -> {
          Map<MailState, Long> counts = new EnumMap<>(MailState.class);
          for (MailState state : MailState.values()) {
            counts.put(state, 0L);
          }
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              counts.put(valueOf(MailState.class, rows.getString(1)), rows.getLong(2));
            }
          }
          return counts;
        });
  }

  void add(List<Mail> mails, MailState state) {
    with(
        "INSERT INTO web_mail (" + COLUMNS + ", state, changed_at) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        statement -> {
          for (Mail mail : mails) {
            statement.setString(1, mail.id());
            statement.setString(2, mail.thread());
            statement.setString(3, mail.occasion().code());
            statement.setString(4, mail.language().tag());
            statement.setString(5, mail.toName());
            statement.setString(6, mail.toAddress());
            statement.setString(7, mail.subject());
            statement.setString(8, mail.text());
            statement.setObject(9, inUtc(mail.writtenAt()));
            statement.setString(10, state.code());
            statement.setObject(11, inUtc(mail.writtenAt()));
            statement.addBatch();
          }
          return statement.executeBatch();
        });
  }

  /** Answers the mail of that id if it is in that state. */
  Optional<Mail> find(String id, MailState state) {
    return with(
        "SELECT " + COLUMNS + " FROM web_mail WHERE id = ? AND state = ?",
        statement -> {
          statement.setString(1, id);
          statement.setString(2, state.code());
          return mails(statement).stream().findFirst();
        });
  }

  /** Answers the newest mails in that state, the newest first, at most that many. */
  List<Mail> newest(MailState state, int most) {
    return with(
        "SELECT "
            + COLUMNS
            + " FROM web_mail WHERE state = ? ORDER BY written_at DESC, id FETCH FIRST "
            + most
            + " ROWS ONLY",
        statement -> {
          statement.setString(1, state.code());
          return mails(statement);
        });
  }

  /** Notes what has become of a mail that was waiting; answers whether it was. */
  boolean settle(String id, MailState state) {
    return with(
        "UPDATE web_mail SET state = ?, changed_at = ? WHERE id = ? AND state = 'waiting'",
        statement -> {
          statement.setString(1, state.code());
          statement.setObject(2, inUtc(clock.instant()));
          statement.setString(3, id);
          return statement.executeUpdate() == 1;
        });
  }

  /** Forgets mails that have been in that state, unchanged, since before that instant. */
  int forget(MailState state, Instant before) {
    return with(
        "DELETE FROM web_mail WHERE state = ? AND changed_at < ?",
        statement -> {
          statement.setString(1, state.code());
          statement.setObject(2, inUtc(before));
          return statement.executeUpdate();
        });
  }

  private static List<Mail> mails(PreparedStatement statement) throws SQLException {
    List<Mail> mails = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        mails.add(
            new Mail(
                row.getString(1),
                row.getString(2),
                valueOf(Occasion.class, row.getString(3)),
                Language.find(row.getString(4)).orElseThrow(),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class).toInstant()));
      }
    }
    return mails;
  }

  private static <E extends Enum<E>> E valueOf(Class<E> type, String code) {
    return Enum.valueOf(type, code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
  }

  private static OffsetDateTime inUtc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private <T> T with(String sql, Work<T> work) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      return work.on(statement);
    } catch (SQLException e) {
      throw new OutboxException(e);
    }
  }

  @FunctionalInterface
  private interface Work<T> {
    T on(PreparedStatement statement) throws SQLException;
  }
}
