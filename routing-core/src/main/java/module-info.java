/** What becomes of a request: leases, limits, the life cycle and its timeline. */
module org.visavis.routing {
  requires static jakarta.persistence;
  requires static java.sql;
  requires transitive org.visavis.presence;
  requires static transitive org.jspecify;

  exports org.visavis.routing;
  exports org.visavis.routing.jpa;
  exports org.visavis.routing.memory;
  exports org.visavis.routing.ranking;
  exports org.visavis.routing.spi;

  opens org.visavis.routing.jpa;
}
