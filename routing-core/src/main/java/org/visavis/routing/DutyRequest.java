package org.visavis.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.EmployeeId;

/**
 * A request to a department of which nobody is shown, until somebody takes it on. Whom it asks is
 * told to that person alone. Immutable; its text form reveals nothing of it.
 *
 * @param id identifies it to those who are asked
 * @param token opens it to the customer
 * @param department the department
 * @param subject what it is about, 1 to 200 characters on one line
 * @param message 1 to 20,000 characters
 * @param customer who asks
 * @param state where it stands
 * @param asked who is asked now; empty where nobody is
 * @param tried who has been asked, in that order
 * @param due when the turn of whoever is asked ends, or the request where nobody is
 * @param until when it ends if nobody takes it on; fixed from the start
 * @param became the token of the request that it has become, once somebody has taken it on
 * @param version counts its changes, from 0
 */
public record DutyRequest(
    RequestId id,
    RequestToken token,
    DepartmentId department,
    String subject,
    String message,
    Customer customer,
    State state,
    Optional<EmployeeId> asked,
    List<EmployeeId> tried,
    Instant due,
    Instant until,
    Optional<RequestToken> became,
    long version) {

  /**
   * @throws IllegalArgumentException when a part is missing or too long; the message names the part
   */
  public DutyRequest {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(department, "department");
    subject = Words.requireSubject(subject);
    message = Words.require(message, NewRequest.MAX_MESSAGE_LENGTH, "message");
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(state, "state");
    tried = List.copyOf(tried);
  }

  DutyRequest asking(EmployeeId employee, Instant newDue) {
    List<EmployeeId> all = new ArrayList<>(tried);
    all.add(employee);
    return with(State.ASKING, Optional.of(employee), all, newDue, Optional.empty());
  }

  DutyRequest askingNobody() {
    return with(State.ASKING, Optional.empty(), tried, until, Optional.empty());
  }

  DutyRequest ended(State end) {
    return with(end, Optional.empty(), tried, due, Optional.empty());
  }

  DutyRequest taken(RequestToken request) {
    return with(State.TAKEN, Optional.empty(), tried, due, Optional.of(request));
  }

  private DutyRequest with(
      State next,
      Optional<EmployeeId> who,
      List<EmployeeId> all,
      Instant newDue,
      Optional<RequestToken> request) {
    return new DutyRequest(
        id,
        token,
        department,
        subject,
        message,
        customer,
        next,
        who,
        all,
        newDue,
        until,
        request,
        version);
  }

  /** Answers this request in another version, as a store keeps it. */
  public DutyRequest as(long otherVersion) {
    return new DutyRequest(
        id,
        token,
        department,
        subject,
        message,
        customer,
        state,
        asked,
        tried,
        due,
        until,
        became,
        otherVersion);
  }

  @Override
  public String toString() {
    return "DutyRequest[" + id + ", " + state + "]";
  }

  /** Where it stands. */
  public enum State {
    /** Somebody of the department is asked, or it waits for its end. */
    ASKING,
    /** Somebody has taken it on; it is a request of that person now. */
    TAKEN,
    /** The customer took it back. */
    WITHDRAWN,
    /** Nobody took it on in time. */
    ENDED;

    /** Answers the name used in the API: lower case. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
