package org.visavis.routing.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Lease;
import org.visavis.routing.LeaseToken;

/** One lease in the table. Inserted and deleted, never changed. */
@Entity(name = "RoutingLease")
@Table(name = "routing_lease")
@Cacheable(false)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class LeaseRow {

  @Id private String token;

  @Column(name = "idempotency_key")
  private String idempotencyKey;

  private String employee;
  private String channel;
  private int effort;

  @Column(name = "ends_at")
  @Convert(converter = InstantConverter.class)
  private Instant endsAt;

  /** For the persistence provider. */
  protected LeaseRow() {}

  static LeaseRow of(Lease lease, String key) {
    LeaseRow row = new LeaseRow();
    row.token = lease.token().value();
    row.idempotencyKey = key;
    row.employee = lease.employee().value();
    row.channel = lease.channel().code();
    row.effort = lease.effort();
    row.endsAt = lease.until();
    return row;
  }

  String token() {
    return token;
  }

  Lease toDomain() {
    return new Lease(
        LeaseToken.of(token), EmployeeId.of(employee), Channel.from(channel), effort, endsAt);
  }
}
