package org.visavis.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.visavis.directory.memory.MemoryDirectoryStore;
import org.visavis.directory.search.TypoTolerantIndex;

class DepartmentTreeTest {

  private static Department department(String id, String... parent) {
    Department department = Department.named(id);
    return parent.length == 0 ? department : department.within(DepartmentId.of(parent[0]));
  }

  private static List<DepartmentId> ids(String... ids) {
    return Arrays.stream(ids).map(DepartmentId::of).toList();
  }

  private static final DepartmentTree TREE =
      DepartmentTree.of(
          List.of(
              department("company"),
              department("service", "company"),
              department("billing", "service"),
              department("moving", "service"),
              department("works-council"),
              department("orphan", "closed-down")));

  @Test
  void departmentsLieWithinEachOther() {
    assertThat(TREE.roots()).isEqualTo(ids("company", "orphan", "works-council"));
    assertThat(TREE.parts(DepartmentId.of("service"))).isEqualTo(ids("billing", "moving"));
    assertThat(TREE.within(DepartmentId.of("company")))
        .containsExactlyInAnyOrderElementsOf(ids("company", "service", "billing", "moving"));
    assertThat(TREE.path(DepartmentId.of("moving"))).isEqualTo(ids("company", "service", "moving"));
    assertThat(TREE.within(DepartmentId.of("unknown")))
        .isEqualTo(java.util.Set.copyOf(ids("unknown")));
    assertThat(TREE.findCycle()).isEmpty();
  }

  @Test
  void aCycleIsFoundWithItsWayAndNothingRunsRoundIt() {
    DepartmentTree cyclic =
        DepartmentTree.of(
            List.of(
                department("a", "d"),
                department("d", "c"),
                department("c", "b"),
                department("b", "d")));

    assertThat(cyclic.findCycle()).contains(ids("b", "d", "c", "b"));
    assertThat(cyclic.path(DepartmentId.of("a"))).endsWith(DepartmentId.of("a"));
    assertThat(cyclic.within(DepartmentId.of("b"))).hasSize(4);
    assertThat(cyclic.roots()).isEmpty();
  }

  @Test
  void aDepartmentWithinItselfIsRefusedAndNothingIsSaved() {
    Directory directory =
        Directory.over(
            new MemoryDirectoryStore(),
            new TypoTolerantIndex(Clock.systemUTC()),
            Clock.systemUTC());
    directory.saveDepartments(List.of(department("a"), department("b", "a")));

    assertThatThrownBy(() -> directory.saveDepartments(List.of(department("a", "b"))))
        .isInstanceOf(DepartmentCycleException.class)
        .hasMessageContaining("a > b > a")
        .extracting(e -> ((DepartmentCycleException) e).path())
        .isEqualTo(ids("a", "b", "a"));
    assertThat(directory.findDepartment(DepartmentId.of("a"))).contains(department("a"));
    assertThat(directory.departmentTree().parts(DepartmentId.of("a"))).isEqualTo(ids("b"));
  }
}
