package org.visavis.routing.spi;

import java.util.List;
import org.visavis.routing.Request;
import org.visavis.routing.TimelineEvent;

/**
 * Is told what happens to requests, within the transaction in which it happens: the place to write
 * an outbox. Thread-safe.
 */
@FunctionalInterface
public interface RequestObserver {

  /**
   * Takes note. An exception fails the step.
   *
   * @param request the request after the events
   * @param events what has just happened, in order
   */
  void happened(Request request, List<TimelineEvent> events);
}
