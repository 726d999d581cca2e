package org.visavis.routing.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.WaitlistEntry;
import org.visavis.routing.WaitlistToken;

/**
 * Keeps who wants to be told when somebody is free. Removal decides who tells: exactly one caller
 * is answered the entry. Addresses that differ only in upper and lower case are the same. Methods
 * may block, join the caller's transaction where there is one and never begin one. Thread-safe.
 */
public interface WaitlistStore {

  /**
   * Keeps an entry.
   *
   * @return false when the address has an entry for that employee and channel already; nothing is
   *     kept then
   */
  boolean save(WaitlistEntry entry);

  /** Answers the entry of a token, ended or not. */
  Optional<WaitlistEntry> find(WaitlistToken token);

  /**
   * Gives an entry its place in the line, if it has none and has not ended.
   *
   * @param since its place
   * @param until its new end
   */
  void confirm(WaitlistToken token, Instant since, Instant until);

  /** Removes an entry; answers it to exactly one of all concurrent callers. */
  Optional<WaitlistEntry> remove(WaitlistToken token);

  /**
   * Answers the confirmed entries for an employee that have not ended at that instant, the earliest
   * confirmed first.
   */
  List<WaitlistEntry> waiting(EmployeeId employee, Instant now);

  /** Answers for whom confirmed entries wait. */
  Set<EmployeeId> waitedFor();

  /** Answers how many entries an address has, confirmed or not. */
  int countOfAddress(String email);

  /** Answers how many entries there are for an employee, confirmed or not. */
  int countOfEmployee(EmployeeId employee);

  /** Removes up to {@code most} entries that have ended at that instant. */
  void removeEnded(Instant now, int most);

  /** Answers when the next entry ends. */
  Optional<Instant> nextEnd();
}
