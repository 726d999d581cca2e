package org.visavis.routing.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Promise;
import org.visavis.routing.RequestId;

/** One promise in the table. Inserted and deleted; changed by statements only. */
@Entity(name = "RoutingPromise")
@Table(name = "routing_promise")
@Cacheable(false)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class PromiseRow {

  @Id
  @Column(name = "request_id")
  private String requestId;

  private String employee;

  @Column(name = "left_micros")
  private long leftMicros;

  @Column(name = "since_at")
  @Convert(converter = InstantConverter.class)
  private Instant sinceAt;

  @Column(name = "due_at")
  @Convert(converter = InstantConverter.class)
  private @Nullable Instant dueAt;

  private String stage;

  @Column(name = "next_at")
  @Convert(converter = InstantConverter.class)
  private @Nullable Instant nextAt;

  /** For the persistence provider. */
  protected PromiseRow() {}

  static PromiseRow of(Promise promise) {
    PromiseRow row = new PromiseRow();
    row.requestId = promise.request().toString();
    row.employee = promise.employee().value();
    row.leftMicros = promise.left().toNanos() / 1_000;
    row.sinceAt = promise.since();
    row.dueAt = promise.due().orElse(null);
    row.stage = promise.stage().name();
    row.nextAt = promise.next().orElse(null);
    return row;
  }

  Promise toDomain() {
    return new Promise(
        RequestId.from(requestId),
        EmployeeId.of(employee),
        Duration.ofNanos(leftMicros * 1_000),
        sinceAt,
        Optional.ofNullable(dueAt),
        Promise.Stage.valueOf(stage),
        Optional.ofNullable(nextAt));
  }
}
