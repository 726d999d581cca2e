package org.visavis.web.mail;

import static org.visavis.routing.TimelineEvent.Kind.ACCEPTED;
import static org.visavis.routing.TimelineEvent.Kind.ASKED;
import static org.visavis.routing.TimelineEvent.Kind.BOOKED;
import static org.visavis.routing.TimelineEvent.Kind.CHOSEN;
import static org.visavis.routing.TimelineEvent.Kind.CUSTOMER_WROTE;
import static org.visavis.routing.TimelineEvent.Kind.DECLINED;
import static org.visavis.routing.TimelineEvent.Kind.EXPIRED;
import static org.visavis.routing.TimelineEvent.Kind.FEEDBACK;
import static org.visavis.routing.TimelineEvent.Kind.HANDED_OVER;
import static org.visavis.routing.TimelineEvent.Kind.MERGED;
import static org.visavis.routing.TimelineEvent.Kind.OFFERED;
import static org.visavis.routing.TimelineEvent.Kind.QUEUED;
import static org.visavis.routing.TimelineEvent.Kind.RECEIVED;
import static org.visavis.routing.TimelineEvent.Kind.REOPENED;
import static org.visavis.routing.TimelineEvent.Kind.REPLIED;
import static org.visavis.routing.TimelineEvent.Kind.RESOLVED;
import static org.visavis.routing.TimelineEvent.Kind.SAID_NO;
import static org.visavis.routing.TimelineEvent.Kind.SNOOZED;
import static org.visavis.routing.TimelineEvent.Kind.WITHDRAWN;
import static org.visavis.routing.TimelineEvent.Kind.WOKEN;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Profile;
import org.visavis.routing.Request;
import org.visavis.routing.RequestState;
import org.visavis.routing.Slot;
import org.visavis.routing.TimelineEvent;
import org.visavis.routing.TimelineEvent.Kind;
import org.visavis.web.pages.Language;
import org.visavis.web.pages.SlotWords;

/**
 * Decides who is written to about what has happened to a request, and writes it: at most one mail
 * to the customer and one to the employee. Whoever did something is not told about it again.
 *
 * <p>Anybody can type any address into the form, so mails to customers repeat nothing of what was
 * typed there: no subject, no message, and the name only where it is plainly one. Else the portal
 * would carry other people's advertising. Thread-safe.
 */
final class Letters {

  private static final int MOST_QUOTED = 24_000;
  private static final Pattern NAME =
      Pattern.compile("\\p{L}[\\p{L}\\p{M}]*(?:(?:\\. |[ '’-])\\p{L}[\\p{L}\\p{M}]*)*\\.?");

  /** What tells who has a request from then on. */
  private static final Set<Kind> GIVEN =
      EnumSet.of(RECEIVED, CHOSEN, QUEUED, ACCEPTED, HANDED_OVER);

  private static final Pattern GAP = Pattern.compile("\n{3,}");

  private final MailTexts texts;
  private final Function<EmployeeId, Optional<Employee>> people;
  private final Function<EmployeeId, Optional<Profile>> known;
  private final String organisation;
  private final String baseUrl;
  private final InstantSource clock;

  /**
   * Takes what every mail needs.
   *
   * @param people knows who somebody is, to write to that person
   * @param known knows what a customer may see of somebody whom he or she deals with
   * @param baseUrl where the portal is reached from outside, without a slash at its end
   */
  Letters(
      MailTexts texts,
      Function<EmployeeId, Optional<Employee>> people,
      Function<EmployeeId, Optional<Profile>> known,
      String organisation,
      String baseUrl,
      InstantSource clock) {
    this.texts = texts;
    this.people = people;
    this.known = known;
    this.organisation = organisation;
    this.baseUrl = baseUrl;
    this.clock = clock;
  }

  /**
   * Answers the mails to write.
   *
   * @param request the request after the events
   * @param events what has just happened, in order
   */
  List<Mail> about(Request request, List<TimelineEvent> events) {
    List<Mail> mails = new ArrayList<>(2);
    Happened happened = new Happened(request, events);
    forCustomer(happened).ifPresent(occasion -> mails.add(toCustomer(occasion, happened)));
    forEmployee(happened).flatMap(occasion -> toEmployee(occasion, happened)).ifPresent(mails::add);
    return mails;
  }

