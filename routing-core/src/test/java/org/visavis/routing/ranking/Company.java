package org.visavis.routing.ranking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.visavis.directory.Audience;
import org.visavis.directory.Basis;
import org.visavis.directory.Channel;
import org.visavis.directory.Consents;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.TopicId;
import org.visavis.directory.memory.MemoryDirectoryStore;
import org.visavis.directory.search.TypoTolerantIndex;
import org.visavis.presence.AppearanceRule;
import org.visavis.presence.Presence;
import org.visavis.presence.memory.MemoryPresenceStore;
import org.visavis.routing.Alternative;
import org.visavis.routing.MovedClock;
import org.visavis.routing.memory.MemoryLedger;
import org.visavis.routing.spi.Ledger;
import org.visavis.routing.spi.Ranking.Wish;

/** People of whom one can be proposed for another; everything is real but the time. */
final class Company {

  static final int LIMIT = 6;

  final MovedClock clock = new MovedClock();
  final MemoryLedger ledger = new MemoryLedger();
  final AtomicLong turn = new AtomicLong();
  final Directory directory =
      Directory.over(
          new MemoryDirectoryStore(), new TypoTolerantIndex(Clock.systemUTC()), Clock.systemUTC());
  final Presence presence =
      Presence.over(directory, new MemoryPresenceStore(), clock, (instant, action) -> () -> {})
          .workload(ledger)
          .open();
  final RankingByRules ranking =
      RankingByRules.of(directory, presence, turn::get, RankingRules.standard());

  /** Hires somebody who answers messages; words are topics, departments begin with a slash. */
  EmployeeId hire(String name, String languages, String... belongsTo) {
    EmployeeId id = EmployeeId.of(name);
    List<Locale> spoken =
        Stream.of(languages.split(",")).map(String::strip).map(Locale::forLanguageTag).toList();
    directory.save(
        Employee.named(id, name, "Beispiel")
            .languages(spoken)
            .topics(Stream.of(belongsTo).filter(w -> !w.startsWith("/")).map(TopicId::of).toList())
            .departments(
                Stream.of(belongsTo)
                    .filter(w -> w.startsWith("/"))
                    .map(w -> DepartmentId.of(w.substring(1)))
                    .toList())
            .channel(Channel.MESSAGE)
            .consents(Consents.toEverybody(Instant.EPOCH, Basis.ofThePerson()))
            .build());
    presence.setLimit(id, LIMIT);
    presence.setRule(id, Audience.PUBLIC, AppearanceRule.always());
    return id;
  }

  void load(EmployeeId employee, int points) {
    if (points > 0 && !ledger.tryTake(employee, Channel.MESSAGE, points, Ledger.Limits.of(LIMIT))) {
      throw new AssertionError("No room for " + points);
    }
    presence.workloadChanged(employee);
  }

  void hide(EmployeeId employee) {
    presence.setRule(employee, Audience.PUBLIC, AppearanceRule.hidden());
  }

  static Wish wish(EmployeeId chosen, Locale language) {
    return Wish.of(chosen, Channel.MESSAGE, Audience.PUBLIC, language);
  }

  static Wish wish(EmployeeId chosen, List<EmployeeId> proposed, Set<EmployeeId> out) {
    return new Wish(
        chosen, Channel.MESSAGE, Audience.PUBLIC, Locale.GERMAN, proposed, out, Optional.empty());
  }

  List<EmployeeId> order(Wish wish) {
    return ranking.alternatives(wish).stream().map(Alternative::employee).toList();
  }
}
