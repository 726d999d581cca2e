package org.visavis.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ought to come of each act, as simply as it can be said: no stores, no concurrency, one list
 * of leases and one of requests. Points are never counted, they are summed up.
 */
final class SceneModel {

  private static final long LEASE_SECONDS = 600;
  private static final int NOBODY = -1;
  private static final long PATIENCE_SECONDS = 3 * 24 * 3_600L;

  static final class OneLease {
    final int person;
    final int points;
    final boolean live;
    final long until;
    boolean gone;

    OneLease(int person, boolean live, long until) {
      this.person = person;
      this.live = live;
      this.until = until;
      points = live ? 2 : 1;
    }
  }

  static final class OneRequest {
    final int number;
    final int effort;
    final boolean whole;
    int person;
    RequestState state;
    int held;
    long changed;
    long wakes;
    long later;
    boolean declined;
    boolean praised;
    int agreed = NOBODY;
    int asked = NOBODY;
    boolean askedToTakeOver;
    @Nullable OneRequest goesOnIn;

    OneRequest(int number, int effort, boolean whole, int person, long now) {
      this.number = number;
      this.effort = effort;
      this.whole = whole;
      this.person = person;
      state = RequestState.OPEN;
      changed = now;
    }

    OneRequest root() {
      return goesOnIn == null ? this : goesOnIn.root();
    }

    boolean isMergeable() {
      return state == RequestState.OPEN || state.isInCare();
    }

    int weight(RequestState in) {
      return switch (in) {
        case ACCEPTED -> effort;
        case WAITING_FOR_CUSTOMER -> (effort + 1) / 2;
        default -> 0;
      };
    }
  }

  final List<OneLease> leases = new ArrayList<>();
  final List<OneRequest> requests = new ArrayList<>();
  final int[] limits = new int[Act.PEOPLE];
  final boolean[] hidden = new boolean[Act.PEOPLE];
  private long now;

  SceneModel() {
    Arrays.fill(limits, 2);
  }

  int taken(int person) {
    int leased = 0;
    for (OneLease lease : leases) {
      leased += lease.person == person && !lease.gone ? lease.points : 0;
    }
    return leased
        + requests.stream().filter(one -> one.person == person).mapToInt(one -> one.held).sum();
  }

  String act(Act act) {
    now++;
    int person = act.person();
    return switch (act.kind()) {
      case CLAIM -> claim(person, false);
      case CLAIM_LIVE -> claim(person, true);
      case RELEASE -> leases.isEmpty() ? "" : end(leases.get(act.other() % leases.size()));
      case SUBMIT -> submit(act, 1, false);
      case SUBMIT_CHAT -> submit(act, 2, false);
      case SUBMIT_PHONE -> submit(act, 2, true);
      case SUBMIT_WITH_LEASE ->
          leases.isEmpty() ? "" : submitWith(act, leases.get(act.other() % leases.size()));
      case HIDE -> {
        hidden[person] = true;
        yield "";
      }
      case SHOW -> {
        hidden[person] = false;
        admit(person);
        yield "";
      }
      case LIMIT -> {
        limits[person] = act.limit();
        admit(person);
        yield "";
      }
      case PASS -> pass(act.minutes() * 60);
      default -> requests.isEmpty() ? "" : step(act, at(act.other()));
    };
  }

  private String claim(int person, boolean live) {
    endEnded(person);
    OneLease lease = new OneLease(person, live, now + LEASE_SECONDS);
    if (hidden[person]) {
      return "UNKNOWN_EMPLOYEE";
    }
    if (!hasRoom(person, lease.points)) {
      return "AT_LIMIT";
    }
    leases.add(lease);
    return "LEASED";
  }

  private OneRequest at(int number) {
    return requests.get(number % requests.size()).root();
  }

  private String submitWith(Act act, OneLease lease) {
    if (!lease.gone) {
      lease.gone = true;
      if (now < lease.until && lease.person == act.person() && !lease.live) {
        // A lease is a promise: it is honoured though the limit was lowered meanwhile.
        OneRequest one = new OneRequest(requests.size(), 1, false, lease.person, now);
        enter(one, lease.person, RequestState.ACCEPTED, true);
        requests.add(one);
        return "ASSIGNED";
      }
      admit(lease.person);
    }
    return submit(act, 1, false);
  }

  private String submit(Act act, int effort, boolean whole) {
    int person = act.person();
    OneRequest one = new OneRequest(requests.size(), effort, whole, person, now);
    endEnded(person);
    if (hidden[person]) {
      return "UNKNOWN_EMPLOYEE";
    }
    if (keep(one, RequestState.ACCEPTED)) {
      return "ASSIGNED";
    }
    switch (act.ifUnavailable()) {
      case WAIT -> {
        keep(one, RequestState.OPEN);
        return "QUEUED";
      }
      case COLLEAGUE -> {
        for (int colleague = 0; colleague < Act.PEOPLE; colleague++) {
          one.person = colleague;
          if (colleague != person && !hidden[colleague] && keep(one, RequestState.ACCEPTED)) {
            return "ASSIGNED";
          }
        }
        one.person = person;
      }
      default -> {}
    }
    keep(one, RequestState.OFFERED);
    return "OFFERED";
  }

