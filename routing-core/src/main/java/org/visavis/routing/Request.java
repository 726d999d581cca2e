package org.visavis.routing;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.TimelineEvent.Kind;

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
 * @param effort the points that it needs while it is the employee's turn
 * @param situation what belongs to the state, such as the points that it holds now
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
    Situation situation,
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
    Objects.requireNonNull(situation, "situation");
    timeline = List.copyOf(timeline);
    if (timeline.isEmpty()) {
      throw new IllegalArgumentException("A request begins with an event");
    }
  }

  /** Answers the points that it holds of its employee's limit now. */
  public int held() {
    return situation.held();
  }

  /** Answers until when it is snoozed. */
  public Optional<Instant> wakesAt() {
    return situation.wakesAt();
  }

  /** Answers the colleague who was asked about it and has not answered yet. */
  public Optional<Asked> asked() {
    return situation.asked();
  }

  /** Answers when the employee who has declined it could care for it; empty when none was said. */
  public Optional<Instant> later() {
    return sinceDeclined()
        .filter(event -> event.kind() == Kind.LATER_PROPOSED)
        .flatMap(event -> event.moment().stream())
        .findFirst();
  }

  /** Answers whether the employee who has declined it proposes that a time is booked. */
  public boolean proposesTimes() {
    return sinceDeclined().anyMatch(event -> event.kind() == Kind.TIMES_PROPOSED);
  }

  /** Answers whether the customer may say a word to whoever resolved it: once each time. */
  public boolean mayGetFeedback() {
    return state == RequestState.RESOLVED && last(Kind.FEEDBACK) < last(Kind.RESOLVED);
  }

  /** Answers the colleagues who have agreed to care for it since it was declined. */
  public List<EmployeeId> agreed() {
    return sinceDeclined()
        .filter(event -> event.kind() == Kind.AGREED)
        .map(TimelineEvent::employee)
        .toList();
  }

  /** What has followed from declining it, the last time; nothing where it is not offered. */
  private Stream<TimelineEvent> sinceDeclined() {
    if (state != RequestState.OFFERED) {
      return Stream.empty();
    }
    int declined = last(Kind.DECLINED);
    return declined > last(Kind.OFFERED)
        ? timeline.subList(declined, timeline.size()).stream()
        : Stream.empty();
  }

  /** Answers whether it is offered because its employee has declined it. */
  boolean isDeclined() {
    return sinceDeclined().findFirst().isPresent();
  }

  /** The place of the last event of a kind; -1 where there is none. */
  int last(Kind kind) {
    for (int i = timeline.size() - 1; i >= 0; i--) {
      if (timeline.get(i).kind() == kind) {
        return i;
      }
    }
    return -1;
  }

  /** Answers whether something of that kind has happened to it. */
  public boolean has(Kind kind) {
    return last(kind) >= 0;
  }

  /**
   * Answers this request after a step.
   *
   * @param at when it was taken
   * @param events what happened, in order
   */
  Request after(
      RequestState next,
      EmployeeId who,
      Situation then,
      Instant at,
      long nextVersion,
      List<TimelineEvent> events) {
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
        then,
        receivedAt,
        at,
        nextVersion,
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
        situation,
        receivedAt,
        changedAt,
        otherVersion,
        otherTimeline);
  }

  /** Answers this request as the customer reads it who holds the link of another, or of this. */
  Request through(Request own, List<TimelineEvent> readable) {
    return new Request(
        id,
        own.token,
        employee,
        own.channel,
        own.subject,
        own.customer,
        ifUnavailable,
        state,
        effort,
        situation.withAsked(Optional.empty()),
        own.receivedAt,
        changedAt,
        version,
        readable);
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
