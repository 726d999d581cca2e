/**
 * Who can be reached now: one pure decision, from status, hours, workload and the employee's own
 * rule.
 */
module org.visavis.presence {
  requires static jakarta.persistence;
  requires transitive org.visavis.directory;
  requires static transitive org.jspecify;

  exports org.visavis.presence;
  exports org.visavis.presence.jpa;
  exports org.visavis.presence.memory;
  exports org.visavis.presence.spi;

  opens org.visavis.presence.jpa;
}
