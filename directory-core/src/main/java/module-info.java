/** Who people are: employees, departments, topics, and the search over them. */
module org.visavis.directory {
  requires org.apache.lucene.analysis.common;
  requires org.apache.lucene.core;
  requires com.google.i18n.phonenumbers.libphonenumber;
  requires org.apache.commons.codec;
  requires org.apache.commons.csv;
  requires java.desktop;
  requires static com.twelvemonkeys.imageio.webp;
  requires static com.googlecode.ezvcard;
  requires static jakarta.json;
  requires static jakarta.persistence;
  requires static unboundid.ldapsdk;
  requires static transitive org.jspecify;

  exports org.visavis.directory;
  exports org.visavis.directory.exchange;
  exports org.visavis.directory.jpa;
  exports org.visavis.directory.memory;
  exports org.visavis.directory.portrait;
  exports org.visavis.directory.search;
  exports org.visavis.directory.spi;

  opens org.visavis.directory.jpa;
}
