package org.visavis.directory.exchange;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.visavis.directory.Address;
import org.visavis.directory.Channel;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;
import org.visavis.directory.Link;
import org.visavis.directory.NameOrder;
import org.visavis.directory.Role;
import org.visavis.directory.TopicId;

/** Any people at all, with the letters that formats stumble over. */
final class SamplePeople {

  private static final List<Locale> LANGUAGES =
      List.of(Locale.ROOT, Locale.GERMAN, Locale.ENGLISH, Locale.forLanguageTag("tr"));

  private SamplePeople() {}

  /** Says whole people in words, so that a difference shows. */
  static List<String> words(List<Employee> people) {
    return people.stream().map(PersonValues::of).map(Entry::toString).toList();
  }

  /** Says a person in words; formats keep links of different kinds apart, and so their order. */
  static String withoutOrder(Employee employee) {
    List<Link> links =
        employee.links().stream()
            .sorted(Comparator.comparing(link -> link.uri() + link.label()))
            .toList();
    return PersonValues.of(employee.toBuilder().links(links).build()).toString();
  }

  static Arbitrary<List<Employee>> anybody() {
    return person().list().ofMaxSize(4).uniqueElements(Employee::id);
  }

  static Arbitrary<Employee> person() {
    Arbitrary<Employee.Builder> named =
        Combinators.combine(
                ids(), words(), words(), words(), words(), Arbitraries.of(NameOrder.class))
            .as(
                (id, given, family, shown, address, order) ->
                    Employee.named(id, given, family)
                        .displayName(shown)
                        .formOfAddress(address)
                        .nameOrder(order));
    Arbitrary<Employee.Builder> atWork =
        Combinators.combine(named, labels(), labels(), roles(), topics(), spoken(), labels())
            .as(
                (person, pronouns, office, roles, topics, languages, title) ->
                    title(
                        person
                            .pronouns(pronouns)
                            .office(office)
                            .roles(roles)
                            .topics(topics)
                            .languages(languages),
                        roles,
                        title));
    return Combinators.combine(
            atWork,
            labels(),
            channels(),
            links(),
            Arbitraries.of("UTC", "Europe/Berlin", "+02:00"),
            Arbitraries.of("DE-BY", "AT", "GB-SCT").injectNull(0.3),
            Arbitraries.of("eva@example.org", "o'hara+x@example.org").injectNull(0.3),
            Arbitraries.integers().between(0, 40_000).injectNull(0.5))
        .as(
            (person, about, channels, links, zone, region, mail, leaves) ->
                person
                    .about(about)
                    .channels(channels)
                    .links(links)
                    .timeZone(ZoneId.of(zone))
                    .region(region)
                    .mail(mail)
                    .leavesOn(leaves == null ? null : LocalDate.ofEpochDay(leaves))
                    .build());
  }

  private static Employee.Builder title(Employee.Builder person, List<Role> roles, Label title) {
    return roles.isEmpty() ? person.title(title) : person;
  }

  private static Arbitrary<EmployeeId> ids() {
    return Arbitraries.strings()
        .withChars("abcXYZ019")
        .ofMinLength(1)
        .ofMaxLength(6)
        .map(EmployeeId::of);
  }

  /** Texts without space around them, of which none is blank. */
  static Arbitrary<String> words() {
    Arbitrary<String> odd =
        Arbitraries.strings()
            .withChars("aBüßé'\"`,;:|\\=+-@<>&%^~#()[]{} 名前Ω")
            .ofMinLength(1)
            .ofMaxLength(12)
            .map(String::strip)
            .filter(text -> !text.isEmpty());
    return Arbitraries.oneOf(
        odd,
        Arbitraries.of(
            "=1+1",
            "'=cmd|' /C calc'!A0",
            "@SUM(A1)",
            "'",
            "''-",
            "-",
            "\\;",
            "a\\",
            "Weiß, Dr.; Eva",
            "begin:vcard",
            "😀 Ω",
            "{\"a\":1}"));
  }

  private static Arbitrary<Label> labels() {
    return Arbitraries.maps(Arbitraries.of(LANGUAGES), words()).ofMaxSize(2).map(Label::of);
  }

  private static Arbitrary<List<Role>> roles() {
    return Combinators.combine(
            Arbitraries.of("billing", "meters", "works-council").map(DepartmentId::of), labels())
        .as(Role::new)
        .list()
        .ofMaxSize(3)
        .uniqueElements(Role::department);
  }

  private static Arbitrary<List<TopicId>> topics() {
    return Arbitraries.of("bills", "solar-power", "a-b-c")
        .map(TopicId::of)
        .list()
        .ofMaxSize(3)
        .uniqueElements();
  }

  private static Arbitrary<List<Locale>> spoken() {
    return Arbitraries.of("de", "en", "tr", "uk")
        .map(Locale::forLanguageTag)
        .list()
        .ofMaxSize(3)
        .uniqueElements();
  }

  private static Arbitrary<Map<Channel, Optional<Address>>> channels() {
    Arbitrary<Optional<Address>> addresses =
        Combinators.combine(
                Arbitraries.of(
                    "tel:+49-89-99998101", "xmpp:eva@example.org", "https://a.example/?x=1;y=2|z"),
                Arbitraries.of(true, false))
            .as((uri, published) -> new Address(URI.create(uri.replace("|", "%7C")), published))
            .optional();
    return Arbitraries.maps(Arbitraries.of(Channel.class), addresses)
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(LinkedHashMap::new)
        .map(
            channels -> {
              channels.computeIfPresent(
                  Channel.PHONE,
                  (phone, address) ->
                      Optional.of(
                          address.orElse(Address.published(URI.create("tel:+49-89-99998102")))));
              return channels;
            });
  }

  private static Arbitrary<List<Link>> links() {
    return Combinators.combine(
            Arbitraries.of(
                "https://a.example/b,c;d?e=f&g=h",
                "mailto:team@example.org",
                "tel:+49-171-1234567",
                "sip:eva@example.org",
                "xmpp:eva@example.org",
                "matrix:u/eva:example.org",
                "ftp://files.example/x"),
            Arbitraries.oneOf(Arbitraries.just(""), words()))
        .as((uri, label) -> new Link(URI.create(uri), label))
        .list()
        .ofMaxSize(3)
        .uniqueElements();
  }
}
