package org.visavis.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;
import org.visavis.directory.UnknownEmployeeException;
import org.visavis.presence.Absence;
import org.visavis.presence.AbsenceId;
import org.visavis.presence.AppearanceRule;
import org.visavis.presence.CalendarEntries;
import org.visavis.presence.CalendarId;
import org.visavis.presence.CalendarSubscription;
import org.visavis.presence.DeputyRequest;
import org.visavis.presence.Explanation;
import org.visavis.presence.Guardrails;
import org.visavis.presence.Load;
import org.visavis.presence.ManualStatus;
import org.visavis.presence.Openness;
import org.visavis.presence.Presence;
import org.visavis.presence.PresenceFeed;
import org.visavis.presence.PresenceSettings;
import org.visavis.presence.PublicStatus;
import org.visavis.presence.Reachability;
import org.visavis.presence.RuleScope;
import org.visavis.presence.Session;
import org.visavis.presence.Share;
import org.visavis.presence.Status;
import org.visavis.presence.WorkPeriod;
import org.visavis.presence.WorkingHours;
import org.visavis.presence.WorkingTime;
import org.visavis.presence.Workload;
import org.visavis.presence.spi.PublicHolidays;
import org.visavis.routing.spi.Ledger;

/** A presence in which the test says who is shown, and how open. Thread-safe. */
public final class StagedPresence implements Presence {

  private final Ledger ledger;
  private final Map<EmployeeId, Integer> limits = new ConcurrentHashMap<>();
  private final Map<EmployeeId, Openness> people = new ConcurrentHashMap<>();
  private final Map<EmployeeId, WorkingHours> hours = new ConcurrentHashMap<>();
  private final Map<EmployeeId, ManualStatus> statuses = new ConcurrentHashMap<>();
  private final Map<EmployeeId, CalendarEntries> calendars = new ConcurrentHashMap<>();
  public final AtomicInteger changes = new AtomicInteger();

  public StagedPresence(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Shows somebody on all channels. */
  public EmployeeId show(String id, int limit) {
    EmployeeId employee = EmployeeId.of(id);
    limits.put(employee, limit);
    people.put(employee, Openness.OPEN);
    return employee;
  }

  public void hide(EmployeeId employee) {
    people.remove(employee);
  }

  public void stage(EmployeeId employee, Openness openness) {
    people.put(employee, openness);
  }

  @Override
  public Reachability reachability(EmployeeId employee, Audience audience) {
    Openness openness = people.get(employee);
    if (openness == null) {
      return Reachability.hidden();
    }
    Map<Channel, Openness> channels = new EnumMap<>(Channel.class);
    for (Channel channel : Channel.values()) {
      channels.put(channel, openness);
    }
    return new Reachability(
        true,
        new PublicStatus(Status.AVAILABLE, Optional.empty(), Label.empty()),
        Load.FREE,
        channels,
        List.of(),
        Optional.empty());
  }

  @Override
  public Workload workload(EmployeeId employee) {
    return new Workload(ledger.taken(employee), limits.getOrDefault(employee, 0));
  }

  @Override
  public void setLimit(EmployeeId employee, int points) {
    limits.put(employee, points);
    ledger.limitChanged(employee, points);
  }

  @Override
  public void workloadChanged(EmployeeId employee) {
    changes.incrementAndGet();
  }

  @Override
  public Guardrails guardrails() {
    return Guardrails.standard();
  }

  @Override
  public Map<EmployeeId, Reachability> shown(Audience audience) {
    throw new UnsupportedOperationException();
  }

  @Override
  public PresenceSettings settings(EmployeeId employee) {
    if (!limits.containsKey(employee)) {
      throw new UnknownEmployeeException(employee);
    }
    return PresenceSettings.initial(employee)
        .withLimit(limits.get(employee))
        .withHours(hours.getOrDefault(employee, WorkingHours.unspecified()))
        .withManual(Optional.ofNullable(statuses.get(employee)));
  }

  @Override
  public Explanation explanation(EmployeeId employee, Audience audience) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Reachability preview(
      EmployeeId employee, Audience audience, UnaryOperator<PresenceSettings> wish) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setStatus(EmployeeId employee, ManualStatus status) {
    statuses.put(employee, status);
  }

  @Override
  public void clearStatus(EmployeeId employee) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void active(EmployeeId employee) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setAbsence(EmployeeId employee, Absence absence) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void removeAbsence(EmployeeId employee, AbsenceId absence) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<DeputyRequest> deputyRequests(EmployeeId deputy) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean answerDeputyRequest(
      EmployeeId deputy, EmployeeId absent, AbsenceId absence, boolean agrees) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<EmployeeId> deputy(EmployeeId absent, Audience audience) {
    return Optional.empty();
  }

  @Override
  public void setShare(EmployeeId employee, Optional<Share> share) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setChannelLimit(EmployeeId employee, Channel channel, Optional<Integer> points) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setRule(EmployeeId employee, RuleScope scope, Optional<AppearanceRule> rule) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setHours(EmployeeId employee, WorkingHours own) {
    hours.put(employee, own);
  }

  /** Answers when the staged hours are worked. */
  @Override
  public List<WorkPeriod> work(EmployeeId employee, Instant from, Instant to) {
    WorkingTime time = WorkingTime.of(hours.getOrDefault(employee, WorkingHours.unspecified()));
    List<WorkPeriod> periods = new ArrayList<>();
    Instant at = from;
    while (at.isBefore(to)) {
      WorkingTime.Stretch stretch = time.at(at);
      Instant until = stretch.until().filter(to::isAfter).orElse(to);
      if (stretch.working()) {
        periods.add(new WorkPeriod(at, until));
      }
      at = until;
    }
    return periods;
  }

  @Override
  public void setSession(
      EmployeeId employee, String client, Session.State state, Duration timeToLive) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void signOff(EmployeeId employee, String client) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Session> sessions(EmployeeId employee) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void subscribe(EmployeeId employee, CalendarSubscription subscription) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<CalendarSubscription> subscriptions(EmployeeId employee) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<EmployeeId, List<CalendarSubscription>> subscriptions() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setCalendar(EmployeeId employee, CalendarId calendar, CalendarEntries entries) {
    calendars.put(employee, entries);
  }

  @Override
  public void removeCalendar(EmployeeId employee, CalendarId calendar) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<CalendarId, CalendarEntries> calendars(EmployeeId employee) {
    CalendarEntries entries = calendars.get(employee);
    return entries == null ? Map.of() : Map.of(CalendarId.of("staged"), entries);
  }

  @Override
  public void useHolidays(PublicHolidays holidays) {
    // Nobody on this stage has holidays.
  }

  @Override
  public PresenceFeed feed() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
