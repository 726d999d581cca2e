package org.visavis.directory.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Standing;
import org.visavis.directory.Standings;

/**
 * Who may be seen, and how they stand: a number for each way to stand, so that it can be counted in
 * arrays. Thread-safe.
 */
final class Sight {

  /** The number of those who may not be seen. */
  static final int HIDDEN = 1;

  /** The number of those who may be seen and of whom no more is known. */
  static final int SEEN = 2;

  private final Function<EmployeeId, Optional<Standing>> standings;
  private final @Nullable Predicate<EmployeeId> visible;

  /** Of each person of the part that is remembered the number, 0 before anybody asked for it. */
  private final @Nullable AtomicIntegerArray known;

  private final @Nullable IndexPart remembered;
  private final Map<Standing, Integer> numbers = new HashMap<>();
  private volatile @Nullable Standing[] byNumber = new Standing[8];
  private volatile int end = SEEN + 1;

  private Sight(
      Function<EmployeeId, Optional<Standing>> standings,
      @Nullable Predicate<EmployeeId> visible,
      @Nullable IndexPart remembered) {
    this.standings = standings;
    this.visible = visible;
    this.remembered = remembered;
    this.known = remembered == null ? null : new AtomicIntegerArray(remembered.size());
  }

  /** Answers a sight that says only who may be seen. */
  static Sight seeing(Predicate<EmployeeId> visible) {
    return new Sight(id -> Optional.empty(), visible, null);
  }

  /** Answers a sight that asks each time. */
  static Sight asking(Function<EmployeeId, Optional<Standing>> standings) {
    return new Sight(standings, null, null);
  }

  /** Answers a sight that asks once for each person of one part. */
  static Sight remembering(Standings standings, IndexPart remembered) {
    return new Sight(standings, null, remembered);
  }

  boolean isOf(Standings other) {
    return standings == other;
  }

  /** Answers the number of how a person stands. */
  int of(IndexPart part, int person) {
    if (known == null || part != remembered) {
      return ask(part.ids[person]);
    }
    int number = known.get(person);
    if (number == 0) {
      number = ask(part.ids[person]);
      known.set(person, number);
    }
    return number;
  }

  private int ask(EmployeeId id) {
    if (visible != null) {
      return visible.test(id) ? SEEN : HIDDEN;
    }
    return standings.apply(id).map(this::number).orElse(HIDDEN);
  }

  private synchronized int number(Standing standing) {
    Integer given = numbers.get(standing);
    if (given != null) {
      return given;
    }
    int number = end;
    @Nullable Standing[] all = byNumber;
    if (number == all.length) {
      all = Arrays.copyOf(all, 2 * number);
    }
    all[number] = standing;
    byNumber = all;
    numbers.put(standing, number);
    end = number + 1;
    return number;
  }

  /** Answers the number after the greatest that was given so far. */
  int end() {
    return end;
  }

  /** Answers how those with a number stand; nothing where no more is known than who may be seen. */
  @Nullable Standing standing(int number) {
    return byNumber[number];
  }
}
