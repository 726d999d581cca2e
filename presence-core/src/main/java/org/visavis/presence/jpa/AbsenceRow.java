package org.visavis.presence.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.Absence;
import org.visavis.presence.AbsenceId;
import org.visavis.presence.Deputy;

/** One absence of an employee, in the table. */
@Entity(name = "PresenceAbsence")
@Table(name = "presence_absence")
@IdClass(AbsenceKey.class)
@Cacheable(false)
@SuppressWarnings("NullAway.Init")
class AbsenceRow {

  @Id private String employee;
  @Id private String absence;
  private String kind;

  @Column(name = "starts_at")
  private OffsetDateTime startsAt;

  @Column(name = "ends_at")
  private OffsetDateTime endsAt;

  /** When it is forgotten: its end, or that of its ramp. */
  @Column(name = "over_at")
  private OffsetDateTime overAt;

  @Column(name = "time_zone")
  private String timeZone;

  private String note;

  @Column(name = "note_public")
  private boolean notePublic;

  private @Nullable String deputy;

  @Column(name = "deputy_agreed")
  private boolean deputyAgreed;

  private String ramp;

  /** For the persistence provider. */
  protected AbsenceRow() {}

  static AbsenceRow of(EmployeeId employee, Absence absence) {
    AbsenceRow row = new AbsenceRow();
    row.employee = employee.value();
    row.absence = absence.id().value();
    row.take(absence);
    return row;
  }

  EmployeeId employee() {
    return EmployeeId.of(employee);
  }

  AbsenceId absence() {
    return AbsenceId.of(absence);
  }

  void take(Absence absence) {
    kind = absence.kind().code();
    startsAt = Columns.ofInstant(absence.start());
    endsAt = Columns.ofInstant(absence.end());
    overAt = Columns.ofInstant(absence.over());
    timeZone = absence.zone().getId();
    note = Columns.ofLabel(absence.note());
    notePublic = absence.notePublic();
    deputy = absence.deputy().map(own -> own.employee().value()).orElse(null);
    deputyAgreed = absence.deputy().filter(Deputy::agreed).isPresent();
    ramp = Columns.ofRamp(absence.ramp());
  }

  Absence toDomain() {
    return new Absence(
        absence(),
        Absence.Kind.from(kind),
        startsAt.toInstant(),
        endsAt.toInstant(),
        ZoneId.of(timeZone),
        Columns.parseLabel(note),
        notePublic,
        Optional.ofNullable(deputy).map(id -> new Deputy(EmployeeId.of(id), deputyAgreed)),
        Columns.parseRamp(ramp));
  }
}