  private boolean keep(OneRequest one, RequestState state) {
    return enter(one, one.person, state, false) && requests.add(one);
  }

  /** Somebody begins to care for it, or it begins to wait: where there is room. */
  private boolean enter(OneRequest one, int person, RequestState state, boolean beyond) {
    int need = one.weight(state);
    int free = limits[person] - taken(person);
    if (need > free && need > 0 && !beyond) {
      return false;
    }
    int before = one.held;
    int old = one.person;
    one.held = one.whole && state == RequestState.ACCEPTED ? Math.max(need, free) : need;
    one.person = person;
    mark(one, state);
    if (before > 0) {
      admit(old);
    }
    return true;
  }

  /** It goes on without needing more room than it has; what it needs no more is given back. */
  private String leave(OneRequest one, RequestState state) {
    int before = one.held;
    one.held = Math.min(before, one.weight(state));
    mark(one, state);
    if (one.held < before) {
      admit(one.person);
    }
    return "TAKEN";
  }

  private void mark(OneRequest one, RequestState state) {
    one.state = state;
    one.changed = now;
    one.declined = false;
    one.later = 0;
    one.agreed = NOBODY;
    if (!one.isMergeable()) {
      one.asked = NOBODY;
    }
  }

  /** Words of the customer arrive. */
  private void hear(OneRequest one) {
    if (one.state == RequestState.WAITING_FOR_CUSTOMER) {
      one.state = RequestState.ACCEPTED;
    }
    one.changed = now;
    if (one.state == RequestState.ACCEPTED) {
      topUp(one);
    }
  }

  private boolean topUp(OneRequest one) {
    boolean room = one.held >= one.effort || hasRoom(one.person, one.effort - one.held);
    one.held = room ? Math.max(one.held, one.effort) : one.held;
    return room;
  }

  private String step(Act act, OneRequest one) {
    return switch (act.kind()) {
      case CHOOSE_TO_WAIT -> chooseToWait(one);
      case CHOOSE_COLLEAGUE -> chooseColleague(one, act.person());
      case WRITE -> {
        if (one.state.isEnded()) {
          yield "WRONG_STATE";
        }
        hear(one);
        yield "TAKEN";
      }
      case WITHDRAW ->
          switch (one.state) {
            case WITHDRAWN -> "TAKEN";
            case RESOLVED, EXPIRED -> "WRONG_STATE";
            default -> leave(one, RequestState.WITHDRAWN);
          };
      case REOPEN -> {
        if (one.state != RequestState.RESOLVED) {
          yield "WRONG_STATE";
        }
        if (hidden[one.person] || !enter(one, one.person, RequestState.ACCEPTED, false)) {
          mark(one, RequestState.OPEN);
        }
        yield "TAKEN";
      }
      case GIVE_FEEDBACK -> {
        boolean can = one.state == RequestState.RESOLVED && !one.praised;
        one.praised |= can;
        yield can ? "TAKEN" : "WRONG_STATE";
      }
      case ACCEPT -> accept(one, false);
      case ACCEPT_BEYOND -> accept(one, true);
      case REPLY -> reply(one);
      case SNOOZE -> {
        if (!one.state.isInCare()) {
          yield "WRONG_STATE";
        }
        one.wakes = now + act.minutes() * 60;
        yield leave(one, RequestState.SNOOZED);
      }
      case RESOLVE -> {
        if (!one.state.isInCare()) {
          yield one.state == RequestState.RESOLVED ? "TAKEN" : "WRONG_STATE";
        }
        one.praised = false;
        yield leave(one, RequestState.RESOLVED);
      }
      case DECLINE -> decline(one, 0);
      case DECLINE_FOR_NOW -> decline(one, now + act.minutes() * 60);
      case ASK_TO_TAKE_OVER -> ask(one, act.person(), true);
      case ASK_FOR_COUNTER_OFFER -> ask(one, act.person(), false);
      case UNASK -> {
        one.asked = NOBODY;
        yield "TAKEN";
      }
      case AGREE -> one.asked == NOBODY ? "" : agree(one, one.asked);
      case REFUSE -> {
        boolean nobody = one.asked == NOBODY;
        one.asked = NOBODY;
        yield nobody ? "" : "TAKEN";
      }
      case MERGE -> merge(one, at(act.amount()));
      default -> throw new AssertionError(act);
    };
  }

  private String accept(OneRequest one, boolean beyond) {
    return switch (one.state) {
      case OPEN, SNOOZED ->
          enter(one, one.person, RequestState.ACCEPTED, beyond) ? "TAKEN" : "AT_LIMIT";
      case ACCEPTED, WAITING_FOR_CUSTOMER -> "TAKEN";
      default -> "WRONG_STATE";
    };
  }

  private String reply(OneRequest one) {
    return switch (one.state) {
      case SNOOZED -> {
        enter(one, one.person, RequestState.WAITING_FOR_CUSTOMER, false);
        yield "TAKEN";
      }
      case ACCEPTED, WAITING_FOR_CUSTOMER -> leave(one, RequestState.WAITING_FOR_CUSTOMER);
      default -> "WRONG_STATE";
    };
  }

