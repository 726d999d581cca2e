package org.visavis.routing.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;

/** The target of one department. Inserted and deleted. */
@Entity(name = "RoutingPromiseTarget")
@Table(name = "routing_promise_target")
@Cacheable(false)
@SuppressWarnings("NullAway.Init")
class PromiseTargetRow {

  @Id private String department;
  private int minutes;

  /** For the persistence provider. */
  protected PromiseTargetRow() {}

  static PromiseTargetRow of(String department, Duration target) {
    PromiseTargetRow row = new PromiseTargetRow();
    row.department = department;
    row.minutes = (int) target.toMinutes();
    return row;
  }

  String department() {
    return department;
  }

  Duration target() {
    return Duration.ofMinutes(minutes);
  }
}
