package org.visavis.routing.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.TimelineEvent;

/** One event of a request in the table. Inserted, never changed. */
@Entity(name = "RoutingTimeline")
@Table(name = "routing_timeline")
@IdClass(TimelineRow.Key.class)
@Cacheable(false)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class TimelineRow {

  @Id
  @Column(name = "request_id")
  private String requestId;

  @Id
  @Column(name = "event_number")
  private int eventNumber;

  private String kind;

  @Column(name = "happened_at")
  @Convert(converter = InstantConverter.class)
  private Instant happenedAt;

  private String employee;
  private String words;
  private String proposed;

  @Convert(converter = InstantConverter.class)
  private @Nullable Instant moment;

  @Column(name = "step_key")
  private @Nullable String stepKey;

  /** For the persistence provider. */
  protected TimelineRow() {}

  static TimelineRow of(
      String requestId, int number, TimelineEvent event, @Nullable String stepKey) {
    TimelineRow row = new TimelineRow();
    row.requestId = requestId;
    row.eventNumber = number;
    row.kind = event.kind().name();
    row.happenedAt = event.at();
    row.employee = event.employee().value();
    row.words = event.text();
    row.proposed =
        event.proposed().stream().map(EmployeeId::value).collect(Collectors.joining(" "));
    row.moment = event.moment().orElse(null);
    row.stepKey = stepKey;
    return row;
  }

  TimelineEvent toDomain() {
    return new TimelineEvent(
        TimelineEvent.Kind.valueOf(kind),
        happenedAt,
        EmployeeId.of(employee),
        words,
        proposed.isEmpty()
            ? List.of()
            : Arrays.stream(proposed.split(" ")).map(EmployeeId::of).toList(),
        Optional.ofNullable(moment));
  }

  /** The key of a row, as the persistence provider wants it. */
  static final class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private String requestId = "";
    private int eventNumber;

    /** For the persistence provider. */
    Key() {}

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && key.requestId.equals(requestId)
          && key.eventNumber == eventNumber;
    }

    @Override
    public int hashCode() {
      return Objects.hash(requestId, eventNumber);
    }
  }
}
