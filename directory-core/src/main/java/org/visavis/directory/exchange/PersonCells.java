package org.visavis.directory.exchange;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.visavis.directory.Address;
import org.visavis.directory.Channel;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.ImportedPeople;
import org.visavis.directory.ImportedPeople.Part;
import org.visavis.directory.Label;
import org.visavis.directory.Link;
import org.visavis.directory.LinkKind;
import org.visavis.directory.NameOrder;
import org.visavis.directory.Role;
import org.visavis.directory.Topic;

/**
 * Makes a person of what an entry says. Each value that is not of its form keeps the whole entry
 * from being taken. Thread-safe.
 */
final class PersonCells {

  static final String ID = "id";

  private static final String TITLE = "title";
  private static final String MEMBERSHIPS = "memberships";
  private static final int MAX_URI_LENGTH = 2_000;
  private static final DateTimeFormatter GERMAN_DAY =
      DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);
  private static final int MAX_ENTRIES = 200;
  private static final Pattern REGION = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");
  private static final Pattern MAIL = Pattern.compile("[^\\s@<>\",;:]+@[^\\s@<>\",;:]+");
  private static final int MAX_MAIL_LENGTH = 254;

  private static final Map<String, Part> PARTS =
      Map.ofEntries(
          Map.entry("givenname", Part.NAME),
          Map.entry("familyname", Part.NAME),
          Map.entry("displayname", Part.NAME),
          Map.entry("nameorder", Part.NAME),
          Map.entry("formofaddress", Part.FORM_OF_ADDRESS),
          Map.entry("pronouns", Part.PRONOUNS),
          Map.entry(TITLE, Part.TITLE),
          Map.entry("department", Part.DEPARTMENTS),
          Map.entry("departments", Part.DEPARTMENTS),
          Map.entry(MEMBERSHIPS, Part.ROLES),
          Map.entry("topics", Part.TOPICS),
          Map.entry("languages", Part.LANGUAGES),
          Map.entry("region", Part.REGION),
          Map.entry("timezone", Part.TIME_ZONE),
          Map.entry("email", Part.MAIL),
          Map.entry("office", Part.OFFICE),
          Map.entry("about", Part.ABOUT),
          Map.entry("phone", Part.PHONE),
          Map.entry("channels", Part.CHANNELS),
          Map.entry("mobile", Part.LINKS),
          Map.entry("links", Part.LINKS),
          Map.entry("homepage", Part.LINKS),
          Map.entry("contactform", Part.LINKS),
          Map.entry("leaveson", Part.LEAVES_ON));

  /** Columns that exist once for each language as well, such as {@code title.de}. */
  private static final Set<String> IN_LANGUAGES =
      Set.of(TITLE, "pronouns", "office", "about", MEMBERSHIPS);

  /** Columns whose cells hold several entries. */
  private static final Set<String> LISTS =
      Set.of("departments", MEMBERSHIPS, "topics", "languages", "channels", "links");

  private PersonCells() {}

  /** What a column speaks of; empty for one that is passed over. */
  static Optional<Part> part(String column) {
    String name = column.toLowerCase(Locale.ROOT);
    String base = base(name);
    boolean known = base.equals(name) || (IN_LANGUAGES.contains(base) && isLanguage(name));
    return known ? Optional.ofNullable(PARTS.get(base)) : Optional.empty();
  }

  /** Whether the cells of a column hold several entries. */
  static boolean isList(String column) {
    return LISTS.contains(base(column.toLowerCase(Locale.ROOT)));
  }

  private static String base(String column) {
    int dot = column.indexOf('.');
    return dot < 0 ? column : column.substring(0, dot);
  }

  private static boolean isLanguage(String column) {
    return !languageOf(column).getLanguage().isEmpty();
  }

  /**
   * Reads an entry.
   *
   * @throws BadCellException when a value is not of its form
   */
  static ImportedPeople.Row person(Entry row) {
    EmployeeId id = id(row);
    Map<DepartmentId, Department> departments = new LinkedHashMap<>();
    List<Role> roles = roles(row, departments);
    List<Topic> topics =
        entries(row, "topics").stream()
            .map(name -> named("topics", Cells.plain(name), Topic::named))
            .toList();
    Employee.Builder person =
        Employee.named(id, name(row, "givenName"), name(row, "familyName"))
            .displayName(name(row, "displayName"))
            .formOfAddress(name(row, "formOfAddress"))
            .pronouns(label(row, "pronouns", Label.MAX_LENGTH))
            .office(label(row, "office", Label.MAX_LENGTH))
            .about(label(row, "about", Label.MAX_PROSE_LENGTH))
            .roles(roles)
            .topics(topics.stream().map(Topic::id).distinct().toList())
            .languages(languages(row))
            .timeZone(timeZone(row))
            .links(links(row));
    nameOrder(row).ifPresent(person::nameOrder);
    Label title = label(row, TITLE, Label.MAX_LENGTH);
    if (!title.isEmpty()) {
      person.title(title);
    }
    optional(row, "region", REGION).ifPresent(person::region);
    mail(row).ifPresent(person::mail);
    leavesOn(row).ifPresent(person::leavesOn);
    channels(row, person);
    if (name(row, "givenName").isEmpty()
        && name(row, "familyName").isEmpty()
        && name(row, "displayName").isEmpty()) {
      throw BadCellException.missing("displayName");
    }
    return new ImportedPeople.Row(
        row.line(), person.build(), List.copyOf(departments.values()), topics);
  }

  private static EmployeeId id(Entry row) {
    String value = row.text(ID);
    if (value.isEmpty()) {
      throw BadCellException.missing(ID);
    }
    try {
      return EmployeeId.of(value);
    } catch (IllegalArgumentException e) {
      throw BadCellException.malformed(ID, value);
    }
  }

  private static String name(Entry row, String column) {
    String value = row.text(column);
    if (value.length() > Employee.MAX_NAME_LENGTH) {
      throw BadCellException.tooLong(column, value.length(), Employee.MAX_NAME_LENGTH);
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw BadCellException.malformed(column, value);
    }
    return value;
  }

  private static Label label(Entry row, String base, int most) {
    Map<Locale, String> texts = new LinkedHashMap<>();
    for (String column : row.columns()) {
      if (base(column).equalsIgnoreCase(base) && part(column).isPresent()) {
        String text = row.text(column);
        if (text.length() > most) {
          throw BadCellException.tooLong(column, text.length(), most);
        }
        texts.put(languageOf(column), text);
      }
    }
    return Label.prose(texts);
  }

  private static Optional<NameOrder> nameOrder(Entry row) {
    String value = row.text("nameOrder");
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(named("nameOrder", value, NameOrder::from));
  }

  /** As ISO 8601 writes it, or as German spreadsheets do. */
  private static Optional<LocalDate> leavesOn(Entry row) {
    String value = row.text("leavesOn");
    try {
      if (value.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          value.indexOf('.') > 0 ? LocalDate.parse(value, GERMAN_DAY) : LocalDate.parse(value));
    } catch (DateTimeException e) {
      throw BadCellException.malformed("leavesOn", value);
    }
  }

  /** The language of a column such as {@code title.de}. */
  static Locale languageOf(String column) {
    int dot = column.indexOf('.');
    return dot < 0 ? Locale.ROOT : Locale.forLanguageTag(column.substring(dot + 1));
  }

  /**
   * The own department first, then further ones, then memberships, of which a title may follow
   * after a bar, each in its own language.
   */
  private static List<Role> roles(Entry row, Map<DepartmentId, Department> departments) {
    Map<DepartmentId, Label> titles = new LinkedHashMap<>();
    for (String column : List.of("department", "departments")) {
      for (String entry : entries(row, column)) {
        titles.put(department(column, Cells.plain(entry), departments), Label.empty());
      }
    }
    for (String column : row.columns()) {
      if (!base(column).equalsIgnoreCase(MEMBERSHIPS)) {
        continue;
      }
      for (String entry : entries(row, column)) {
        List<String> parts = Cells.parts(entry);
        DepartmentId id = department(column, parts.get(0), departments);
        String title = parts.size() > 1 ? parts.get(1) : "";
        if (title.length() > Label.MAX_LENGTH) {
          throw BadCellException.tooLong(column, title.length(), Label.MAX_LENGTH);
        }
        titles.merge(
            id,
            Label.empty().with(languageOf(column), title),
            (before, more) -> title.isEmpty() ? before : before.with(languageOf(column), title));
      }
    }
    List<Role> roles = new ArrayList<>();
    titles.forEach((department, title) -> roles.add(new Role(department, title)));
    return roles;
  }

  private static DepartmentId department(
      String column, String name, Map<DepartmentId, Department> found) {
    Department department = named(column, name, Department::named);
    found.putIfAbsent(department.id(), department);
    return department.id();
  }

  private static List<String> entries(Entry row, String column) {
    if (column.equals("department")) {
      String only = row.text(column);
      return only.isEmpty() ? List.of() : List.of(only);
    }
    List<String> entries = row.list(column);
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

  private static List<Locale> languages(Entry row) {
    List<Locale> languages = new ArrayList<>();
    for (String entry : entries(row, "languages")) {
      String tag = Cells.plain(entry);
      Locale language = Locale.forLanguageTag(tag.replace('_', '-'));
      if (language.getLanguage().isEmpty()) {
        throw BadCellException.malformed("languages", tag);
      }
      languages.add(Locale.forLanguageTag(language.getLanguage()));
    }
    return languages.stream().distinct().toList();
  }

  private static ZoneId timeZone(Entry row) {
    String value = row.text("timeZone");
    try {
      return value.isEmpty() ? ZoneId.of("UTC") : ZoneId.of(value);
    } catch (DateTimeException e) {
      throw BadCellException.malformed("timeZone", value);
    }
  }

  private static Optional<String> mail(Entry row) {
    Optional<String> mail = optional(row, "email", MAIL);
    if (mail.isPresent() && mail.get().length() > MAX_MAIL_LENGTH) {
      throw BadCellException.tooLong("email", mail.get().length(), MAX_MAIL_LENGTH);
    }
    return mail;
  }

  private static Optional<String> optional(Entry row, String column, Pattern form) {
    String value = row.text(column);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!form.matcher(value).matches()) {
      throw BadCellException.malformed(column, value);
    }
    return Optional.of(value);
  }

  private static List<Link> links(Entry row) {
    List<Link> links = new ArrayList<>();
    for (String entry : entries(row, "links")) {
      List<String> parts = Cells.parts(entry);
      String label = parts.size() > 1 ? parts.get(1) : "";
      if (label.length() > Label.MAX_LENGTH) {
        throw BadCellException.tooLong("links", label.length(), Label.MAX_LENGTH);
      }
      links.add(link("links", parts.get(0), label));
    }
    String mobile = row.text("mobile");
    if (!mobile.isEmpty()) {
      links.add(new Link(PhoneNumbers.uri("mobile", mobile, row.text("region")), "mobile"));
    }
    for (String column : List.of("homepage", "contactForm")) {
      String value = row.text(column);
      if (!value.isEmpty()) {
        Link link = link(column, value, column);
        if (link.kind() != LinkKind.WEB) {
          throw BadCellException.malformed(column, value);
        }
        links.add(link);
      }
    }
    return links;
  }

  private static Link link(String column, String value, String label) {
    return new Link(uri(column, value), label);
  }

  private static URI uri(String column, String value) {
    if (value.length() > MAX_URI_LENGTH) {
      throw BadCellException.tooLong(column, value.length(), MAX_URI_LENGTH);
    }
    try {
      return new Link(new URI(value), "").uri();
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw BadCellException.malformed(column, value);
    }
  }

  /**
   * Everybody takes messages; who has a telephone number can be called; a column of channels says
   * it in full, each with its address where it has one, and whether that is for the portal alone.
   */
  private static void channels(Entry row, Employee.Builder person) {
    Optional<URI> phone =
        Optional.of(row.text("phone"))
            .filter(number -> !number.isEmpty())
            .map(number -> PhoneNumbers.uri("phone", number, row.text("region")));
    List<String> entries = entries(row, "channels");
    if (entries.isEmpty()) {
      person.channel(Channel.MESSAGE);
      phone.ifPresent(number -> person.channel(Channel.PHONE, number));
      return;
    }
    for (String entry : entries) {
      List<String> parts = Cells.parts(entry);
      Channel channel = named("channels", parts.get(0), Channel::from);
      if (parts.size() > 1) {
        URI address = uri("channels", parts.get(1));
        person.channel(channel, new Address(address, isPublished(entry, parts)));
      } else if (channel == Channel.PHONE && phone.isPresent()) {
        person.channel(Channel.PHONE, phone.get());
      } else if (channel == Channel.PHONE) {
        throw BadCellException.missing("phone");
      } else {
        person.channel(channel);
      }
    }
  }

  private static boolean isPublished(String entry, List<String> parts) {
    if (parts.size() == 2) {
      return true;
    }
    if (parts.size() > 3 || !parts.get(2).equalsIgnoreCase("relayed")) {
      throw BadCellException.malformed("channels", entry);
    }
    return false;
  }
}
