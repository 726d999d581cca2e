package org.visavis.presence.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.CalendarEntries;
import org.visavis.presence.CalendarEntry;
import org.visavis.presence.CalendarId;

/** What one calendar of an employee says, in the table. */
@Entity(name = "PresenceCalendar")
@Table(name = "presence_calendar")
@IdClass(CalendarKey.class)
@Cacheable(false)
@SuppressWarnings("NullAway.Init")
class CalendarRow {

  @Id private String employee;
  @Id private String calendar;

  @Column(name = "read_at")
  private OffsetDateTime readAt;

  @Column(name = "fresh_until")
  private OffsetDateTime freshUntil;

  /** When the first entry ends, so that what has ended is found. */
  @Column(name = "first_end")
  private @Nullable OffsetDateTime firstEnd;

  private String entries;

  /** For the persistence provider. */
  protected CalendarRow() {}

  static CalendarRow of(EmployeeId employee, CalendarId calendar, CalendarEntries says) {
    CalendarRow row = new CalendarRow();
    row.employee = employee.value();
    row.calendar = calendar.value();
    row.take(says);
    return row;
  }

  EmployeeId employee() {
    return EmployeeId.of(employee);
  }

  CalendarId calendar() {
    return CalendarId.of(calendar);
  }

  void take(CalendarEntries says) {
    readAt = Columns.ofInstant(says.readAt());
    freshUntil = Columns.ofInstant(says.freshUntil());
    firstEnd =
        says.entries().stream()
            .map(CalendarEntry::end)
            .min(Comparator.naturalOrder())
            .map(Columns::ofInstant)
            .orElse(null);
    entries = Columns.ofEntries(says);
  }

  CalendarEntries toDomain() {
    return Columns.parseEntries(entries, readAt.toInstant(), freshUntil.toInstant());
  }
}
