/** What becomes of a request: leases, limits, the life cycle and its timeline. */
module org.visavis.routing {
  requires transitive org.visavis.presence;
  requires static transitive org.jspecify;

  exports org.visavis.routing;
  exports org.visavis.routing.memory;
  exports org.visavis.routing.spi;
}
