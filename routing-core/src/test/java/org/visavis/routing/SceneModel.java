package org.visavis.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What ought to come of each act, as simply as it can be said: no stores, no concurrency, one list
 * of leases and one of requests. Points are never counted, they are summed up.
 */
final class SceneModel {

  private static final long LEASE_SECONDS = 600;
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
    int person;
    RequestState state;
    long changed;
    boolean declined;

    OneRequest(int person, RequestState state, long now) {
      this.person = person;
      this.state = state;
      changed = now;
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
        + (int)
            requests.stream()
                .filter(one -> one.person == person && one.state.holdsEffort())
                .count();
  }

  String act(Act act) {
    now++;
    int person = act.person();
    return switch (act.kind()) {
      case CLAIM -> claim(person, false);
      case CLAIM_LIVE -> claim(person, true);
      case RELEASE -> leases.isEmpty() ? "" : end(leases.get(act.other() % leases.size()));
      case SUBMIT -> submit(act, Optional.empty());
      case SUBMIT_WITH_LEASE ->
          leases.isEmpty() ? "" : submit(act, Optional.of(leases.get(act.other() % leases.size())));
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
      default -> requests.isEmpty() ? "" : step(act, requests.get(act.other() % requests.size()));
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

  private String submit(Act act, Optional<OneLease> with) {
    int person = act.person();
    if (with.isPresent() && !with.get().gone) {
      OneLease lease = with.get();
      lease.gone = true;
      if (now < lease.until && lease.person == person && !lease.live) {
        return keep(person, RequestState.ACCEPTED);
      }
      admit(lease.person);
    }
    endEnded(person);
    if (hidden[person]) {
      return "UNKNOWN_EMPLOYEE";
    }
    if (hasRoom(person, 1)) {
      return keep(person, RequestState.ACCEPTED);
    }
    return switch (act.ifUnavailable()) {
      case ASK -> keep(person, RequestState.OFFERED);
      case WAIT -> keep(person, RequestState.OPEN);
      case COLLEAGUE -> {
        for (int colleague = 0; colleague < Act.PEOPLE; colleague++) {
          if (colleague != person && !hidden[colleague] && hasRoom(colleague, 1)) {
            yield keep(colleague, RequestState.ACCEPTED);
          }
        }
        yield keep(person, RequestState.OFFERED);
      }
    };
  }

  private String keep(int person, RequestState state) {
    requests.add(new OneRequest(person, state, now));
    return switch (state) {
      case ACCEPTED -> "ASSIGNED";
      case OPEN -> "QUEUED";
      default -> "OFFERED";
    };
  }

  private String step(Act act, OneRequest one) {
    return switch (act.kind()) {
      case CHOOSE_TO_WAIT -> chooseToWait(one);
      case CHOOSE_COLLEAGUE -> chooseColleague(one, act.person());
      case WRITE ->
          one.state.isEnded()
              ? "WRONG_STATE"
              : to(
                  one,
                  one.state == RequestState.WAITING_FOR_CUSTOMER
                      ? RequestState.ACCEPTED
                      : one.state);
      case WITHDRAW ->
          switch (one.state) {
            case WITHDRAWN -> "TAKEN";
            case RESOLVED, EXPIRED -> "WRONG_STATE";
            default -> to(one, RequestState.WITHDRAWN);
          };
      case REOPEN ->
          one.state != RequestState.RESOLVED
              ? "WRONG_STATE"
              : to(
                  one,
                  !hidden[one.person] && hasRoom(one.person, 1)
                      ? RequestState.ACCEPTED
                      : RequestState.OPEN);
      case ACCEPT ->
          switch (one.state) {
            case OPEN -> hasRoom(one.person, 1) ? to(one, RequestState.ACCEPTED) : "AT_LIMIT";
            case ACCEPTED, WAITING_FOR_CUSTOMER -> "TAKEN";
            default -> "WRONG_STATE";
          };
      case REPLY ->
          one.state.holdsEffort() ? to(one, RequestState.WAITING_FOR_CUSTOMER) : "WRONG_STATE";
      case RESOLVE ->
          one.state.holdsEffort()
              ? to(one, RequestState.RESOLVED)
              : one.state == RequestState.RESOLVED ? "TAKEN" : "WRONG_STATE";
      case DECLINE -> decline(one);
      default -> throw new AssertionError(act);
    };
  }

  private String chooseToWait(OneRequest one) {
    if (one.state == RequestState.OFFERED) {
      to(one, RequestState.OPEN);
    } else if (one.state != RequestState.OPEN) {
      return "WRONG_STATE";
    }
    admit(one.person);
    return "TAKEN";
  }

  private String chooseColleague(OneRequest one, int colleague) {
    if (one.state.holdsEffort() && one.person == colleague) {
      return "TAKEN";
    }
    if (one.state != RequestState.OPEN && one.state != RequestState.OFFERED) {
      return "WRONG_STATE";
    }
    if (hidden[colleague] || !hasRoom(colleague, 1)) {
      return "AT_LIMIT";
    }
    one.person = colleague;
    return to(one, RequestState.ACCEPTED);
  }

  private String decline(OneRequest one) {
    if (one.state.isEnded()) {
      return "WRONG_STATE";
    }
    if (one.state == RequestState.OFFERED) {
      return one.declined ? "TAKEN" : "WRONG_STATE";
    }
    to(one, RequestState.OFFERED);
    one.declined = true;
    return "TAKEN";
  }

  private String to(OneRequest one, RequestState state) {
    boolean held = one.state.holdsEffort();
    one.state = state;
    one.changed = now;
    one.declined = false;
    if (held && !state.holdsEffort()) {
      admit(one.person);
    }
    return "TAKEN";
  }

  private String pass(long seconds) {
    now += seconds;
    for (int person = 0; person < Act.PEOPLE; person++) {
      endEnded(person);
    }
    for (OneRequest one : requests) {
      boolean unanswered = one.state == RequestState.OPEN || one.state == RequestState.OFFERED;
      if (unanswered && one.changed <= now - PATIENCE_SECONDS) {
        one.state = RequestState.EXPIRED;
      }
    }
    return "";
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
    for (OneRequest one : requests) {
      if (!hidden[person] && one.person == person && one.state == RequestState.OPEN) {
        if (!hasRoom(person, 1)) {
          return;
        }
        to(one, RequestState.ACCEPTED);
      }
    }
  }
}
