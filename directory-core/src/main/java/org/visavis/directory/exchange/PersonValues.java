package org.visavis.directory.exchange;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.visavis.directory.Address;
import org.visavis.directory.Channel;
import org.visavis.directory.Employee;
import org.visavis.directory.Label;
import org.visavis.directory.NameOrder;
import org.visavis.directory.Profile;
import org.visavis.directory.Role;

/** Says a whole person by the columns from which {@link PersonCells} makes one. Thread-safe. */
final class PersonValues {

  private PersonValues() {}

  /** Says what an audience may see of a person. */
  static Entry of(Profile profile, Names names) {
    Map<Channel, Optional<Address>> channels = new EnumMap<>(Channel.class);
    profile
        .channels()
        .forEach((channel, address) -> channels.put(channel, address.map(Address::published)));
    Employee.Builder seen =
        Employee.named(profile.id(), profile.givenName(), profile.familyName())
            .displayName(profile.displayName())
            .nameOrder(profile.nameOrder())
            .formOfAddress(profile.formOfAddress())
            .pronouns(profile.pronouns())
            .roles(profile.roles())
            .topics(profile.topics())
            .languages(profile.languages())
            .region(profile.region().orElse(null))
            .timeZone(profile.timeZone())
            .mail(profile.mail().orElse(null))
            .office(profile.office())
            .about(profile.about())
            .channels(channels)
            .links(profile.links());
    if (profile.roles().isEmpty()) {
      seen.title(profile.title());
    }
    return of(seen.build(), names);
  }

  /** Says everything, with departments and topics by their ids. */
  static Entry of(Employee employee) {
    return of(employee, Names.ids());
  }

  static Entry of(Employee employee, Names names) {
    Entry entry = new Entry(0);
    entry
        .add("id", names.person(employee.id()))
        .add("givenName", employee.givenName())
        .add("familyName", employee.familyName());
    NameOrder order = employee.nameOrder();
    if (order != NameOrder.GIVEN_FIRST) {
      entry.add("nameOrder", order.code());
    }
    if (!isJoined(employee)) {
      entry.add("displayName", employee.displayName());
    }
    entry.add("formOfAddress", employee.formOfAddress());
    label(entry, "pronouns", employee.pronouns());
    if (employee.roles().isEmpty()) {
      label(entry, "title", employee.title());
    }
    roles(entry, employee, names);
    employee
        .topics()
        .forEach(topic -> entry.add("topics", Cells.entry(names.topic(topic.value()))));
    employee.languages().forEach(language -> entry.add("languages", language.toLanguageTag()));
    employee.region().ifPresent(region -> entry.add("region", region));
    entry.add("timeZone", employee.timeZone().getId());
    employee.mail().ifPresent(mail -> entry.add("email", mail));
    label(entry, "office", employee.office());
    label(entry, "about", employee.about());
    employee
        .channels()
        .forEach((channel, address) -> entry.add("channels", channel(channel.code(), address)));
    employee
        .links()
        .forEach(link -> entry.add("links", Cells.entry(link.uri().toString(), link.label())));
    employee.leavesOn().ifPresent(day -> entry.add("leavesOn", day.toString()));
    return entry;
  }

  /** Whether the shown name is but the two names, so that it need not be said. */
  static boolean isJoined(Employee employee) {
    return Employee.named(employee.id(), employee.givenName(), employee.familyName())
        .displayName(
            employee.givenName().isEmpty() && employee.familyName().isEmpty()
                ? employee.displayName() + "."
                : "")
        .nameOrder(employee.nameOrder())
        .build()
        .displayName()
        .equals(employee.displayName());
  }

  private static void roles(Entry entry, Employee employee, Names names) {
    for (Role role : employee.roles()) {
      String department = names.department(role.department().value());
      entry.add(
          "memberships",
          Cells.entry(department, role.title().byLanguage().getOrDefault(Locale.ROOT, "")));
      role.title()
          .byLanguage()
          .forEach(
              (language, title) -> {
                if (!language.getLanguage().isEmpty()) {
                  entry.add("memberships", language, Cells.entry(department, title));
                }
              });
    }
  }

  private static void label(Entry entry, String column, Label label) {
    label.byLanguage().forEach((language, text) -> entry.add(column, language, text));
  }

  private static String channel(String code, Optional<Address> address) {
    return address
        .map(to -> Cells.entry(code, to.uri().toString(), to.published() ? "" : "relayed"))
        .orElse(code);
  }
}
