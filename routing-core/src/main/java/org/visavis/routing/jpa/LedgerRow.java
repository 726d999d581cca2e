package org.visavis.routing.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The points of one employee. Changed by statements only, never as an object. */
@Entity(name = "RoutingLedger")
@Table(name = "routing_ledger")
@Cacheable(false)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class LedgerRow {

  @Id private String employee;
  private int taken;
  private int capacity;
  private int ceiling;

  /** For the persistence provider. */
  protected LedgerRow() {}

  static LedgerRow of(String employee, int taken, int capacity) {
    LedgerRow row = new LedgerRow();
    row.employee = employee;
    row.taken = taken;
    row.capacity = capacity;
    row.ceiling = Math.max(capacity, taken);
    return row;
  }
}
