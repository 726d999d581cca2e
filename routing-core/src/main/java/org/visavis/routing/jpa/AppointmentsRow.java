package org.visavis.routing.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.AppointmentSettings;

/** What one employee has decided about appointments. Inserted; changed by statements only. */
@Entity(name = "RoutingAppointments")
@Table(name = "routing_appointments")
@Cacheable(false)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class AppointmentsRow {

  @Id private String employee;
  private boolean offered;

  @Column(name = "length_minutes")
  private int lengthMinutes;

  @Column(name = "before_minutes")
  private int beforeMinutes;

  @Column(name = "after_minutes")
  private int afterMinutes;

  @Column(name = "notice_minutes")
  private int noticeMinutes;

  @Column(name = "horizon_days")
  private int horizonDays;

  @Column(name = "most_a_day")
  private int mostADay;

  private long bookings;

  /** For the persistence provider. */
  protected AppointmentsRow() {}

  static AppointmentsRow of(EmployeeId employee, AppointmentSettings settings) {
    AppointmentsRow row = new AppointmentsRow();
    row.employee = employee.value();
    row.offered = settings.offered();
    row.lengthMinutes = (int) settings.length().toMinutes();
    row.beforeMinutes = (int) settings.before().toMinutes();
    row.afterMinutes = (int) settings.after().toMinutes();
    row.noticeMinutes = (int) settings.notice().toMinutes();
    row.horizonDays = settings.horizonDays();
    row.mostADay = settings.mostADay();
    return row;
  }

  AppointmentSettings toDomain() {
    return new AppointmentSettings(
        offered,
        Duration.ofMinutes(lengthMinutes),
        Duration.ofMinutes(beforeMinutes),
        Duration.ofMinutes(afterMinutes),
        Duration.ofMinutes(noticeMinutes),
        horizonDays,
        mostADay);
  }
}
