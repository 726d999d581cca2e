package org.visavis.directory.exchange;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.visavis.directory.Address;
import org.visavis.directory.Channel;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.ImportedPeople;
import org.visavis.directory.ImportedPeople.Part;
import org.visavis.directory.Link;
import org.visavis.directory.Role;
import org.visavis.directory.Telephone;

/**
 * Writes people as users of SCIM (RFC 7643, sections 4.1 and 4.3), and reads them as an import of
 * one person, for which the same rules hold as for any other: it publishes nothing, and overwrites
 * nothing that the person keeps up. Needs Jakarta JSON Processing. Thread-safe.
 *
 * <p>A user who is not {@code active} is one whose last day is over. Of attributes that may have
 * several values the directory keeps one: the first mail address that is the primary or a work
 * address, one telephone number of type {@code work} and one of type {@code mobile}. Names under
 * which clients know people ({@code userName}, {@code externalId}) are no matter of the directory.
 */
public final class ScimPeople {

  /** The schema of people. */
  public static final String SCHEMA = ScimPath.USER;

  /** The schema of what companies know beside it. */
  public static final String ENTERPRISE_SCHEMA = ScimPath.ENTERPRISE;

  /** How the directory calls a link that is a mobile number. */
  private static final String MOBILE = "mobile";

  private static final String NAME = "name";
  private static final String VALUE = "value";
  private static final String TYPE = "type";
  private static final String WORK = "work";
  private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");
  private static final Pattern SUBDIVISION = Pattern.compile("[A-Za-z0-9]{1,3}");

