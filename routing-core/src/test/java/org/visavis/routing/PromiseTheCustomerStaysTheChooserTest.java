package org.visavis.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.memory.MemoryLeaseStore;
import org.visavis.routing.memory.MemoryLedger;
import org.visavis.routing.memory.MemoryRequestStore;

/**
 * A request is never silently given to somebody else: the customer gives it, or is told that it was
 * handed over by whoever had it to whoever agreed.
 */
class PromiseTheCustomerStaysTheChooserTest {

  @Property(tries = 500)
  void nobodyGivesARequestToSomebodyElseBehindTheCustomersBack(@ForAll("acts") List<Act> acts) {
    Scene scene =
        new Scene(
            new MemoryLedger(), new MemoryLeaseStore(), new MemoryRequestStore(), Supplier::get);
    List<EmployeeId> whose = new ArrayList<>();
    for (Act act : acts) {
      EmployeeId named = scene.people.get(act.person());
      Optional<EmployeeId> asked =
          whose.isEmpty() ? Optional.empty() : scene.asked(act.other() % whose.size());
      scene.act(act);
      for (int r = 0; r < whose.size(); r++) {
        EmployeeId now = scene.request(r).employee();
        if (!now.equals(whose.get(r))) {
          assertThat(act.kind()).isIn(Act.Kind.CHOOSE_COLLEAGUE, Act.Kind.AGREE);
          // Of two that have been merged both links lead to the one that goes on.
          assertThat(scene.request(r).id())
              .isEqualTo(scene.request(act.other() % whose.size()).id());
          boolean agreed = act.kind() == Act.Kind.AGREE;
          assertThat(now).isEqualTo(agreed ? asked.orElseThrow() : named);
          assertThat(TestRouting.kinds(scene.request(r)))
              .contains(agreed ? TimelineEvent.Kind.HANDED_OVER : TimelineEvent.Kind.CHOSEN);
          whose.set(r, now);
        }
      }
      if (scene.requests.size() > whose.size()) {
        EmployeeId first = scene.request(whose.size()).employee();
        if (!first.equals(named)) {
          assertThat(act.ifUnavailable()).isEqualTo(IfUnavailable.COLLEAGUE);
        }
        whose.add(first);
      }
    }
  }

  @Provide
  static Arbitrary<List<Act>> acts() {
    return Act.sequences(60);
  }
}
