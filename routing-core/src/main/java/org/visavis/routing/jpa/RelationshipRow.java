package org.visavis.routing.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Relationship;
import org.visavis.routing.RequestId;

/** The relationship of one request in the table. Inserted and deleted; changed by statements. */
@Entity(name = "RoutingRelationship")
@Table(name = "routing_relationship")
@Cacheable(false)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class RelationshipRow {

  @Id
  @Column(name = "request_id")
  private String requestId;

  private String beginning;
  private @Nullable String employee;

  @Column(name = "helped_at")
  @Convert(converter = InstantConverter.class)
  private Instant helpedAt;

  /** For the persistence provider. */
  protected RelationshipRow() {}

  static RelationshipRow of(Relationship relationship) {
    RelationshipRow row = new RelationshipRow();
    row.requestId = relationship.request().toString();
    row.beginning = relationship.beginning().toString();
    row.employee = relationship.helper().map(EmployeeId::value).orElse(null);
    row.helpedAt = relationship.at();
    return row;
  }

  Relationship toDomain() {
    return new Relationship(
        RequestId.from(requestId),
        RequestId.from(beginning),
        Optional.ofNullable(employee).map(EmployeeId::of),
        helpedAt);
  }
}
