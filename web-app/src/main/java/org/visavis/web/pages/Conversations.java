package org.visavis.web.pages;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Request;
import org.visavis.routing.TimelineEvent;
import org.visavis.web.pages.Conversation.Event;
import org.visavis.web.pages.Conversation.EventKind;
import org.visavis.web.pages.Conversation.Message;

/**
 * Takes a request's timeline apart into what was written and what happened, as one of both sides
 * reads it. Immutable, thread-safe.
 */
@Dependent
public final class Conversations {

  /** What was said in a request that has been merged: words without a step of their own. */
  private static final Set<TimelineEvent.Kind> CARRIED =
      EnumSet.of(TimelineEvent.Kind.MERGED_WORDS, TimelineEvent.Kind.MERGED_REPLY);

  private static final Set<TimelineEvent.Kind> NOTES =
      EnumSet.of(TimelineEvent.Kind.DECLINED, TimelineEvent.Kind.ASKED, TimelineEvent.Kind.SAID_NO);

  private final Cards cards;

  /** Takes names and faces from there. */
  @Inject
  public Conversations(Cards cards) {
    this.cards = cards;
  }

  /**
   * Answers the conversation as the customer reads it.
   *
   * @param portraits the address below which the request has its portraits
   */
  public Conversation forCustomer(Request request, Texts texts, String portraits) {
    return of(request, texts, true, (person, name) -> cards.face(person, name, portraits));
  }

  /** Answers the conversation as the employee reads it. */
  public Conversation forEmployee(Request request, Texts texts) {
    return of(request, texts, false, cards::face);
  }

  private Conversation of(
      Request request,
      Texts texts,
      boolean readByCustomer,
      BiFunction<EmployeeId, String, Portrait> faces) {
    List<Message> messages = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    for (TimelineEvent event : request.timeline()) {
      String employee = cards.name(event.employee(), texts);
      if (isMessage(event)) {
        boolean byCustomer = isByCustomer(event.kind());
        boolean mine = byCustomer == readByCustomer;
        String author = byCustomer ? request.customer().name() : employee;
        Portrait face =
            byCustomer
                ? Portrait.of(request.id().toString(), request.customer().name(), "")
                : faces.apply(event.employee(), employee);
        messages.add(
            new Message(
                mine, mine ? texts.of("tracking.you") : author, face, saidAt(event), event.text()));
      }
      if (!CARRIED.contains(event.kind())) {
        String note = note(event, request, texts, readByCustomer);
        events.add(new Event(kind(event.kind()), event.at(), employee, note, event.moment()));
      }
    }
    return new Conversation(messages, events);
  }

  /** A time is written in the zone of the customer, where it is known and the customer reads. */
  private static String note(
      TimelineEvent event, Request request, Texts texts, boolean readByCustomer) {
    if (event.kind() == TimelineEvent.Kind.BOOKED) {
      Optional<ZoneId> zone = readByCustomer ? request.customer().timeZone() : Optional.empty();
      return SlotWords.of(event.text(), zone, texts, event.at());
    }
    return NOTES.contains(event.kind()) ? event.text() : "";
  }

  /** The reason of a decline is said where it happened, not as a part of the conversation. */
  private static boolean isMessage(TimelineEvent event) {
    return !event.text().isEmpty()
        && event.kind() != TimelineEvent.Kind.BOOKED
        && !NOTES.contains(event.kind());
  }

  /** What was said in a request that was merged keeps its time. */
  private static Instant saidAt(TimelineEvent event) {
    return CARRIED.contains(event.kind()) || event.kind() == TimelineEvent.Kind.MERGED
        ? event.moment().orElse(event.at())
        : event.at();
  }

  private static boolean isByCustomer(TimelineEvent.Kind kind) {
    return switch (kind) {
      case RECEIVED,
          CUSTOMER_WROTE,
          REOPENED,
          CHOSEN,
          BOOKED,
          WITHDRAWN,
          FEEDBACK,
          MERGED,
          MERGED_WORDS ->
          true;
      default -> false;
    };
  }

  /** Answers what happened, in the words of pages. */
  static EventKind kind(TimelineEvent.Kind kind) {
    return switch (kind) {
      case RECEIVED -> EventKind.REQUESTED;
      case QUEUED -> EventKind.QUEUED;
      case OFFERED -> EventKind.OFFERED;
      case CHOSEN -> EventKind.CHOSEN;
      case ACCEPTED -> EventKind.ACCEPTED;
      case OVERRIDDEN -> EventKind.OVERRIDDEN;
      case SNOOZED -> EventKind.SNOOZED;
      case WOKEN -> EventKind.WOKEN;
      case LATER_PROPOSED -> EventKind.LATER_PROPOSED;
      case TIMES_PROPOSED -> EventKind.TIMES_PROPOSED;
      case ASKED -> EventKind.ASKED;
      case SAID_NO -> EventKind.SAID_NO;
      case UNASKED -> EventKind.UNASKED;
      case AGREED -> EventKind.AGREED;
      case HANDED_OVER -> EventKind.HANDED_OVER;
      case MERGED, MERGED_WORDS, MERGED_REPLY -> EventKind.MERGED;
      case FEEDBACK -> EventKind.FEEDBACK;
      case REPLIED -> EventKind.EMPLOYEE_WROTE;
      case CUSTOMER_WROTE -> EventKind.CUSTOMER_WROTE;
      case DECLINED -> EventKind.DECLINED;
      case RESOLVED -> EventKind.RESOLVED;
      case REOPENED -> EventKind.REOPENED;
      case BOOKED -> EventKind.BOOKED;
      case WITHDRAWN -> EventKind.WITHDRAWN;
      case EXPIRED -> EventKind.EXPIRED;
    };
  }
}
