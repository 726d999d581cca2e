package org.visavis.web.workspace;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.visavis.directory.Audience;
import org.visavis.directory.Employee;
import org.visavis.presence.CalendarSubscription;
import org.visavis.presence.Presence;
import org.visavis.presence.Source;
import org.visavis.presence.Source.Standing;
import org.visavis.web.pages.Cards;
import org.visavis.web.pages.Language;
import org.visavis.web.pages.Phrase;
import org.visavis.web.wiring.Transactions;
import org.visavis.web.workspace.PresenceView.SourceRow;

/** Puts the overview of the own presence together. Thread-safe. */
@Dependent
class PresencePages {

  private static final String BROWSER = "browser-";

  @Inject private Presence presence;
  @Inject private Transactions transactions;
  @Inject private Clock clock;

  PresenceView of(Employee employee, Language language) {
    List<Source> sources = presence.explanation(employee.id(), Audience.PUBLIC).sources();
    return new PresenceView(
        Arrays.stream(Audience.values()).map(each -> seen(employee, each, language)).toList(),
        rows(employee, sources),
        presence.deputyRequests(employee.id()).stream()
            .filter(request -> !request.agreed())
            .count());
  }

  private SeenAs seen(Employee employee, Audience audience, Language language) {
    return Sights.of(employee, audience, presence.reachability(employee.id(), audience), language);
  }

  private List<SourceRow> rows(Employee employee, List<Source> sources) {
    Map<String, String> calendars =
        transactions.call(() -> presence.subscriptions(employee.id())).stream()
            .collect(Collectors.toMap(each -> each.calendar().value(), CalendarSubscription::name));
    Optional<Source.Kind> decides =
        sources.stream()
            .filter(source -> source.standing() == Standing.DECIDES)
            .map(Source::kind)
            .findFirst();
    Instant now = clock.instant();
    return sources.stream().map(source -> row(source, calendars, decides, now)).toList();
  }

  private static SourceRow row(
      Source source, Map<String, String> calendars, Optional<Source.Kind> decides, Instant now) {
    String kind = source.kind().code();
    return new SourceRow(
        kind,
        name(source, calendars),
        source.says().map(Cards::status),
        source.since().map(since -> since(kind, since, now)),
        source.until().map(until -> Phrase.of("source.until." + kind, until)),
        source.standing().code(),
        why(source.standing(), decides));
  }

  /** An absence needs no name, and that of a browser is a secret's. */
  private static String name(Source source, Map<String, String> calendars) {
    return switch (source.kind()) {
      case CALENDAR -> calendars.getOrDefault(source.name(), source.name());
      case ABSENCE -> "";
      default -> source.name().startsWith(BROWSER) ? "" : source.name();
    };
  }

  private static Phrase since(String kind, Instant since, Instant now) {
    return since.isAfter(now)
        ? Phrase.of("source.from", since)
        : Phrase.of("source.since." + kind, since, age(Duration.between(since, now)));
  }

  static Phrase age(Duration age) {
    if (age.toMinutes() < 1) {
      return Phrase.of("age.now");
    } else if (age.toHours() < 1) {
      return Phrase.of("age.minutes", age.toMinutes());
    }
    return age.toDays() < 1
        ? Phrase.of("age.hours", age.toHours())
        : Phrase.of("age.days", age.toDays());
  }

  private static Phrase why(Standing standing, Optional<Source.Kind> decides) {
    return standing == Standing.OUTRANKED && decides.isPresent()
        ? Phrase.of("source.outranked-by", Phrase.of("source.kind." + decides.get().code()))
        : Phrase.of("source.standing." + standing.code());
  }
}
