package org.visavis.web.jobs;

import static java.lang.System.Logger.Level.WARNING;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.Load;
import org.visavis.presence.Openness;
import org.visavis.presence.Presence;
import org.visavis.presence.PresenceChange;
import org.visavis.presence.PresenceFeed.Subscription;
import org.visavis.presence.Reachability;
import org.visavis.routing.DutyRota;
import org.visavis.routing.Routing;
import org.visavis.routing.Waitlist;
import org.visavis.web.wiring.Transactions;

/**
 * Lets in whoever waits for a person, as soon as there is room: because the person shows up again,
 * by an act or by time alone, raises the limit, or has ended something. Requests come first, then
 * the waitlist.
 *
 * <p>The feed of presence says at once when a person can be had who could not, or has become less
 * busy. What it cannot say, such as what changed while the server was down or on another node, is
 * looked for every minute. Each who waits is let in once, whoever looks. The same minute moves the
 * duty rota on. Thread-safe.
 */
@ApplicationScoped
class RoomWatch {

  private static final System.Logger LOG = System.getLogger(RoomWatch.class.getName());
  private static final Duration PAUSE = Duration.ofMinutes(1);

  @Inject private Presence presence;
  @Inject private Routing routing;
  @Inject private Waitlist waitlist;
  @Inject private DutyRota duty;
  @Inject private Transactions transactions;

  /** How people were seen last; used by the feed's one delivery at a time. */
  private final Map<EmployeeId, Seen> seen = new HashMap<>();

  private @Nullable Subscription subscription;

  void begin(@Observes @Priority(Interceptor.Priority.APPLICATION) Startup startup) {
    subscription = presence.feed().watch(presence.feed().revision(), this::changed);
  }

  @PreDestroy
  void end() {
    if (subscription != null) {
      subscription.close();
    }
  }

  private void changed(Collection<PresenceChange> changes, boolean snapshot) {
    for (PresenceChange change : changes) {
      Seen now = Seen.of(change.reachability());
      @Nullable Seen before =
          now.open().isEmpty() ? seen.remove(change.employee()) : seen.put(change.employee(), now);
      if (now.hasMoreRoomThan(before)) {
        letIn(change.employee());
      }
    }
  }

  /** Whatever fails here is tried again within a minute, and must not end the watching. */
  private void letIn(EmployeeId employee) {
    try {
      transactions.run(() -> waitlist.tell(employee));
    } catch (RuntimeException e) {
      LOG.log(WARNING, "Those who wait could not be let in; it is tried again.", e);
    }
  }

  @Produces
  @Singleton
  Task<Void> seeToThoseWhoWait() {
    return Tasks.recurring("see-to-those-who-wait", FixedDelay.of(PAUSE))
        .execute((all, context) -> seeToThem());
  }

  private void seeToThem() {
    Set<EmployeeId> waitedFor = new HashSet<>(transactions.call(routing::waitedFor));
    waitedFor.addAll(transactions.call(waitlist::waitedFor));
    waitedFor.forEach(this::letIn);
    transactions.call(waitlist::endDue);
    transactions.call(duty::turnDue);
  }

  /**
   * How somebody was seen.
   *
   * @param open the channels that were open
   * @param load how busy
   */
  private record Seen(Set<Channel> open, Load load) {

    static Seen of(Reachability decision) {
      Set<Channel> open = EnumSet.noneOf(Channel.class);
      decision
          .channels()
          .forEach(
              (channel, openness) -> {
                if (openness == Openness.OPEN) {
                  open.add(channel);
                }
              });
      return new Seen(open, decision.load());
    }

    boolean hasMoreRoomThan(@Nullable Seen before) {
      return !open.isEmpty()
          && (before == null || !before.open.containsAll(open) || load.compareTo(before.load) < 0);
    }
  }
}