  private String chooseToWait(OneRequest one) {
    switch (one.state) {
      case OFFERED -> {
        if (one.later > now) {
          one.wakes = one.later;
          return leave(one, RequestState.SNOOZED);
        }
        mark(one, RequestState.OPEN);
        admit(one.person);
      }
      case OPEN -> admit(one.person);
      case SNOOZED -> {}
      default -> {
        return "WRONG_STATE";
      }
    }
    return "TAKEN";
  }

  private String chooseColleague(OneRequest one, int colleague) {
    if (one.state.holdsEffort() && one.person == colleague) {
      return "TAKEN";
    }
    if (one.state != RequestState.OPEN && one.state != RequestState.OFFERED) {
      return "WRONG_STATE";
    }
    boolean agreed = one.agreed == colleague;
    if ((hidden[colleague] && !agreed) || !enter(one, colleague, RequestState.ACCEPTED, agreed)) {
      return "AT_LIMIT";
    }
    one.asked = NOBODY;
    return "TAKEN";
  }

  private String decline(OneRequest one, long later) {
    if (one.state == RequestState.OFFERED) {
      return one.declined ? "TAKEN" : "WRONG_STATE";
    }
    if (!one.isMergeable()) {
      return "WRONG_STATE";
    }
    offer(one, later, NOBODY);
    return "TAKEN";
  }

  private void offer(OneRequest one, long later, int agreed) {
    int before = one.held;
    one.held = 0;
    mark(one, RequestState.OFFERED);
    one.declined = true;
    one.later = later;
    one.agreed = agreed;
    if (before > 0) {
      admit(one.person);
    }
  }

  private String ask(OneRequest one, int colleague, boolean toTakeOver) {
    if (colleague == one.person) {
      return "";
    }
    if (hidden[colleague]) {
      return "UNKNOWN_COLLEAGUE";
    }
    if (one.asked == colleague && one.askedToTakeOver == toTakeOver) {
      return "TAKEN";
    }
    if (one.asked != NOBODY || !one.isMergeable()) {
      return "WRONG_STATE";
    }
    one.asked = colleague;
    one.askedToTakeOver = toTakeOver;
    one.changed = now;
    return "TAKEN";
  }

  private String agree(OneRequest one, int colleague) {
    one.asked = NOBODY;
    if (!one.askedToTakeOver) {
      offer(one, 0, colleague);
      return "TAKEN";
    }
    enter(
        one,
        colleague,
        one.state == RequestState.WAITING_FOR_CUSTOMER ? one.state : RequestState.ACCEPTED,
        true);
    return "TAKEN";
  }

  private String merge(OneRequest one, OneRequest other) {
    if (one == other || one.person != other.person) {
      return "";
    }
    OneRequest kept = one.number < other.number ? one : other;
    OneRequest given = kept == one ? other : one;
    if (!kept.isMergeable() || !given.isMergeable()) {
      return "WRONG_STATE";
    }
    given.goesOnIn = kept;
    leave(given, RequestState.MERGED);
    hear(kept);
    admit(kept.person);
    return "TAKEN";
  }

  private String pass(long seconds) {
    now += seconds;
    for (OneRequest one : requests) {
      if (one.state == RequestState.SNOOZED && one.wakes <= now) {
        wake(one);
      }
    }
    for (int person = 0; person < Act.PEOPLE; person++) {
      endEnded(person);
    }
    for (OneRequest one : requests) {
      boolean unanswered = one.state == RequestState.OPEN || one.state == RequestState.OFFERED;
      if (unanswered && one.changed <= now - PATIENCE_SECONDS) {
        mark(one, RequestState.EXPIRED);
      }
    }
    return "";
  }

  private void wake(OneRequest one) {
    boolean first =
        requests.stream()
            .noneMatch(
                other ->
                    other.number < one.number
                        && other.person == one.person
                        && other.state == RequestState.OPEN);
    if (!first || !enter(one, one.person, RequestState.ACCEPTED, false)) {
      mark(one, RequestState.OPEN);
      admit(one.person);
    }
  }

  private boolean hasRoom(int person, int points) {
    return taken(person) + points <= limits[person];
  }

  private String end(OneLease lease) {
    if (!lease.gone) {
      lease.gone = true;
      admit(lease.person);
    }
    return "";
  }

  private void endEnded(int person) {
    boolean any = false;
    for (OneLease lease : leases) {
      if (lease.person == person && !lease.gone && lease.until <= now) {
        lease.gone = true;
        any = true;
      }
    }
    if (any) {
      admit(person);
    }
  }

  /** The requests stand in the order in which they came. */
  private void admit(int person) {
    if (hidden[person]) {
      return;
    }
    for (OneRequest one : requests) {
      if (one.person == person && one.state == RequestState.ACCEPTED && !topUp(one)) {
        return;
      }
    }
    for (OneRequest one : requests) {
      if (one.person == person
          && one.state == RequestState.OPEN
          && !enter(one, person, RequestState.ACCEPTED, false)) {
        return;
      }
    }
  }
}
