package org.visavis.routing;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;
import org.visavis.presence.AppearanceRule;
import org.visavis.presence.Guardrails;
import org.visavis.presence.Load;
import org.visavis.presence.ManualStatus;
import org.visavis.presence.Openness;
import org.visavis.presence.Presence;
import org.visavis.presence.PresenceFeed;
import org.visavis.presence.PresenceSettings;
import org.visavis.presence.PublicStatus;
import org.visavis.presence.Reachability;
import org.visavis.presence.Status;
import org.visavis.presence.WorkingHours;
import org.visavis.presence.Workload;
import org.visavis.routing.spi.Ledger;

/** A presence in which the test says who is shown, and how open. Thread-safe. */
public final class StagedPresence implements Presence {

  private final Ledger ledger;
  private final Map<EmployeeId, Integer> limits = new ConcurrentHashMap<>();
  private final Map<EmployeeId, Openness> people = new ConcurrentHashMap<>();
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
    throw new UnsupportedOperationException();
  }

  @Override
  public void setStatus(EmployeeId employee, ManualStatus status) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void clearStatus(EmployeeId employee) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setRule(EmployeeId employee, Audience audience, AppearanceRule rule) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setHours(EmployeeId employee, WorkingHours hours) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void heartbeat(EmployeeId employee, String device, Duration timeToLive) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void signOff(EmployeeId employee, String device) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Reachability preview(EmployeeId employee, Audience audience, AppearanceRule rule) {
    throw new UnsupportedOperationException();
  }

  @Override
  public PresenceFeed feed() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
