package org.visavis.presence.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.Absence;
import org.visavis.presence.ManualStatus;
import org.visavis.presence.PresenceSettings;
import org.visavis.presence.Share;
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

  @Column(name = "manual_back")
  private boolean manualBack;

  @Column(name = "manual_set")
  private @Nullable OffsetDateTime manualSet;

  @Column(name = "share_percent")
  private @Nullable Integer sharePercent;

  @Column(name = "share_until")
  private @Nullable OffsetDateTime shareUntil;

  @Column(name = "channel_limits")
  private String channelLimits;

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
    manualBack = manual != null && manual.untilBack();
    manualSet = manual == null ? null : manual.setAt().map(Columns::ofInstant).orElse(null);
    sharePercent = settings.share().map(Share::percent).orElse(null);
    shareUntil = settings.share().map(Share::until).map(Columns::ofInstant).orElse(null);
    channelLimits = Columns.ofLimits(settings.channelLimits());
    timeZone = settings.hours().zone().getId();
    hours = settings.hours().text();
    limit = settings.limit();
    rules = Columns.ofRules(settings.rules());
  }

  /** Answers the settings; absences and states of hysteresis stand in tables of their own. */
  PresenceSettings toDomain(List<Absence> absences) {
    return new PresenceSettings(
        EmployeeId.of(employee),
        manual(),
        absences,
        WorkingHours.parse(ZoneId.of(timeZone), hours),
        limit,
        share(),
        Columns.parseLimits(channelLimits),
        Columns.parseRules(rules),
        Map.of());
  }

  private Optional<Share> share() {
    return Optional.ofNullable(sharePercent)
        .map(percent -> new Share(percent, Objects.requireNonNull(shareUntil).toInstant()));
  }

  private Optional<ManualStatus> manual() {
    return Optional.ofNullable(manualStatus)
        .map(
            status ->
                new ManualStatus(
                    Status.from(status),
                    Objects.requireNonNull(manualUntil).toInstant(),
                    Columns.parseLabel(Objects.requireNonNull(manualNote)),
                    manualBack,
                    Optional.ofNullable(manualSet).map(OffsetDateTime::toInstant)));
  }
}
