package org.visavis.web.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The directory server from which people can be imported, and what came of it last.
 *
 * @param server its name and port
 * @param base below what the people lie there
 * @param minutes how often the schedule reads it; 0 for never
 * @param last what came of the last import
 */
public record LdapView(String server, String base, long minutes, Optional<Last> last) {

  static Optional<LdapView> of(LdapImport ldap) {
    return ldap.server()
        .map(
            server ->
                new LdapView(
                    server.host() + ":" + server.port(),
                    server.base(),
                    ldap.pause().map(Duration::toMinutes).orElse(0L),
                    ldap.lastRun().map(Last::of)));
  }

  /**
   * What came of the last import.
   *
   * @param at when it ended
   * @param scheduled whether the schedule began it
   * @param read how many entries were read
   * @param created how many people were new
   * @param changed how many people were changed
   * @param refused how many entries were refused
   * @param failure why the server could not be read; empty where it could
   */
  public record Last(
      Instant at,
      boolean scheduled,
      int read,
      int created,
      int changed,
      int refused,
      String failure) {

    private static Last of(LdapRun run) {
      return new Last(
          run.endedAt(),
          run.scheduled(),
          run.read(),
          run.created(),
          run.changed(),
          run.refused(),
          run.failure().orElse(""));
    }
  }
}
