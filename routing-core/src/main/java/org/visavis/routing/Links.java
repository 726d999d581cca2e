package org.visavis.routing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.visavis.routing.TimelineEvent.Kind;
import org.visavis.routing.spi.RequestStore;

/**
 * Where the links lead that customers hold. Of requests that have become one, each link reads what
 * was said under it and all that has been said since, but not what was said under the other: that
 * both give the same address does not prove that one customer holds both. Thread-safe.
 */
final class Links {

  private static final Set<Kind> OF_THE_OTHER = EnumSet.of(Kind.MERGED_WORDS, Kind.MERGED_REPLY);

  private final RequestStore requests;

  Links(RequestStore requests) {
    this.requests = requests;
  }

  Optional<Request> find(RequestToken token) {
    return requests.find(token).map(own -> seen(own, follow(own)));
  }

  /** Answers the request that goes on for one; itself where it has not been merged. */
  Request follow(Request request) {
    Request whole = request;
    while (whole.situation().mergedInto().isPresent()) {
      whole = next(whole);
    }
    return whole;
  }

  /**
   * Answers a request as the customer reads it.
   *
   * @param own the request of the customer's link
   * @param whole the request that goes on for it
   */
  Request seen(Request own, Request whole) {
    List<TimelineEvent> events = new ArrayList<>(readable(own.timeline()));
    Request before = own;
    while (before.situation().mergedInto().isPresent()) {
      Request after = next(before);
      List<TimelineEvent> timeline = after.timeline();
      events.addAll(readable(timeline.subList(joined(before, timeline), timeline.size())));
      before = after;
    }
    return whole.through(own, events);
  }

  private Request next(Request merged) {
    return merged
        .situation()
        .mergedInto()
        .flatMap(requests::find)
        .orElseThrow(UnknownRequestException::new);
  }

  /** The place after the event by which a request became one with the owner of the timeline. */
  private static int joined(Request merged, List<TimelineEvent> timeline) {
    for (int i = 0; i < timeline.size(); i++) {
      TimelineEvent event = timeline.get(i);
      if (event.kind() == Kind.MERGED
          && event.moment().filter(merged.receivedAt()::equals).isPresent()
          && event.text().equals(merged.message())) {
        return i + 1;
      }
    }
    return timeline.size();
  }

  private static List<TimelineEvent> readable(List<TimelineEvent> timeline) {
    return timeline.stream()
        .filter(event -> event.kind().isForCustomer() && !OF_THE_OTHER.contains(event.kind()))
        .map(event -> event.kind() == Kind.MERGED ? event.silent() : event)
        .toList();
  }
}
