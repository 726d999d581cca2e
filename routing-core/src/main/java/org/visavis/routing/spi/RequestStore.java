package org.visavis.routing.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Request;
import org.visavis.routing.RequestId;
import org.visavis.routing.RequestState;
import org.visavis.routing.RequestToken;
import org.visavis.routing.TimelineEvent;

/**
 * Keeps requests and their timelines. Methods may block, join the caller's transaction where there
 * is one and never begin one. Thread-safe.
 */
public interface RequestStore {

  /**
   * Keeps a new request under its idempotency key.
   *
   * @param fingerprint a digest of the content, to tell a repeated hand-in from a reused key
   * @return false when the key has a request already; nothing is kept then
   */
  boolean create(Request request, String key, String fingerprint);

  /**
   * Keeps who may take a request besides its employee. Called once for a request, right after its
   * creation.
   */
  void keepOthers(RequestId id, List<EmployeeId> others);

  /** Answers the request that was kept under a key, with its fingerprint. */
  Optional<Kept> findByKey(String key);

  /** Answers the request of a token. */
  Optional<Request> find(RequestToken token);

  /** Answers the request of an id. */
  Optional<Request> find(RequestId id);

  /**
   * Replaces a request and appends events, if nobody changed it since it was read.
   *
   * @param request the request with its new state; its version is the one that was read
   * @param events what to append, in order
   * @param key the idempotency key of the step; empty when it has none
   * @return false when the version is no longer the stored one, or the key was used for this
   *     request already; nothing is changed then
   */
  boolean update(Request request, List<TimelineEvent> events, Optional<String> key);

  /** Answers whether a step of this request was taken under that key. */
  boolean hasStep(RequestId id, String key);

  /**
   * Answers an employee's requests in those states, the earliest received first; the timelines hold
   * the first event only.
   */
  List<Request> ofEmployee(EmployeeId employee, Set<RequestState> states);

  /**
   * Answers the open requests that the employee may take, as theirs or as one of the others, the
   * earliest received first; the timelines hold the first event only.
   */
  List<Request> waitingFor(EmployeeId employee);

  /** Answers who may take open requests, as theirs or as one of the others. */
  Set<EmployeeId> waitedFor();

  /**
   * Answers up to {@code most} requests that have been open or offered, unchanged, since before
   * that instant.
   */
  List<Request> unansweredSince(Instant before, int most);

  /** Answers the requests about which a colleague is asked, the earliest received first. */
  List<Request> askedOf(EmployeeId colleague);

  /**
   * Answers up to {@code most} requests that are snoozed until that instant or an earlier one, the
   * earliest due first.
   */
  List<Request> dueToWake(Instant now, int most);

  /** Answers when the next snoozed request is due. */
  Optional<Instant> nextWake();

  /** Answers since when the longest unanswered request has been open or offered. */
  Optional<Instant> longestUnanswered();

  /**
   * A request with the digest of its content.
   *
   * @param request the request
   * @param fingerprint the digest
   */
  record Kept(Request request, String fingerprint) {}
}
