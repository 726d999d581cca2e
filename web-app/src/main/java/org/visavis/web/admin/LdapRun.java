package org.visavis.web.admin;

import java.time.Instant;
import java.util.Optional;
import org.visavis.directory.ImportPlan;

/**
 * What came of the last import from the directory server. Immutable.
 *
 * @param endedAt when it ended
 * @param scheduled whether the schedule began it, not an administrator
 * @param read how many entries were read
 * @param created how many people were new
 * @param changed how many people were changed
 * @param unchanged how many people stayed as they were
 * @param refused how many entries were refused
 * @param failure why the server could not be read; empty where it could
 * @param cursor from where the next reading of changes goes on; empty before anything was imported
 */
public record LdapRun(
    Instant endedAt,
    boolean scheduled,
    int read,
    int created,
    int changed,
    int unchanged,
    int refused,
    Optional<String> failure,
    String cursor) {

  static LdapRun of(ImportPlan done, Instant endedAt, boolean scheduled, String cursor) {
    return new LdapRun(
        endedAt,
        scheduled,
        done.rowsRead(),
        done.created().size(),
        done.changed().size(),
        done.unchanged(),
        done.refused().size(),
        Optional.empty(),
        cursor);
  }

  static LdapRun failed(String failure, Instant endedAt, boolean scheduled, String cursor) {
    return new LdapRun(endedAt, scheduled, 0, 0, 0, 0, 0, Optional.of(failure), cursor);
  }
}
