package org.visavis.benchmarks;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.visavis.directory.Channel;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.Absence;
import org.visavis.presence.AbsenceId;
import org.visavis.presence.AppearanceRule;
import org.visavis.presence.AtLimit;
import org.visavis.presence.LoadState;
import org.visavis.presence.ManualStatus;
import org.visavis.presence.PresenceFacts;
import org.visavis.presence.PresenceSettings;
import org.visavis.presence.Session;
import org.visavis.presence.Status;
import org.visavis.presence.WorkingHours;
import org.visavis.presence.WorkingTime;
import org.visavis.presence.Workload;
import org.visavis.presence.memory.MemoryPresenceStore;

/**
 * Many people whose presence is measured. Five of eight have hours of one of five kinds, a third a
 * device in use; some have a status by hand, an absence, a connector or a rule by load.
 */
final class Staff {

  static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** Equal rules exist once, as the façade keeps them. */
  private static final AppearanceRule RULE = AppearanceRule.byLoad(5, 3, AtLimit.SHOW_BUSY);

  private static final Set<Channel> ALL = Set.of(Channel.values());

  private static final List<WorkingHours> HOURS =
      List.of(
          WorkingHours.unspecified(),
          WorkingHours.parse(BERLIN, "Mon-Fri 08:00-12:00 12:45-16:30"),
          WorkingHours.unspecified(),
          WorkingHours.parse(BERLIN, "Mon-Thu 09:00-17:30, Fri 09:00-14:00"),
          WorkingHours.parse(ZoneId.of("America/New_York"), "Mon-Fri 09:00-17:00"),
          WorkingHours.unspecified(),
          WorkingHours.parse(BERLIN, "Sat-Sun 10:00-18:00"),
          WorkingHours.parse(ZoneId.of("Asia/Tokyo"), "Mon-Sun 20:00-06:00"));

  private Staff() {}

  /** Answers what is known of that many people, as the façade puts it together for the decision. */
  static PresenceFacts[] facts(int people) {
    Random random = new Random(4);
    List<WorkingTime> times = HOURS.stream().map(WorkingTime::of).toList();
    PresenceFacts[] facts = new PresenceFacts[people];
    for (int i = 0; i < people; i++) {
      facts[i] = facts(i, times.get(i % times.size()), random);
    }
    return facts;
  }

  private static PresenceFacts facts(int i, WorkingTime time, Random random) {
    EmployeeId id = EmployeeId.of("p" + i);
    PresenceFacts.Builder facts =
        PresenceFacts.of(id, ALL).workingTime(time).workload(new Workload(random.nextInt(6), 5));
    if (i % 3 == 0) {
      facts.sessions(List.of(session("web", Session.State.IN_USE)));
    }
    if (i % 7 == 0) {
      facts.sessions(List.of(session("pbx", Session.State.BUSY)));
    }
    if (i % 11 == 0) {
      facts.manual(ManualStatus.until(Status.AWAY, NOW.plusSeconds(i + 1)));
    }
    if (i % 13 == 0) {
      facts.absences(List.of(absence(i / 13 % 20)));
    }
    if (i % 2 == 0) {
      facts.rule(RULE, LoadState.initial());
    }
    return facts.build();
  }

  private static Session session(String client, Session.State state) {
    return new Session(client, state, NOW, NOW.plusSeconds(120));
  }

  private static Absence absence(int longer) {
    return Absence.ofDays(
        AbsenceId.of("a"),
        Absence.Kind.HOLIDAY,
        LocalDate.of(2026, 11, 23),
        LocalDate.of(2026, 11, 27).plusDays(longer),
        BERLIN);
  }

  static MemoryPresenceStore store(List<Employee> employees) {
    MemoryPresenceStore store = new MemoryPresenceStore();
    for (int i = 0; i < employees.size(); i++) {
      EmployeeId id = employees.get(i).id();
      PresenceSettings settings = PresenceSettings.initial(id);
      WorkingHours hours = HOURS.get(i % HOURS.size());
      if (!hours.spans().isEmpty()) {
        // As a store of rows does: each person has hours of his or her own.
        store.save(settings.withHours(WorkingHours.parse(hours.zone(), hours.text())));
      }
      if (i % 11 == 0) {
        store.save(
            settings.withManual(
                Optional.of(ManualStatus.until(Status.AWAY, NOW.plus(Duration.ofDays(1))))));
      }
      if (i % 13 == 0) {
        store.save(settings.withAbsence(absence(i / 13 % 20)));
      }
      if (i % 3 == 0) {
        store.saveSession(id, session("web", Session.State.IN_USE));
      }
    }
    return store;
  }

  static List<Employee> employees(int number) {
    List<Employee> employees = new ArrayList<>(number);
    for (int i = 0; i < number; i++) {
      Employee.Builder builder = Employee.named(EmployeeId.of("p" + i), "P", "N");
      for (Channel channel : Channel.values()) {
        builder.channel(channel);
      }
      employees.add(builder.timeZone(BERLIN).region("DE-BE").build());
    }
    return employees;
  }

  /** A directory of nothing but people, because what it keeps itself is not the question here. */
  static Directory directory(List<Employee> employees) {
    return (Directory)
        Proxy.newProxyInstance(
            Directory.class.getClassLoader(),
            new Class<?>[] {Directory.class},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "everybody" -> employees;
                  case "onChange" -> (AutoCloseable) () -> {};
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
