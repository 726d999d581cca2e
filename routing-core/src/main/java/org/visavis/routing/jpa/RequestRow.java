package org.visavis.routing.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Asked;
import org.visavis.routing.Customer;
import org.visavis.routing.IfUnavailable;
import org.visavis.routing.Request;
import org.visavis.routing.RequestId;
import org.visavis.routing.RequestState;
import org.visavis.routing.RequestToken;
import org.visavis.routing.Situation;
import org.visavis.routing.TimelineEvent;
import org.visavis.routing.spi.RequestStore.Kept;

/** One request in the table, without its timeline. Inserted; changed by a statement only. */
@Entity(name = "RoutingRequest")
@Table(name = "routing_request")
@Cacheable(false)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class RequestRow {

  @Id private String id;
  private String token;

  @Column(name = "idempotency_key")
  private String idempotencyKey;

  private String fingerprint;
  private String employee;
  private String channel;
  private String subject;

  @Column(name = "customer_name")
  private String customerName;

  @Column(name = "customer_email")
  private String customerEmail;

  @Column(name = "customer_phone")
  private @Nullable String customerPhone;

  @Column(name = "customer_language")
  private String customerLanguage;

  @Column(name = "customer_zone")
  private @Nullable String customerZone;

  @Column(name = "if_unavailable")
  private String ifUnavailable;

  private String state;
  private int effort;
  private int held;

  @Column(name = "wakes_at")
  @Convert(converter = InstantConverter.class)
  private @Nullable Instant wakesAt;

  @Column(name = "asked_colleague")
  private @Nullable String askedColleague;

  @Column(name = "asked_for")
  private @Nullable String askedFor;

  @Column(name = "merged_into")
  private @Nullable String mergedInto;

  @Column(name = "received_at")
  @Convert(converter = InstantConverter.class)
  private Instant receivedAt;

  @Column(name = "changed_at")
  @Convert(converter = InstantConverter.class)
  private Instant changedAt;

  private long version;

  /** For the persistence provider. */
  protected RequestRow() {}

  static RequestRow of(Request request, String key, String fingerprint) {
    RequestRow row = new RequestRow();
    row.id = request.id().toString();
    row.token = request.token().value();
    row.idempotencyKey = key;
    row.fingerprint = fingerprint;
    row.employee = request.employee().value();
    row.channel = request.channel().code();
    row.subject = request.subject();
    row.customerName = request.customer().name();
    row.customerEmail = request.customer().email();
    row.customerPhone = request.customer().phone().orElse(null);
    row.customerLanguage = request.customer().language().toLanguageTag();
    row.customerZone = request.customer().timeZone().map(ZoneId::getId).orElse(null);
    row.ifUnavailable = request.ifUnavailable().code();
    row.state = request.state().name();
    row.effort = request.effort();
    row.held = request.held();
    row.wakesAt = request.wakesAt().orElse(null);
    row.askedColleague = request.asked().map(asked -> asked.colleague().value()).orElse(null);
    row.askedFor = request.asked().map(asked -> asked.purpose().name()).orElse(null);
    row.mergedInto = request.situation().mergedInto().map(RequestId::toString).orElse(null);
    row.receivedAt = request.receivedAt();
    row.changedAt = request.changedAt();
    row.version = request.version();
    return row;
  }

  String id() {
    return id;
  }

  Kept toKept(List<TimelineEvent> timeline) {
    return new Kept(toDomain(timeline), fingerprint);
  }

  Request toDomain(List<TimelineEvent> timeline) {
    return new Request(
        RequestId.from(id),
        RequestToken.of(token),
        EmployeeId.of(employee),
        Channel.from(channel),
        subject,
        new Customer(
            customerName,
            customerEmail,
            Optional.ofNullable(customerPhone),
            Locale.forLanguageTag(customerLanguage),
            Optional.ofNullable(customerZone).map(ZoneId::of)),
        IfUnavailable.from(ifUnavailable),
        RequestState.valueOf(state),
        effort,
        new Situation(
            held,
            Optional.ofNullable(wakesAt),
            askedColleague == null || askedFor == null
                ? Optional.empty()
                : Optional.of(
                    new Asked(EmployeeId.of(askedColleague), Asked.Purpose.valueOf(askedFor))),
            Optional.ofNullable(mergedInto).map(RequestId::from)),
        receivedAt,
        changedAt,
        version,
        timeline);
  }
}
