package org.visavis.directory.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Locale;
import org.visavis.directory.Employee;
import org.visavis.directory.ImportedPeople;

/** The formats in which people come in and go out. */
public enum FileFormat {
  /** Tables: see {@link CsvPeople}. */
  CSV("csv", "text/csv"),
  /** Address books: see {@link VCards}; written in version 4.0. */
  VCARD("vcf", "text/vcard"),
  /** Address books as JSON: see {@link JsContacts}. */
  JSCONTACT("json", JsContacts.MEDIA_TYPE),
  /** Directory servers: see {@link LdifPeople}. */
  LDIF("ldif", "text/x-ldif");

  private final String ending;
  private final String mediaType;

  FileFormat(String ending, String mediaType) {
    this.ending = ending;
    this.mediaType = mediaType;
  }

  /** Answers the name used in forms and the API: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Answers how the names of such files end, without the dot. */
  public String ending() {
    return ending;
  }

  /** Answers the media type. */
  public String mediaType() {
    return mediaType;
  }

  /**
   * Answers the format with that code, in any case.
   *
   * @throws IllegalArgumentException when there is none; the message lists those that exist
   */
  public static FileFormat from(String code) {
    for (FileFormat format : values()) {
      if (format.name().equalsIgnoreCase(code.strip())) {
        return format;
      }
    }
    throw new IllegalArgumentException("A format is one of csv, vcard, jscontact, ldif");
  }

  /** Answers the format that the name of a file speaks of; CSV where it speaks of none. */
  public static FileFormat ofFile(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (FileFormat format : values()) {
      if (lower.endsWith("." + format.ending)) {
        return format;
      }
    }
    return lower.endsWith(".vcard") ? VCARD : CSV;
  }

  /**
   * Reads people of this format to the end of a file. Does not close it.
   *
   * @param mapping what the columns mean, where the format has columns
   * @throws java.io.UncheckedIOException when the stream fails
   */
  public ImportedPeople read(InputStream file, ColumnMapping mapping) {
    return switch (this) {
      case CSV -> CsvPeople.read(file, mapping);
      case VCARD -> VCards.read(file);
      case JSCONTACT -> JsContacts.read(file);
      case LDIF -> LdifPeople.read(file);
    };
  }

  /**
   * Writes people in this format.
   *
   * @param names how departments and topics are named, where the format is read by people; CSV has
   *     their ids
   * @param out where to; is not closed
   * @throws IOException when it cannot be written
   */
  public void write(Collection<Employee> people, Names names, Appendable out) throws IOException {
    switch (this) {
      case CSV -> CsvPeople.write(people, out);
      case VCARD -> VCards.write(people, names, VCards.Version.V4_0, out);
      case JSCONTACT -> JsContacts.write(people, names, out);
      case LDIF -> LdifPeople.write(people, names, "ou=people", out);
    }
  }
}
