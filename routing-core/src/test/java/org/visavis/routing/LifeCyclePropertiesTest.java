package org.visavis.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.visavis.routing.jpa.JpaLeaseStore;
import org.visavis.routing.jpa.JpaLedger;
import org.visavis.routing.jpa.JpaRequestStore;
import org.visavis.routing.jpa.TestDatabase;
import org.visavis.routing.memory.MemoryLeaseStore;
import org.visavis.routing.memory.MemoryLedger;
import org.visavis.routing.memory.MemoryRequestStore;

/**
 * Whatever people do in whatever order, it comes out as a simple model says, on every store. For
 * more sequences: {@code -Djqwik.tries.default=100000}.
 */
class LifeCyclePropertiesTest {

  @Property
  void inMemoryItComesOutAsTheModelSays(@ForAll("acts") List<Act> acts) {
    play(
        new Scene(
            new MemoryLedger(), new MemoryLeaseStore(), new MemoryRequestStore(), Supplier::get),
        acts);
  }

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  void onADatabaseItComesOutAsTheModelSays(@ForAll("acts") List<Act> acts) {
    try (TestDatabase database = TestDatabase.hsqldb()) {
      play(
          new Scene(
              new JpaLedger(database::entityManager),
              new JpaLeaseStore(database::entityManager),
              new JpaRequestStore(database::entityManager),
              database::inTransaction),
          acts);
    }
  }

  @Provide
  static Arbitrary<List<Act>> acts() {
    return Act.sequences(60);
  }

  private static void play(Scene scene, List<Act> acts) {
    SceneModel model = new SceneModel();
    List<Request> before = new ArrayList<>();
    for (int i = 0; i < acts.size(); i++) {
      Act act = acts.get(i);
      String what = "act " + i + ", " + act;
      assertThat(scene.act(act)).as(what).isEqualTo(model.act(act));
      assertThat(scene.requests).hasSameSizeAs(model.requests);
      for (int r = 0; r < model.requests.size(); r++) {
        Request request = scene.request(r);
        SceneModel.OneRequest expected = model.requests.get(r).root();
        assertThat(request.state()).as(what).isEqualTo(expected.state);
        assertThat(request.employee()).as(what).isEqualTo(scene.people.get(expected.person));
        assertThat(request.held()).as(what).isEqualTo(expected.held);
        if (r < before.size()) {
          assertThatItWentOn(before.get(r), request);
          before.set(r, request);
        } else {
          before.add(request);
        }
      }
      for (int p = 0; p < Act.PEOPLE; p++) {
        assertThat(scene.taken(scene.people.get(p))).as(what).isEqualTo(model.taken(p));
      }
    }
  }

  private static void assertThatItWentOn(Request before, Request after) {
    assertThat(after.timeline()).startsWith(before.timeline().toArray(TimelineEvent[]::new));
    if (!after.id().equals(before.id())) {
      assertThat(after.timeline()).hasSizeGreaterThan(before.timeline().size());
      return;
    }
    assertThat(after.version()).isGreaterThanOrEqualTo(before.version());
    if (after.version() == before.version()) {
      assertThat(after).isEqualTo(before);
    }
    // One act can be two steps: a request that is queued again may find room at once.
    if (after.state() != before.state() && after.version() == before.version() + 1) {
      assertThat(Scene.next(before.state())).contains(after.state());
    }
  }
}