  private static Optional<Occasion> forCustomer(Happened now) {
    if (now.has(RECEIVED)) {
      return Optional.of(confirmation(now));
    } else if (now.has(WOKEN)) {
      return Optional.empty();
    } else if (now.has(MERGED)) {
      // Of the two requests the one that goes on tells of it.
      return now.request().state() == RequestState.MERGED
          ? Optional.empty()
          : Optional.of(Occasion.MERGED);
    } else if (now.has(HANDED_OVER)) {
      return Optional.of(Occasion.HANDED_OVER);
    } else if (now.has(BOOKED)) {
      return Optional.of(Occasion.BOOKED);
    } else if (now.has(DECLINED)) {
      return Optional.of(Occasion.DECLINED);
    } else if (now.has(EXPIRED)) {
      return Optional.of(Occasion.EXPIRED);
    } else if (now.has(RESOLVED)) {
      return Optional.of(
          now.words(RESOLVED, REPLIED).isEmpty()
              ? Occasion.RESOLVED
              : Occasion.RESOLVED_WITH_WORDS);
    } else if (now.has(REPLIED)) {
      return Optional.of(Occasion.REPLIED);
    } else if (now.has(CUSTOMER_WROTE) || now.has(REOPENED)) {
      return Optional.empty();
    } else if (now.has(ACCEPTED)) {
      return Optional.of(Occasion.ACCEPTED);
    } else if (now.has(OFFERED)) {
      return Optional.of(Occasion.OFFERED);
    }
    return now.has(QUEUED) ? Optional.of(Occasion.QUEUED) : Optional.empty();
  }

  private static Occasion confirmation(Happened now) {
    if (now.has(ACCEPTED)) {
      return now.has(CHOSEN) ? Occasion.CONFIRMED_COLLEAGUE : Occasion.CONFIRMED;
    }
    return now.has(OFFERED) ? Occasion.CONFIRMED_ASKING : Occasion.CONFIRMED_WAITING;
  }

  private static Optional<Occasion> forEmployee(Happened now) {
    if (now.has(ASKED)) {
      return Optional.of(Occasion.ASKED);
    } else if (now.has(SAID_NO)) {
      return Optional.of(Occasion.SAID_NO);
    } else if (now.has(HANDED_OVER)) {
      return Optional.of(Occasion.TAKEN_OVER);
    } else if (now.has(FEEDBACK)) {
      return Optional.of(Occasion.FEEDBACK);
    } else if (now.has(RECEIVED) || now.has(CHOSEN)) {
      if (now.has(ACCEPTED)) {
        return Optional.of(Occasion.NEW_REQUEST);
      }
      return now.has(QUEUED) ? Optional.of(Occasion.NEW_REQUEST_WAITING) : Optional.empty();
    } else if (now.has(BOOKED)) {
      return Optional.of(Occasion.NEW_TIME);
    } else if (now.has(REOPENED)) {
      return Optional.of(Occasion.REOPENED);
    } else if (now.has(CUSTOMER_WROTE)) {
      return now.wasGiven() ? Optional.of(Occasion.CUSTOMER_WROTE) : Optional.empty();
    } else if (now.has(WOKEN)) {
      return now.isSnoozedLongEnough() ? Optional.of(Occasion.WOKEN) : Optional.empty();
    }
    return now.has(WITHDRAWN) && now.wasGiven()
        ? Optional.of(Occasion.WITHDRAWN)
        : Optional.empty();
  }

  private Mail toCustomer(Occasion occasion, Happened happened) {
    Request request = happened.request();
    Language language = Letterhead.language(request.customer().language());
    String link = baseUrl + "/" + language.tag() + "/requests/" + request.token().value();
    Optional<String> name = Optional.of(request.customer().name()).filter(Letters::isPlainlyAName);
    return mail(
        occasion,
        happened,
        request.id() + ".customer",
        language,
        name.orElse(""),
        request.customer().email(),
        "footer.customer",
        name(happened.author()),
        link);
  }

  private Optional<Mail> toEmployee(Occasion occasion, Happened happened) {
    Request request = happened.request();
    EmployeeId reader =
        happened.first(ASKED).map(TimelineEvent::employee).orElse(request.employee());
    return people
        .apply(happened.has(HANDED_OVER) ? happened.giver() : reader)
        .flatMap(
            employee ->
                employee
                    .mail()
                    .filter(Mail::isAddress)
                    .map(address -> toEmployee(occasion, happened, employee, address)));
  }

  private Mail toEmployee(Occasion occasion, Happened happened, Employee employee, String address) {
    Language language = Letterhead.language(employee);
    String link = baseUrl + "/" + language.tag() + "/workspace" + page(happened);
    return mail(
        occasion,
        happened,
        happened.request().id() + ".employee",
        language,
        employee.displayName(),
        address,
        "footer.employee",
        employee.displayName(),
        link);
  }

  /** Whoever has given a request away cannot open it any more. */
  private static String page(Happened happened) {
    if (happened.has(HANDED_OVER)) {
      return "";
    }
    return happened.has(ASKED) ? "/asked" : "/requests/" + happened.request().id();
  }

