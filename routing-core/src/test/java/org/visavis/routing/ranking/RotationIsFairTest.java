package org.visavis.routing.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Customer;
import org.visavis.routing.IfUnavailable;
import org.visavis.routing.Jain;
import org.visavis.routing.NewRequest;
import org.visavis.routing.Request;
import org.visavis.routing.Routing;
import org.visavis.routing.RoutingDecision;
import org.visavis.routing.memory.MemoryLeaseStore;
import org.visavis.routing.memory.MemoryRequestStore;
import org.visavis.routing.spi.Ranking.Wish;

/**
 * Equals get equal shares, by Jain's index, whether one counts who is proposed first or who cares
 * in the end. A test only: no such figure on people is kept anywhere.
 */
class RotationIsFairTest {

  private static final double FAIR = 0.99;
  private static final int EQUALS = 12;

  private final Company company = new Company();
  private final EmployeeId ada = company.hire("ada", "de", "meters");
  private final List<EmployeeId> equals = new ArrayList<>();

  RotationIsFairTest() {
    for (int i = 0; i < EQUALS; i++) {
      equals.add(company.hire("equal" + i, "de", "meters"));
    }
  }

  @Test
  void theIndexTellsEqualSharesFromOneWhoGetsAll() {
    assertThat(Jain.index(List.of(7, 7, 7, 7))).isCloseTo(1, within(1e-12));
    assertThat(Jain.index(List.of(9, 0, 0, 0))).isCloseTo(0.25, within(1e-12));
    assertThat(Jain.index(List.of(1, 2, 3))).isCloseTo(36.0 / 42, within(1e-12));
  }

  @Test
  void eachIsProposedFirstAboutAsOftenAsTheOthers() {
    assertThat(Jain.index(firstOfTurns(5_000, 1))).isGreaterThan(FAIR);
  }

  @Test
  void withoutTurnsTheIndexWouldNotHold() {
    assertThat(Jain.index(firstOfTurns(500, 0))).isLessThan(1.5 / EQUALS);
  }

  private Collection<Integer> firstOfTurns(int times, int step) {
    Wish wish = Company.wish(ada, Locale.GERMAN);
    Map<EmployeeId, Integer> first = none();
    for (int i = 0; i < times; i++) {
      company.turn.addAndGet(step);
      first.merge(company.order(wish).get(0), 1, Integer::sum);
    }
    return first.values();
  }

  /**
   * The chosen person is full all the time, so that every customer goes to a colleague: the first
   * who is proposed. Each needs a while, so that how full people are counts as well as the turns.
   */
  @Test
  void eachCaresForAboutAsManyAsTheOthers() {
    Routing routing =
        Routing.over(
                company.presence,
                company.ledger,
                new MemoryLeaseStore(),
                new MemoryRequestStore(),
                company.clock)
            .ranking(company.ranking)
            .build();
    company.load(ada, Company.LIMIT);
    Random random = new Random(1);
    Map<EmployeeId, Integer> cared = none();
    PriorityQueue<End> ends = new PriorityQueue<>();
    for (int minute = 0; minute < 4_000; minute++) {
      while (!ends.isEmpty() && ends.peek().minute() <= minute) {
        Request done = ends.remove().request();
        routing.resolve(done.employee(), done.id(), "");
      }
      company.turn.incrementAndGet();
      company.clock.move(Duration.ofMinutes(1));
      RoutingDecision decision = routing.submit(wish(minute), Audience.PUBLIC);
      Request request = ((RoutingDecision.Assigned) decision).request();
      cared.merge(request.employee(), 1, Integer::sum);
      ends.add(new End(minute + 1 + random.nextInt(50), request));
    }
    assertThat(Jain.index(cared.values())).isGreaterThan(FAIR);
  }

  private NewRequest wish(int number) {
    return NewRequest.to(
            ada,
            Channel.MESSAGE,
            "Umzug",
            "Ab wann gibt es Strom?",
            Customer.of("Zoë", "zoe@post.example", Locale.GERMAN),
            "key-" + number)
        .orElse(IfUnavailable.COLLEAGUE);
  }

  private Map<EmployeeId, Integer> none() {
    Map<EmployeeId, Integer> none = new HashMap<>();
    equals.forEach(one -> none.put(one, 0));
    return none;
  }

  private record End(int minute, Request request) implements Comparable<End> {
    @Override
    public int compareTo(End other) {
      return Integer.compare(minute, other.minute);
    }
  }
}
