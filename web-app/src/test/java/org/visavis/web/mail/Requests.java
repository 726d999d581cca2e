package org.visavis.web.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.visavis.directory.Audience;
import org.visavis.directory.Basis;
import org.visavis.directory.Channel;
import org.visavis.directory.Consents;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Profile;
import org.visavis.routing.Customer;
import org.visavis.routing.IfUnavailable;
import org.visavis.routing.Request;
import org.visavis.routing.RequestId;
import org.visavis.routing.RequestState;
import org.visavis.routing.RequestToken;
import org.visavis.routing.Situation;
import org.visavis.routing.TimelineEvent;
import org.visavis.routing.TimelineEvent.Kind;

/** People and requests for tests. */
final class Requests {

  static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  static final EmployeeId ANNA = EmployeeId.of("anna.brandt");
  static final EmployeeId SAMUEL = EmployeeId.of("samuel.osei");
  static final RequestToken TOKEN = RequestToken.of("Zm9vYmFyYmF6cXV4Zm9vYmFy");
  static final RequestId ID =
      new RequestId(UUID.fromString("0192f0a0-0000-7000-8000-000000000001"));

  static final Letterhead LETTERHEAD =
      new Letterhead(
          new MailTexts(),
          "Nahwärts",
          "https://people.example",
          ZoneId.of("Europe/Berlin"),
          () -> NOW);

  private static final Consents DISCLOSED =
      Consents.toEverybody(Instant.EPOCH, Basis.ofThePerson());

  private Requests() {}

  static Optional<Employee> find(EmployeeId id) {
    if (id.equals(ANNA)) {
      return Optional.of(
          Employee.named(ANNA, "Anna", "Brandt")
              .languages(List.of(Locale.FRENCH, Locale.GERMAN))
              .mail("anna.brandt@nahwaerts.example")
              .consents(DISCLOSED)
              .build());
    }
    return id.equals(SAMUEL)
        ? Optional.of(Employee.named(SAMUEL, "Samuel", "Osei").consents(DISCLOSED).build())
        : Optional.empty();
  }

  static Optional<Profile> known(EmployeeId id) {
    return find(id).flatMap(one -> Profile.of(one, Audience.KNOWN_CUSTOMER, Instant.EPOCH));
  }

  static Request of(Locale language, String name, EmployeeId employee, List<TimelineEvent> events) {
    return new Request(
        ID,
        TOKEN,
        employee,
        Channel.MESSAGE,
        "The meter that counts twice",
        new Customer(name, "mo@example.org", Optional.empty(), language, Optional.empty()),
        IfUnavailable.ASK,
        RequestState.ACCEPTED,
        1,
        Situation.holding(1),
        NOW,
        NOW,
        0,
        events);
  }

  /** A list of events: kinds, each followed by its words where the next argument is a string. */
  static List<TimelineEvent> events(EmployeeId employee, Object... kindsAndWords) {
    List<TimelineEvent> events = new ArrayList<>();
    for (int i = 0; i < kindsAndWords.length; i++) {
      Kind kind = (Kind) kindsAndWords[i];
      boolean spoken = i + 1 < kindsAndWords.length && kindsAndWords[i + 1] instanceof String;
      String words = spoken ? (String) kindsAndWords[++i] : "";
      events.add(TimelineEvent.of(kind, NOW, employee, words));
    }
    return events;
  }
}
