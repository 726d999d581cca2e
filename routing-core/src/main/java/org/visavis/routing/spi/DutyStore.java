package org.visavis.routing.spi;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.DutyRequest;
import org.visavis.routing.RequestId;
import org.visavis.routing.RequestToken;

/**
 * Keeps requests to departments, which departments are on duty, and who wants to be asked. Methods
 * may block, join the caller's transaction where there is one and never begin one. Thread-safe.
 */
public interface DutyStore {

  /**
   * Keeps a new request under its idempotency key.
   *
   * @return false when the key has a request already; nothing is kept then
   */
  boolean create(DutyRequest request, String key);

  /** Answers the request that was kept under a key. */
  Optional<DutyRequest> findByKey(String key);

  /** Answers the request of a token. */
  Optional<DutyRequest> find(RequestToken token);

  /** Answers the request of an id. */
  Optional<DutyRequest> find(RequestId id);

  /**
   * Replaces a request, if nobody changed it since it was read.
   *
   * @param request the request with its new state; its version is the one that was read
   * @return false when the version is no longer the stored one; nothing is changed then
   */
  boolean update(DutyRequest request);

  /** Answers the requests for which an employee is asked, the earliest due first. */
  List<DutyRequest> asked(EmployeeId employee);

  /**
   * Answers up to {@code most} requests that ask and are due at that instant, the earliest first.
   */
  List<DutyRequest> due(Instant now, int most);

  /** Answers when the next request that asks is due. */
  Optional<Instant> nextDue();

  /** Answers how many requests of a mail address ask; upper and lower case are the same. */
  int countOfAddress(String email);

  /** Answers the departments on duty. */
  Set<DepartmentId> onDuty();

  /** Says whether a department is on duty. */
  void setOnDuty(DepartmentId department, boolean onDuty);

  /** Answers whether an employee wants to be asked; so it is unless he or she has said no. */
  boolean isWilling(EmployeeId employee);

  /** Says whether an employee wants to be asked. */
  void setWilling(EmployeeId employee, boolean willing);

  /** Answers when each employee who has ever been asked was asked last. */
  Map<EmployeeId, Instant> lastAsked();

  /** Notes when an employee was asked. */
  void noteAsked(EmployeeId employee, Instant at);
}
