package org.visavis.directory.exchange;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the columns of a company's file mean: to each header the column that it stands for, or none.
 * Somebody looks it over once, and it is kept ({@link #text()}) for the files to come. Immutable;
 * equal when all columns are equal. Headers are compared without regard to case and the space
 * around them.
 */
public final class ColumnMapping {

  /** The columns that are understood, in the order in which they are explained. */
  public static final List<String> COLUMNS =
      List.of(
          "id",
          "displayName",
          "givenName",
          "familyName",
          "nameOrder",
          "formOfAddress",
          "pronouns",
          "title",
          "department",
          "departments",
          "memberships",
          "topics",
          "languages",
          "region",
          "timeZone",
          "email",
          "phone",
          "mobile",
          "office",
          "about",
          "channels",
          "links",
          "homepage",
          "contactForm",
          "leavesOn");

  /** Headers that personnel programs and mail programs write, without spaces and signs. */
  private static final Map<String, String> USUAL = usual();

  private static final ColumnMapping BY_NAME = new ColumnMapping(Map.of());

  private final Map<String, String> columns;

  private ColumnMapping(Map<String, String> columns) {
    this.columns = Collections.unmodifiableMap(columns);
  }

  /** Answers the mapping by which every header means the column of that name, if there is one. */
  public static ColumnMapping byName() {
    return BY_NAME;
  }

  /**
   * Answers a mapping of these headers.
   *
   * @param columns to each header the column, such as {@code givenName} or {@code title.de}; the
   *     empty text for one that is passed over
   * @throws IllegalArgumentException when there is no such column, or two headers mean the same one
   */
  public static ColumnMapping of(Map<String, String> columns) {
    Map<String, String> copy = new LinkedHashMap<>();
    Set<String> meant = new HashSet<>();
    columns.forEach(
        (header, column) -> {
          String name = column.strip();
          if (!name.isEmpty() && !isColumn(name)) {
            throw new IllegalArgumentException("There is no column named " + name);
          }
          if (!name.isEmpty() && !meant.add(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("Two headers mean " + name);
          }
          copy.put(key(header), name);
        });
    return copy.isEmpty() ? BY_NAME : new ColumnMapping(copy);
  }

  /**
   * Answers what the headers of a file most probably mean: those named as columns are, and those
   * that other programs usually write, in German and English. Of two that mean the same, the first
   * counts.
   */
  public static ColumnMapping suggested(List<String> headers) {
    Map<String, String> columns = new LinkedHashMap<>();
    Set<String> meant = new HashSet<>();
    headers.stream()
        .filter(ColumnMapping::isColumn)
        .forEach(header -> meant.add(header.strip().toLowerCase(Locale.ROOT)));
    for (String header : headers) {
      if (header.isBlank()) {
        continue;
      }
      String usual = USUAL.getOrDefault(key(header).replaceAll("[^\\p{L}\\p{N}]", ""), "");
      if (isColumn(header)) {
        columns.put(header, header.strip());
      } else {
        columns.put(header, meant.add(usual.toLowerCase(Locale.ROOT)) ? usual : "");
      }
    }
    return of(columns);
  }

  /**
   * Answers the mapping that a text holds.
   *
   * @throws IllegalArgumentException when it is not what {@link #text()} answers
   */
  public static ColumnMapping parse(String text) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String line : text.lines().toList()) {
      int tab = line.lastIndexOf('\t');
      if (tab < 0) {
        throw new IllegalArgumentException("A line of a mapping has a header and a column");
      }
      columns.put(line.substring(0, tab), line.substring(tab + 1));
    }
    return of(columns);
  }

  /** Answers a text that holds this mapping, one line for each header. */
  public String text() {
    StringBuilder text = new StringBuilder();
    columns.forEach(
        (header, column) -> text.append(header).append('\t').append(column).append('\n'));
    return text.toString();
  }

  /** Answers the column that a header means. */
  public Optional<String> column(String header) {
    String mapped = columns.get(key(header));
    if (mapped != null) {
      return Optional.of(mapped).filter(column -> !column.isEmpty());
    }
    return isColumn(header) ? Optional.of(header.strip()) : Optional.empty();
  }

  /**
   * Answers whether every header of a file is one that this mapping speaks of or names a column.
   */
  public boolean fits(List<String> headers) {
    return headers.stream()
        .allMatch(
            header -> header.isBlank() || columns.containsKey(key(header)) || isColumn(header));
  }

  /** Answers to each header its column; the empty text for one that is passed over. */
  public Map<String, String> columns() {
    return columns;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ColumnMapping mapping && columns.equals(mapping.columns);
  }

  @Override
  public int hashCode() {
    return columns.hashCode();
  }

  @Override
  public String toString() {
    return columns.toString();
  }

  private static boolean isColumn(String name) {
    String plain = name.strip();
    return plain.equalsIgnoreCase(PersonCells.ID) || PersonCells.part(plain).isPresent();
  }

  /** One line, so that a text holds one header in each. */
  private static String key(String header) {
    return header.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> usual() {
    Map<String, String> usual = new LinkedHashMap<>();
    COLUMNS.forEach(column -> put(usual, column, column.toLowerCase(Locale.ROOT)));
    put(
        usual,
        "id",
        "personalnummer personalnr persnr mitarbeiternummer mitarbeiterid employeeid"
            + " employeenumber personnelnumber staffid uid kürzel username benutzername"
            + " samaccountname");
    put(usual, "givenName", "vorname firstname forename given rufname");
    put(usual, "familyName", "nachname familienname name2 lastname surname sn");
    put(usual, "displayName", "anzeigename fullname name vollständigername cn");
    put(usual, "formOfAddress", "anrede akademischertitel prefix salutation namenszusatz");
    put(usual, "pronouns", "pronomen");
    put(
        usual,
        "title",
        "position funktion stelle stellenbezeichnung berufsbezeichnung jobtitle"
            + " job rolle role");
    put(usual, "department", "abteilung bereich orgunit organisationseinheit ou team unit");
    put(usual, "topics", "themen thema aufgaben zuständigkeiten subjects skills");
    put(usual, "languages", "sprachen sprache language");
    put(usual, "region", "bundesland land state");
    put(usual, "timeZone", "zeitzone tz");
    put(usual, "email", "mail emailadresse mailadresse emailaddress emailprimary");
    put(
        usual,
        "phone",
        "telefon telefonnummer tel festnetz telephone telephonenumber phonenumber"
            + " businessphone telefongeschäftlich");
    put(usual, "mobile", "mobil mobiltelefon handy mobilnummer mobilephone cell cellphone");
    put(usual, "office", "büro raum zimmer room roomnumber standort location");
    put(usual, "about", "überdieperson beschreibung description notes bio");
    put(usual, "homepage", "webseite website internetseite url web");
    put(usual, "leavesOn", "austritt austrittsdatum leavingdate enddate lastday letzterarbeitstag");
    return usual;
  }

  private static void put(Map<String, String> usual, String column, String headers) {
    for (String header : headers.split(" ", -1)) {
      usual.put(header, column);
    }
  }
}