  private Mail mail(
      Occasion occasion,
      Happened happened,
      String thread,
      Language language,
      String toName,
      String toAddress,
      String footer,
      String person,
      String link) {
    Request request = happened.request();
    Object[] gaps = {
      person,
      link,
      quoted(happened.words(), language),
      organisation,
      request.customer().name(),
      request.subject(),
      name(request.timeline().get(0).employee()),
      time(happened, occasion, language)
    };
    String greeting =
        toName.isEmpty()
            ? texts.of(language, "greeting")
            : texts.of(language, "greeting.name", toName);
    String text =
        texts.of(
            language,
            "frame",
            greeting,
            texts.of(language, occasion.code() + ".text", gaps),
            organisation,
            texts.of(language, footer, gaps));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new Mail(
        happened.has(RECEIVED) ? thread : thread + "." + random(),
        thread,
        occasion,
        language,
        toName,
        toAddress,
        texts.of(language, occasion.code() + ".subject", gaps),
        GAP.matcher(text).replaceAll("\n\n"),
        now);
  }

  /** The time that was booked, where the reader is; where the customer is not known, both are. */
  private String time(Happened happened, Occasion occasion, Language language) {
    if (!happened.has(BOOKED)) {
      return "";
    }
    Request request = happened.request();
    ZoneId employees =
        people.apply(request.employee()).map(Employee::timeZone).orElse(ZoneOffset.UTC);
    ZoneId readers =
        occasion == Occasion.BOOKED ? request.customer().timeZone().orElse(employees) : employees;
    return SlotWords.of(Slot.parse(happened.words(BOOKED)), readers, language, clock.instant());
  }

  private String name(EmployeeId employee) {
    return known.apply(employee).map(Profile::displayName).orElse(organisation);
  }

  private String quoted(String words, Language language) {
    if (words.isEmpty()) {
      return "";
    }
    StringBuilder quoted = new StringBuilder();
    for (String line : (Iterable<String>) words.lines()::iterator) {
      if (quoted.length() + line.length() > MOST_QUOTED) {
        int room = Math.max(0, MOST_QUOTED - quoted.length());
        quoted.append("> ").append(line, 0, Math.min(room, line.length())).append("…\n\n");
        return quoted.append(texts.of(language, "cut")).toString();
      }
      quoted.append("> ").append(line).append('\n');
    }
    return quoted.toString().stripTrailing();
  }

  private static String random() {
    return UUID.randomUUID().toString().substring(24);
  }

  /** Whether it can be printed without becoming a link or a message of its own. */
  static boolean isPlainlyAName(String text) {
    return text.length() <= 60
        && NAME.matcher(text).matches()
        && text.chars().filter(c -> c == ' ').count() <= 4;
  }

  /** What has happened, with the questions that one asks about it. */
  private record Happened(Request request, List<TimelineEvent> events) {

    boolean has(Kind kind) {
      return events.stream().anyMatch(event -> event.kind() == kind);
    }

    Optional<TimelineEvent> first(Kind kind) {
      return events.stream().filter(event -> event.kind() == kind).findFirst();
    }

    /** The words of the first of these kinds that has any. */
    String words(Kind... kinds) {
      for (Kind kind : kinds) {
        for (TimelineEvent event : events) {
          if (event.kind() == kind && !event.text().isBlank()) {
            return event.text().strip();
          }
        }
      }
      return "";
    }

    /** The words that a mail may quote; those of the customer go to the employee only. */
    String words() {
      String said =
          words(
              ASKED,
              SAID_NO,
              FEEDBACK,
              DECLINED,
              RESOLVED,
              REPLIED,
              CUSTOMER_WROTE,
              REOPENED,
              RECEIVED);
      return said.isEmpty() && has(CHOSEN) ? request.message() : said;
    }

    /** Of whom the mail to the customer tells: who did something, else who has the request now. */
    EmployeeId author() {
      return events.stream()
          .filter(event -> event.kind() == DECLINED || event.kind() == REPLIED)
          .map(TimelineEvent::employee)
          .findFirst()
          .orElse(request.employee());
    }

    /** Who had the request before it was handed over. */
    EmployeeId giver() {
      return lastBefore(GIVEN).orElse(request.timeline().get(0)).employee();
    }

    /** Whether it comes back by itself; else the employee has taken it up before the time. */
    boolean isSnoozedLongEnough() {
      return !has(REPLIED)
          && !has(RESOLVED)
          && lastBefore(EnumSet.of(SNOOZED))
              .flatMap(TimelineEvent::moment)
              .filter(until -> !request.changedAt().isBefore(until))
              .isPresent();
    }

    private Optional<TimelineEvent> lastBefore(Set<Kind> kinds) {
      List<TimelineEvent> timeline = request.timeline();
      return timeline.subList(0, timeline.size() - events.size()).stream()
          .filter(event -> kinds.contains(event.kind()))
          .reduce((earlier, later) -> later);
    }

    /** Whether the employee has ever heard of the request. */
    boolean wasGiven() {
      return request.timeline().stream()
          .anyMatch(
              event ->
                  (event.kind() == ACCEPTED || event.kind() == QUEUED)
                      && event.employee().equals(request.employee()));
    }
  }
}
