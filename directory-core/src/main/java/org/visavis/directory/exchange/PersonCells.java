package org.visavis.directory.exchange;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.visavis.directory.Channel;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.ImportedPeople;
import org.visavis.directory.ImportedPeople.Part;
import org.visavis.directory.Label;
import org.visavis.directory.Link;
import org.visavis.directory.Topic;

/**
 * Makes a person of the cells of a row. Each cell that is not of its form keeps the whole row from
 * being taken. Thread-safe.
 */
final class PersonCells {

  static final String ID = "id";

  private static final String TITLE = "title";
  private static final int MAX_ENTRIES = 200;
  private static final Pattern REGION = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");
  private static final Pattern MAIL = Pattern.compile("[^\\s@<>\",;:]+@[^\\s@<>\",;:]+");
  private static final int MAX_MAIL_LENGTH = 254;

  private static final Map<String, Part> PARTS =
      Map.ofEntries(
          Map.entry("givenname", Part.NAME),
          Map.entry("familyname", Part.NAME),
          Map.entry("displayname", Part.NAME),
          Map.entry(TITLE, Part.TITLE),
          Map.entry("department", Part.DEPARTMENTS),
          Map.entry("departments", Part.DEPARTMENTS),
          Map.entry("memberships", Part.DEPARTMENTS),
          Map.entry("topics", Part.TOPICS),
          Map.entry("languages", Part.LANGUAGES),
          Map.entry("region", Part.REGION),
          Map.entry("timezone", Part.TIME_ZONE),
          Map.entry("email", Part.MAIL),
          Map.entry("phone", Part.PHONE),
          Map.entry("channels", Part.CHANNELS),
          Map.entry("homepage", Part.LINKS),
          Map.entry("contactform", Part.LINKS));

  private final Map<String, Integer> header;

  PersonCells(Map<String, Integer> header) {
    this.header = header;
  }

  /** What a column speaks of; empty for one that is passed over. */
  static Optional<Part> part(String column) {
    String name = column.toLowerCase(Locale.ROOT);
    return name.startsWith(TITLE + ".")
        ? Optional.of(Part.TITLE)
        : Optional.ofNullable(PARTS.get(name));
  }

  /**
   * Reads a row.
   *
   * @throws BadCellException when a cell is not of its form
   */
  ImportedPeople.Row person(CsvRow row) {
    EmployeeId id = id(row);
    List<Department> departments = departments(row);
    List<Topic> topics =
        entries(row, "topics").stream().map(name -> named("topics", name, Topic::named)).toList();
    Employee.Builder person =
        Employee.named(id, name(row, "givenName"), name(row, "familyName"))
            .displayName(name(row, "displayName"))
            .title(title(row))
            .departments(departments.stream().map(Department::id).distinct().toList())
            .topics(topics.stream().map(Topic::id).distinct().toList())
            .languages(languages(row))
            .timeZone(timeZone(row))
            .links(links(row));
    optional(row, "region", REGION).ifPresent(person::region);
    mail(row).ifPresent(person::mail);
    channels(row, person);
    if (name(row, "givenName").isEmpty()
        && name(row, "familyName").isEmpty()
        && name(row, "displayName").isEmpty()) {
      throw BadCellException.missing("displayName");
    }
    return new ImportedPeople.Row(row.line(), person.build(), departments, topics);
  }

  private EmployeeId id(CsvRow row) {
    String value = row.cell(header, ID);
    if (value.isEmpty()) {
      throw BadCellException.missing(ID);
    }
    try {
      return EmployeeId.of(value);
    } catch (IllegalArgumentException e) {
      throw BadCellException.malformed(ID, value);
    }
  }

  private String name(CsvRow row, String column) {
    String value = row.cell(header, column);
    if (value.length() > Employee.MAX_NAME_LENGTH) {
      throw BadCellException.tooLong(column, value.length(), Employee.MAX_NAME_LENGTH);
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw BadCellException.malformed(column, value);
    }
    return value;
  }

  private Label title(CsvRow row) {
    Map<Locale, String> texts = new LinkedHashMap<>();
    for (String column : header.keySet()) {
      if (part(column).equals(Optional.of(Part.TITLE))) {
        String text = row.cell(header, column);
        if (text.length() > Label.MAX_LENGTH) {
          throw BadCellException.tooLong(column, text.length(), Label.MAX_LENGTH);
        }
        texts.put(languageOf(column), text);
      }
    }
    return Label.of(texts);
  }

