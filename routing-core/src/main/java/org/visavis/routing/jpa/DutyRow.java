package org.visavis.routing.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Customer;
import org.visavis.routing.DutyRequest;
import org.visavis.routing.RequestId;
import org.visavis.routing.RequestToken;

/** One request to a department in the table. Inserted; changed by a statement only. */
@Entity(name = "RoutingDuty")
@Table(name = "routing_duty_request")
@Cacheable(false)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class DutyRow {

  @Id private String id;
  private String token;

  @Column(name = "idempotency_key")
  private String idempotencyKey;

  private String department;
  private String subject;
  private String message;

  @Column(name = "customer_name")
  private String customerName;

  @Column(name = "customer_email")
  private String customerEmail;

  @Column(name = "email_key")
  private String emailKey;

  @Column(name = "customer_phone")
  private @Nullable String customerPhone;

  @Column(name = "customer_language")
  private String customerLanguage;

  @Column(name = "customer_zone")
  private @Nullable String customerZone;

  private String state;
  private @Nullable String asked;
  private String tried;

  @Column(name = "due_at")
  @Convert(converter = InstantConverter.class)
  private Instant dueAt;

  @Column(name = "ends_at")
  @Convert(converter = InstantConverter.class)
  private Instant endsAt;

  private @Nullable String became;
  private long version;

  /** For the persistence provider. */
  protected DutyRow() {}

  static DutyRow of(DutyRequest request, String key) {
    DutyRow row = new DutyRow();
    row.id = request.id().toString();
    row.token = request.token().value();
    row.idempotencyKey = key;
    row.department = request.department().value();
    row.subject = request.subject();
    row.message = request.message();
    row.customerName = request.customer().name();
    row.customerEmail = request.customer().email();
    row.emailKey = WaitlistRow.key(request.customer().email());
    row.customerPhone = request.customer().phone().orElse(null);
    row.customerLanguage = request.customer().language().toLanguageTag();
    row.customerZone = request.customer().timeZone().map(ZoneId::getId).orElse(null);
    row.state = request.state().name();
    row.asked = request.asked().map(EmployeeId::value).orElse(null);
    row.tried = tried(request);
    row.dueAt = request.due();
    row.endsAt = request.until();
    row.became = request.became().map(RequestToken::value).orElse(null);
    row.version = request.version();
    return row;
  }

  static String tried(DutyRequest request) {
    return request.tried().stream().map(EmployeeId::value).collect(Collectors.joining(" "));
  }

  DutyRequest toDomain() {
    return new DutyRequest(
        RequestId.from(id),
        RequestToken.of(token),
        DepartmentId.of(department),
        subject,
        message,
        new Customer(
            customerName,
            customerEmail,
            Optional.ofNullable(customerPhone),
            Locale.forLanguageTag(customerLanguage),
            Optional.ofNullable(customerZone).map(ZoneId::of)),
        DutyRequest.State.valueOf(state),
        Optional.ofNullable(asked).map(EmployeeId::of),
        tried.isEmpty() ? List.of() : Arrays.stream(tried.split(" ")).map(EmployeeId::of).toList(),
        dueAt,
        endsAt,
        Optional.ofNullable(became).map(RequestToken::of),
        version);
  }
}
