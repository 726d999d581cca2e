package org.visavis.presence.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.CalendarId;
import org.visavis.presence.CalendarSubscription;

/** Where one calendar of an employee comes from, in the table. */
@Entity(name = "PresenceSubscription")
@Table(name = "presence_subscription")
@IdClass(CalendarKey.class)
@Cacheable(false)
@SuppressWarnings("NullAway.Init")
class SubscriptionRow {

  @Id private String employee;
  @Id private String calendar;
  private String name;
  private @Nullable String address;
  private String rules;
  private @Nullable String etag;

  @Column(name = "last_fetch")
  private @Nullable OffsetDateTime lastFetch;

  @Column(name = "last_error")
  private @Nullable String lastError;

  @Column(name = "left_out")
  private String leftOut;

  /** For the persistence provider. */
  protected SubscriptionRow() {}

  static SubscriptionRow of(EmployeeId employee, CalendarSubscription subscription) {
    SubscriptionRow row = new SubscriptionRow();
    row.employee = employee.value();
    row.calendar = subscription.calendar().value();
    row.take(subscription);
    return row;
  }

  EmployeeId employee() {
    return EmployeeId.of(employee);
  }

  void take(CalendarSubscription subscription) {
    name = subscription.name();
    address = subscription.address().map(URI::toString).orElse(null);
    rules = Columns.ofCalendarRules(subscription.rules());
    etag = subscription.etag().orElse(null);
    lastFetch = subscription.lastFetch().map(Columns::ofInstant).orElse(null);
    lastError = subscription.lastError().orElse(null);
    leftOut = Columns.ofLeftOut(subscription.leftOut());
  }

  CalendarSubscription toDomain() {
    return new CalendarSubscription(
        CalendarId.of(calendar),
        name,
        Optional.ofNullable(address).map(URI::create),
        Columns.parseCalendarRules(rules),
        Optional.ofNullable(etag),
        Optional.ofNullable(lastFetch).map(OffsetDateTime::toInstant),
        Optional.ofNullable(lastError),
        Columns.parseLeftOut(leftOut));
  }
}
