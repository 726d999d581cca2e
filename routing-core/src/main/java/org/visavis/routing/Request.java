package org.visavis.routing;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;

/**
 * A request as it stands. Immutable; its text form reveals nothing of it.
 *
 * @param id identifies it to the employee
 * @param token opens it to the customer
 * @param employee who cares for it, or was chosen to
 * @param channel the chosen channel
 * @param subject what it is about
 * @param customer who asks
 * @param ifUnavailable what the customer said in advance
 * @param state where it stands
 * @param effort the points that it holds while a person cares for it
 * @param receivedAt when it was handed in
 * @param changedAt when it last changed
 * @param version counts its changes, from 0
 * @param timeline all that happened, in order; the first event carries the message
 */
public record Request(
    RequestId id,
    RequestToken token,
    EmployeeId employee,
    Channel channel,
    String subject,
    Customer customer,
    IfUnavailable ifUnavailable,
    RequestState state,
    int effort,
    Instant receivedAt,
    Instant changedAt,
    long version,
    List<TimelineEvent> timeline) {

  /** Copies what comes in. */
  public Request {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(employee, "employee");
    Objects.requireNonNull(state, "state");
    timeline = List.copyOf(timeline);
    if (timeline.isEmpty()) {
      throw new IllegalArgumentException("A request begins with an event");
    }
  }

  /**
   * Answers this request after a step.
   *
   * @param at when it was taken
   * @param events what happened, in order
   */
  Request after(
      RequestState next, EmployeeId who, Instant at, long version, List<TimelineEvent> events) {
    return new Request(
        id,
        token,
        who,
        channel,
        subject,
        customer,
        ifUnavailable,
        next,
        effort,
        receivedAt,
        at,
        version,
        Stream.concat(timeline.stream(), events.stream()).toList());
  }

  /** Answers this request in another version with another timeline, as a store reads it. */
  public Request as(long otherVersion, List<TimelineEvent> otherTimeline) {
    return new Request(
        id,
        token,
        employee,
        channel,
        subject,
        customer,
        ifUnavailable,
        state,
        effort,
        receivedAt,
        changedAt,
        otherVersion,
        otherTimeline);
  }

  /** Answers the message with which the request began. */
  public String message() {
    return timeline.get(0).text();
  }

  @Override
  public String toString() {
    return "Request[" + id + ", " + state + "]";
  }
}
