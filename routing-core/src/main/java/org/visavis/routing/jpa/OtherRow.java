package org.visavis.routing.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.RequestId;

/** One of those who may take a request besides its employee. Inserted, never changed. */
@Entity(name = "RoutingOther")
@Table(name = "routing_request_other")
@IdClass(OtherRow.Key.class)
@Cacheable(false)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class OtherRow {

  @Id
  @Column(name = "request_id")
  private String requestId;

  @Id private String employee;

  /** For the persistence provider. */
  protected OtherRow() {}

  static OtherRow of(RequestId id, EmployeeId employee) {
    OtherRow row = new OtherRow();
    row.requestId = id.toString();
    row.employee = employee.value();
    return row;
  }

  /** The key of a row, as the persistence provider wants it. */
  static final class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private String requestId = "";
    private String employee = "";

    /** For the persistence provider. */
    Key() {}

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && key.requestId.equals(requestId)
          && key.employee.equals(employee);
    }

    @Override
    public int hashCode() {
      return Objects.hash(requestId, employee);
    }
  }
}
