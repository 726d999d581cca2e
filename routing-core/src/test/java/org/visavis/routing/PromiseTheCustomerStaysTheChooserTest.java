package org.visavis.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.memory.MemoryLeaseStore;
import org.visavis.routing.memory.MemoryLedger;
import org.visavis.routing.memory.MemoryRequestStore;

/** A request is never silently given to somebody else. */
class PromiseTheCustomerStaysTheChooserTest {

  @Property(tries = 500)
  void onlyTheCustomerGivesARequestToSomebodyElse(@ForAll("acts") List<Act> acts) {
    Scene scene =
        new Scene(
            new MemoryLedger(), new MemoryLeaseStore(), new MemoryRequestStore(), Supplier::get);
    List<EmployeeId> whose = new ArrayList<>();
    for (Act act : acts) {
      scene.act(act);
      EmployeeId named = scene.people.get(act.person());
      for (int r = 0; r < whose.size(); r++) {
        EmployeeId now = scene.request(r).employee();
        if (!now.equals(whose.get(r))) {
          assertThat(act.kind()).isEqualTo(Act.Kind.CHOOSE_COLLEAGUE);
          assertThat(r).isEqualTo(act.other() % whose.size());
          assertThat(now).isEqualTo(named);
          assertThat(TestRouting.kinds(scene.request(r))).contains(TimelineEvent.Kind.CHOSEN);
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
