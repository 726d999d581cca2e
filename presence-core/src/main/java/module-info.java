/**
 * Who can be reached now: one pure decision, from status, hours, workload and the employee's own
 * rule.
 */
module org.visavis.presence {
  requires java.xml;
  requires static de.focus_shift.jollyday.core;
  requires static jakarta.persistence;
  requires static lib.recur;
  requires static okhttp3;
  requires static rfc5545.datetime;
  requires transitive org.visavis.directory;
  requires static transitive org.jspecify;

  exports org.visavis.presence;
  exports org.visavis.presence.calendar;
  exports org.visavis.presence.exchange;
  exports org.visavis.presence.jpa;
  exports org.visavis.presence.memory;
  exports org.visavis.presence.spi;

  opens org.visavis.presence.jpa;
}