  /** To columns, what SCIM calls them, so that an error names the place. */
  private static final Map<String, String> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("givenName", "name.givenName"),
          Map.entry("familyName", "name.familyName"),
          Map.entry("formOfAddress", "name.honorificPrefix"),
          Map.entry("languages", "preferredLanguage"),
          Map.entry("timeZone", "timezone"),
          Map.entry("email", "emails.value"),
          Map.entry("phone", "phoneNumbers.value"),
          Map.entry("mobile", "phoneNumbers.value"),
          Map.entry("department", ENTERPRISE_SCHEMA + ":department"));

  private ScimPeople() {}

  /**
   * Writes a person.
   *
   * @param names how departments are named
   * @param at when it is, which decides who is active
   */
  public static JsonObject write(Employee person, Names names, Instant at) {
    JsonObjectBuilder user = Json.createObjectBuilder(changeable(person, names, at));
    user.add("displayName", person.displayName());
    user.add(NAME, name(person, true));
    JsonArrayBuilder groups = Json.createArrayBuilder();
    for (DepartmentId department : person.departments()) {
      groups.add(
          Json.createObjectBuilder()
              .add(VALUE, department.value())
              .add("display", names.department(department.value()))
              .add(TYPE, "direct"));
    }
    return user.add("groups", groups).build();
  }

  /** Writes of a person what a patch may change, without what follows from the rest. */
  public static JsonObject changeable(Employee person, Names names, Instant at) {
    JsonArrayBuilder schemas = Json.createArrayBuilder().add(SCHEMA);
    JsonObjectBuilder user = Json.createObjectBuilder();
    user.add("schemas", schemas.add(ENTERPRISE_SCHEMA)).add("id", person.id().value());
    user.add("active", !person.hasLeft(at));
    JsonObject name = name(person, false);
    if (!name.isEmpty()) {
      user.add(NAME, name);
    }
    if (!PersonValues.isJoined(person)) {
      user.add("displayName", person.displayName());
    }
    if (!person.title().isEmpty()) {
      user.add("title", person.title().toString());
    }
    if (!person.languages().isEmpty()) {
      user.add("preferredLanguage", person.languages().get(0).toLanguageTag());
    }
    user.add("timezone", person.timeZone().getId());
    person
        .mail()
        .ifPresent(
            mail ->
                user.add(
                    "emails", one(typed(WORK).add(VALUE, mail).add("primary", JsonValue.TRUE))));
    phones(person).ifPresent(phones -> user.add("phoneNumbers", phones));
    person
        .region()
        .ifPresent(
            region -> {
              String[] parts = region.split("-", 2);
              JsonObjectBuilder address = typed(WORK).add("country", parts[0]);
              if (parts.length > 1) {
                address.add("region", parts[1]);
              }
              user.add("addresses", one(address));
            });
    if (!person.roles().isEmpty()) {
      DepartmentId main = person.roles().get(0).department();
      user.add(
          ENTERPRISE_SCHEMA,
          Json.createObjectBuilder().add("department", names.department(main.value())));
    }
    return user.build();
  }

  private static JsonObject name(Employee person, boolean whole) {
    JsonObjectBuilder name = Json.createObjectBuilder();
    if (whole) {
      name.add("formatted", person.displayName());
    }
    add(name, "givenName", person.givenName());
    add(name, "familyName", person.familyName());
    add(name, "honorificPrefix", person.formOfAddress());
    return name.build();
  }

  private static Optional<JsonArrayBuilder> phones(Employee person) {
    JsonArrayBuilder phones = Json.createArrayBuilder();
    Optional<String> phone = phone(person);
    phone.ifPresent(number -> phones.add(typed(WORK).add(VALUE, number)));
    Optional<Link> mobile = person.links().stream().filter(ScimPeople::isMobile).findFirst();
    mobile.ifPresent(l -> phones.add(typed(MOBILE).add(VALUE, Telephone.international(l.uri()))));
    return phone.isPresent() || mobile.isPresent() ? Optional.of(phones) : Optional.empty();
  }

  private static boolean isMobile(Link link) {
    return link.label().equals(MOBILE) && "tel".equals(link.uri().getScheme());
  }

  private static JsonObjectBuilder typed(String type) {
    return Json.createObjectBuilder().add(TYPE, type);
  }

  private static JsonArrayBuilder one(JsonObjectBuilder value) {
    return Json.createArrayBuilder().add(value);
  }

  private static void add(JsonObjectBuilder object, String name, String value) {
    if (!value.isEmpty()) {
      object.add(name, value);
    }
  }

  /**
   * Reads a user as an import of that one person. Attributes that are not there are empty, but for
   * the department, the time zone, the language and the address, which many identity providers do
   * not know: these stay.
   *
   * @param user as a client has sent it
   * @param id who it is
   * @param before the person as the directory has him or her; empty for somebody new
   * @param names how departments are named
   * @param at when it is: whoever is no longer active left the day before
   * @throws ScimException when a value is not of its form; the message names the attribute
   */
  public static ImportedPeople read(
      JsonObject user, EmployeeId id, Optional<Employee> before, Names names, Instant at) {
    Entry entry = entry(user, id);
    Set<Part> parts = EnumSet.of(Part.NAME, Part.FORM_OF_ADDRESS, Part.TITLE);
    parts.addAll(EnumSet.of(Part.MAIL, Part.PHONE, Part.LINKS, Part.LEAVES_ON));
    for (String column : List.of("department", "languages", "timeZone", "region")) {
      if (!entry.text(column).isEmpty()) {
        PersonCells.part(column).ifPresent(parts::add);
      }
    }
    if (!parts.contains(Part.REGION)) {
      // Its numbers may be written without a country code.
      before.flatMap(Employee::region).ifPresent(region -> entry.add("region", region));
    }
    ImportedPeople.Row said = row(entry);
    Employee.Builder person = said.employee().toBuilder();
    before.ifPresent(
        known -> {
          boolean sameDepartment =
              known.roles().stream()
                  .limit(1)
                  .map(role -> names.department(role.department().value()))
                  .anyMatch(entry.text("department")::equals);
          person.roles(roles(known, said.employee(), sameDepartment));
          beside(known, said.employee(), person);
        });
    person.leavesOn(lastDay(isActive(user), before, said.employee(), at).orElse(null));
    ImportedPeople.Row row =
        new ImportedPeople.Row(1, person.build(), said.departments(), said.topics());
    return new ImportedPeople(1, parts, List.of(row), List.of(), List.of());
  }

  private static ImportedPeople.Row row(Entry entry) {
    try {
      return PersonCells.person(entry);
    } catch (BadCellException e) {
      ImportedPeople.Refusal refusal = e.at(1);
      String reason = refusal.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      String attribute = refusal.column().map(c -> ATTRIBUTES.getOrDefault(c, c)).orElse("");
      throw new ScimException(
          ScimException.Type.INVALID_VALUE,
          attribute
              + " is "
              + reason
              + (refusal.detail().isEmpty() ? "" : ": " + refusal.detail()));
    }
  }

  private static Entry entry(JsonObject user, EmployeeId id) {
    Entry entry = new Entry(1);
    entry.add("id", id.value());
    entry.add("givenName", text(user, "name.givenName"));
    entry.add("familyName", text(user, "name.familyName"));
    entry.add("formOfAddress", text(user, "name.honorificPrefix"));
    String shown = text(user, "displayName");
    entry.add("displayName", shown.isEmpty() ? text(user, "name.formatted") : shown);
    entry.add("title", text(user, "title"));
    String language = text(user, "preferredLanguage").replaceFirst("[,;].*", "").strip();
    entry.add("languages", Cells.entry(language));
    entry.add("timeZone", text(user, "timezone"));
    entry.add("region", region(user));
    entry.add("email", text(chosen(user, "emails", true, WORK), VALUE));
    entry.add("phone", phone(chosen(user, "phoneNumbers", false, WORK)));
    entry.add("mobile", phone(chosen(user, "phoneNumbers", false, MOBILE)));
    ScimPath.find(user, ENTERPRISE_SCHEMA)
        .filter(JsonObject.class::isInstance)
        .map(JsonValue::asJsonObject)
        .ifPresent(more -> entry.add("department", text(more, "department")));
    return entry;
  }

  private static String region(JsonObject user) {
    JsonObject address = chosen(user, "addresses", true, WORK);
    String country = text(address, "country");
    String part = text(address, "region");
    if (!COUNTRY.matcher(country).matches()) {
      // Written out: the code is not to be known from it.
      return "";
    }
    String region = SUBDIVISION.matcher(part).matches() ? country + "-" + part : country;
    return region.toUpperCase(Locale.ROOT);
  }

  private static String phone(JsonObject phone) {
    return text(phone, VALUE).replaceFirst("(?i)^tel:", "");
  }

  /** Of several values the one of a type, else where it may be any the primary or the first. */
  private static JsonObject chosen(JsonObject user, String name, boolean any, String type) {
    List<JsonObject> values = new ArrayList<>();
    for (JsonValue value : ScimPath.of(name).values(user)) {
      if (value instanceof JsonObject object) {
        values.add(object);
      } else {
        throw malformed(name, value);
      }
    }
    Optional<JsonObject> typed =
        values.stream().filter(value -> text(value, TYPE).equalsIgnoreCase(type)).findFirst();
    Optional<JsonObject> primary =
        values.stream()
            .filter(
                value -> ScimPath.find(value, "primary").filter(JsonValue.TRUE::equals).isPresent())
            .findFirst();
    return typed
        .or(() -> any ? primary : Optional.empty())
        .or(() -> any ? values.stream().findFirst() : Optional.empty())
        .orElse(JsonValue.EMPTY_JSON_OBJECT);
  }

  private static String text(JsonObject object, String name) {
    List<JsonValue> values = ScimPath.of(name).values(object);
    if (values.isEmpty()) {
      return "";
    }
    if (values.get(0) instanceof JsonString text && values.size() == 1) {
      return text.getString();
    }
    throw malformed(name, values.get(0));
  }

  private static ScimException malformed(String name, JsonValue value) {
    return new ScimException(
        ScimException.Type.INVALID_VALUE,
        name + " is malformed: " + ScimException.quoted(value.toString()));
  }

  /** Some clients write the truth value as a text. Whoever is not said to be inactive is active. */
  private static boolean isActive(JsonObject user) {
    JsonValue active = ScimPath.find(user, "active").orElse(JsonValue.NULL);
    String word =
        active instanceof JsonString text
            ? text.getString().toLowerCase(Locale.ROOT)
            : active.toString();
    return switch (word) {
      case "true", "null" -> true;
      case "false" -> false;
      default -> throw malformed("active", active);
    };
  }

  /** A day that is known already stays, unless it says otherwise. */
  private static Optional<LocalDate> lastDay(
      boolean active, Optional<Employee> before, Employee said, Instant at) {
    boolean left = before.filter(known -> known.hasLeft(at)).isPresent();
    Optional<LocalDate> known = before.flatMap(Employee::leavesOn);
    if (active) {
      return left ? Optional.empty() : known;
    }
    LocalDate yesterday = LocalDate.ofInstant(at, before.orElse(said).timeZone()).minusDays(1);
    return left ? known : Optional.of(yesterday);
  }

  /** Another department takes the place of the main one; groups say the further ones. */
  private static List<Role> roles(Employee known, Employee said, boolean sameDepartment) {
    if (sameDepartment || said.roles().isEmpty()) {
      return known.roles();
    }
    List<Role> roles = new ArrayList<>(said.roles());
    known.roles().stream().skip(1).forEach(roles::add);
    return roles;
  }

  /** What SCIM cannot say stays beside what it says. */
  private static void beside(Employee known, Employee said, Employee.Builder person) {
    boolean sameTitle = said.title().toString().equals(known.title().toString());
    person.title(sameTitle ? known.title() : said.title());
    person.nameOrder(known.nameOrder());
    if (!said.languages().isEmpty()) {
      List<Locale> languages = new ArrayList<>(said.languages());
      known.languages().stream().filter(l -> !languages.contains(l)).forEach(languages::add);
      person.languages(languages);
    }
    List<Link> mobile = new ArrayList<>(said.links());
    List<Link> links = new ArrayList<>();
    for (Link link : known.links()) {
      if (!isMobile(link)) {
        links.add(link);
      } else if (!mobile.isEmpty()) {
        links.add(mobile.remove(0));
      }
    }
    links.addAll(mobile);
    person.links(links);
    Optional<Address> phone = known.channels().getOrDefault(Channel.PHONE, Optional.empty());
    Optional<String> number = phone(known);
    boolean samePhone = number.equals(phone(said));
    if (known.channels().containsKey(Channel.PHONE) && samePhone) {
      // It may be one that only the portal uses, or no number at all.
      phone.ifPresentOrElse(
          address -> person.channel(Channel.PHONE, address), () -> person.channel(Channel.PHONE));
    }
  }

  /** The telephone number as it is written. */
  private static Optional<String> phone(Employee person) {
    return person
        .channels()
        .getOrDefault(Channel.PHONE, Optional.empty())
        .map(Address::uri)
        .filter(uri -> uri.getScheme().equals("tel"))
        .map(Telephone::international);
  }
}
