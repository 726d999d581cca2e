package org.visavis.presence.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.ManualStatus;
import org.visavis.presence.PresenceSettings;
import org.visavis.presence.Status;
import org.visavis.presence.WorkingHours;

/** What one employee has decided, in the table. */
@Entity(name = "PresenceSettings")
@Table(name = "presence_settings")
@Cacheable(false)
@SuppressWarnings("NullAway.Init")
class SettingsRow {

  @Id private String employee;
  @Version private long version;

  @Column(name = "manual_status")
  private @Nullable String manualStatus;

  @Column(name = "manual_until")
  private @Nullable OffsetDateTime manualUntil;

  @Column(name = "manual_note")
  private @Nullable String manualNote;

  @Column(name = "time_zone")
  private String timeZone;

  private String hours;

  @Column(name = "point_limit")
  private int limit;

  private String rules;

  /** For the persistence provider. */
  protected SettingsRow() {}

  static SettingsRow of(PresenceSettings settings) {
    SettingsRow row = new SettingsRow();
    row.employee = settings.employee().value();
    row.take(settings);
    return row;
  }

  String employee() {
    return employee;
  }

  void take(PresenceSettings settings) {
    ManualStatus manual = settings.manual().orElse(null);
    manualStatus = manual == null ? null : manual.status().code();
    manualUntil = manual == null ? null : Columns.ofInstant(manual.until());
    manualNote = manual == null ? null : Columns.ofLabel(manual.note());
    timeZone = settings.hours().zone().getId();
    hours = settings.hours().text();
    limit = settings.limit();
    rules = Columns.ofRules(settings.rules());
  }

  PresenceSettings toDomain() {
    return new PresenceSettings(
        EmployeeId.of(employee),
        manual(),
        WorkingHours.parse(ZoneId.of(timeZone), hours),
        limit,
        Columns.parseRules(rules),
        Map.of());
  }

  private Optional<ManualStatus> manual() {
    return Optional.ofNullable(manualStatus)
        .map(
            status ->
                new ManualStatus(
                    Status.from(status),
                    Objects.requireNonNull(manualUntil).toInstant(),
                    Columns.parseLabel(Objects.requireNonNull(manualNote))));
  }
}
