/** Who people are: employees, departments, topics, and the search over them. */
module org.visavis.directory {
  requires static transitive org.jspecify;

  exports org.visavis.directory;
  exports org.visavis.directory.memory;
  exports org.visavis.directory.search;
  exports org.visavis.directory.spi;
}