  /** The language of a column such as {@code title.de}. */
  static Locale languageOf(String column) {
    int dot = column.indexOf('.');
    return dot < 0 ? Locale.ROOT : Locale.forLanguageTag(column.substring(dot + 1));
  }

  /**
   * The own department first, then further ones, then memberships, of which a role may follow after
   * a bar.
   */
  private List<Department> departments(CsvRow row) {
    Map<DepartmentId, Department> found = new LinkedHashMap<>();
    for (String column : List.of("department", "departments", "memberships")) {
      for (String entry : entries(row, column)) {
        String name = column.equals("memberships") ? entry.split("\\|", 2)[0].strip() : entry;
        Department department = named(column, name, Department::named);
        found.putIfAbsent(department.id(), department);
      }
    }
    return List.copyOf(found.values());
  }

  private List<String> entries(CsvRow row, String column) {
    if (column.equals("department")) {
      String only = row.cell(header, column);
      return only.isEmpty() ? List.of() : List.of(only);
    }
    List<String> entries = row.list(header, column);
    if (entries.size() > MAX_ENTRIES) {
      throw BadCellException.tooLong(column, entries.size(), MAX_ENTRIES);
    }
    return entries;
  }

  private static <T> T named(String column, String name, Function<String, T> naming) {
    if (name.length() > Label.MAX_LENGTH) {
      throw BadCellException.tooLong(column, name.length(), Label.MAX_LENGTH);
    }
    try {
      return naming.apply(name);
    } catch (IllegalArgumentException e) {
      throw BadCellException.malformed(column, name);
    }
  }

  private List<Locale> languages(CsvRow row) {
    List<Locale> languages = new ArrayList<>();
    for (String tag : entries(row, "languages")) {
      Locale language = Locale.forLanguageTag(tag.replace('_', '-'));
      if (language.getLanguage().isEmpty()) {
        throw BadCellException.malformed("languages", tag);
      }
      languages.add(Locale.forLanguageTag(language.getLanguage()));
    }
    return languages.stream().distinct().toList();
  }

  private ZoneId timeZone(CsvRow row) {
    String value = row.cell(header, "timeZone");
    try {
      return value.isEmpty() ? ZoneId.of("UTC") : ZoneId.of(value);
    } catch (DateTimeException e) {
      throw BadCellException.malformed("timeZone", value);
    }
  }

  private Optional<String> mail(CsvRow row) {
    Optional<String> mail = optional(row, "email", MAIL);
    if (mail.isPresent() && mail.get().length() > MAX_MAIL_LENGTH) {
      throw BadCellException.tooLong("email", mail.get().length(), MAX_MAIL_LENGTH);
    }
    return mail;
  }

  private Optional<String> optional(CsvRow row, String column, Pattern form) {
    String value = row.cell(header, column);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!form.matcher(value).matches()) {
      throw BadCellException.malformed(column, value);
    }
    return Optional.of(value);
  }

  private List<Link> links(CsvRow row) {
    List<Link> links = new ArrayList<>();
    for (String column : List.of("homepage", "contactForm")) {
      String value = row.cell(header, column);
      if (!value.isEmpty()) {
        links.add(link(column, value));
      }
    }
    return links;
  }

  private static Link link(String column, String value) {
    try {
      URI uri = new URI(value);
      if (!"https".equalsIgnoreCase(uri.getScheme()) && !"http".equalsIgnoreCase(uri.getScheme())) {
        throw BadCellException.malformed(column, value);
      }
      return new Link(uri, column);
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw BadCellException.malformed(column, value);
    }
  }

  /**
   * Everybody takes messages; who has a telephone number can be called; a column of channels says
   * it in full.
   */
  private void channels(CsvRow row, Employee.Builder person) {
    Optional<URI> phone =
        Optional.of(row.cell(header, "phone"))
            .filter(number -> !number.isEmpty())
            .map(number -> PhoneNumbers.uri(number, row.cell(header, "region")));
    List<String> codes = entries(row, "channels");
    if (codes.isEmpty()) {
      person.channel(Channel.MESSAGE);
      phone.ifPresent(number -> person.channel(Channel.PHONE, number));
      return;
    }
    for (String code : codes) {
      Channel channel = named("channels", code, Channel::from);
      if (channel != Channel.PHONE) {
        person.channel(channel);
      } else if (phone.isPresent()) {
        person.channel(Channel.PHONE, phone.get());
      } else {
        throw BadCellException.missing("phone");
      }
    }
  }
}
