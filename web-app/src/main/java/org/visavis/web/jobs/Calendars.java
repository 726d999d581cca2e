package org.visavis.web.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.CalendarEntries;
import org.visavis.presence.CalendarId;
import org.visavis.presence.CalendarSubscription;
import org.visavis.presence.Presence;
import org.visavis.presence.calendar.CalendarFetcher;
import org.visavis.presence.calendar.CalendarOwner;
import org.visavis.presence.calendar.CalendarReader;
import org.visavis.presence.calendar.FetchFailure;
import org.visavis.web.guard.RateLimit;
import org.visavis.web.wiring.Transactions;

/**
 * The calendars that employees bring in: the same for the page and for the API. One with an address
 * is fetched at once, and from then on by a job of its own. Two are read at a time on each node,
 * because reading takes memory. Thread-safe.
 *
 * <p>Nothing but busy times and statuses comes out of a calendar. Whatever goes wrong becomes a
 * code on the subscription, never a text of the calendar or of its server.
 */
@ApplicationScoped
public class Calendars {

  /** How long a fetched calendar is believed when it cannot be fetched again. */
  private static final Duration FETCHED_FOR = Duration.ofHours(6);

  /** How long an uploaded calendar is believed. */
  private static final Duration UPLOADED_FOR = Duration.ofDays(30);

  /** After this an unchanged calendar is read anew, so that it reaches as far ahead as others. */
  private static final Duration READ_ANEW = Duration.ofDays(7);

  private static final int AT_ONCE = 2;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final int READINGS_A_MINUTE = 10;

  /** What only another address, or an operator, can change. */
  private static final Set<String> OF_THE_ADDRESS =
      Stream.of(
              FetchFailure.NOT_AN_ADDRESS,
              FetchFailure.OTHER_SCHEME,
              FetchFailure.OTHER_PORT,
              FetchFailure.CREDENTIALS,
              FetchFailure.INSIDE)
          .map(FetchFailure::code)
          .collect(Collectors.toUnmodifiableSet());

  @Inject private Presence presence;
  @Inject private Directory directory;
  @Inject private Transactions transactions;
  @Inject private Jobs jobs;
  @Inject private SecureRandom random;
  @Inject private Clock clock;

  /** Made when somebody has a calendar: a portal without calendars starts without them. */
  @Inject private Instance<CalendarFetcher> fetcher;

  @Inject private Instance<CalendarReader> reader;

  private final RateLimit readings = RateLimit.of(READINGS_A_MINUTE, Duration.ofMinutes(1));
  private final Semaphore room = new Semaphore(AT_ONCE, true);

  /** Answers the calendars of an employee, ordered by id. */
  public List<CalendarSubscription> of(EmployeeId me) {
    return transactions.call(() -> presence.subscriptions(me));
  }

  /** Answers one calendar of an employee. */
  public Optional<CalendarSubscription> find(EmployeeId me, CalendarId id) {
    return of(me).stream().filter(each -> each.calendar().equals(id)).findFirst();
  }

  /**
   * Brings a calendar in, or gives it another name, address or rules. One with an address is
   * fetched now; where that fails for the moment, it is tried again later. One without waits for
   * {@link #upload}; new rules count from the next file on, because titles are not kept.
   *
   * @throws CalendarRefusedException when nothing can ever be fetched from the address
   * @throws TooManyReadingsException when this person fetches too often, or everybody does
   * @throws IllegalArgumentException when there are too many calendars
   */
  public CalendarSubscription subscribe(EmployeeId me, CalendarSubscription wish) {
    Optional<CalendarSubscription> before = find(me, wish.calendar());
    if (before.filter(known -> isReadAlike(known, wish)).isPresent()) {
      return transactions.call(() -> kept(me, before.get().named(wish.name())));
    }
    boolean elsewhere = before.filter(known -> !known.address().equals(wish.address())).isPresent();
    if (wish.address().isEmpty()) {
      return transactions.call(
          () -> {
            forgetIf(elsewhere, me, wish.calendar());
            return kept(me, wish);
          });
    }
    ReadCalendar read = now(me, () -> fetch(me, wish));
    refuse(read, OF_THE_ADDRESS::contains);
    return transactions.call(
        () -> {
          forgetIf(elsewhere, me, wish.calendar());
          presence.subscribe(me, wish);
          jobs.plan(
              CalendarRefresh.JOB,
              instance(me, wish.calendar()),
              clock.instant().plus(CalendarRefresh.pauseAfter(0, random)));
          return read.keep(presence, me, wish);
        });
  }

  private static boolean isReadAlike(CalendarSubscription known, CalendarSubscription wish) {
    return known.address().equals(wish.address()) && known.rules().equals(wish.rules());
  }

  private CalendarSubscription kept(EmployeeId me, CalendarSubscription calendar) {
    presence.subscribe(me, calendar);
    return calendar;
  }

  /** What another address said is not what this one says. */
  private void forgetIf(boolean elsewhere, EmployeeId me, CalendarId calendar) {
    if (elsewhere) {
      presence.removeCalendar(me, calendar);
    }
  }

  /**
   * Reads a file into a calendar that has no address.
   *
   * @return nothing where there is no such calendar
   * @throws CalendarRefusedException when the file is not taken; what was read earlier goes on
   *     counting
   * @throws TooManyReadingsException when this person uploads too often, or everybody does
   */
  public Optional<CalendarSubscription> upload(EmployeeId me, CalendarId id, InputStream file) {
    Optional<CalendarSubscription> known = find(me, id).filter(each -> each.address().isEmpty());
    if (known.isEmpty()) {
      return Optional.empty();
    }
    ReadCalendar read = now(me, () -> read(me, known.get(), file, UPLOADED_FOR, Optional.empty()));
    refuse(read, code -> true);
    return Optional.of(transactions.call(() -> read.keep(presence, me, known.get())));
  }

  /**
   * Fetches a calendar now.
   *
   * @return nothing where there is no such calendar with an address
   * @throws TooManyReadingsException when this person fetches too often, or everybody does
   */
  public Optional<CalendarSubscription> refresh(EmployeeId me, CalendarId id) {
    return fetchable(me, id).flatMap(known -> take(me, known, now(me, () -> fetch(me, known))));
  }

  /** Forgets a calendar and what it said. Idempotent. */
  public void remove(EmployeeId me, CalendarId id) {
    transactions.run(() -> presence.removeCalendar(me, id));
  }

  /**
   * Does the job of one calendar.
   *
   * @return how long to wait before the next time; empty when the calendar is gone
   * @throws NotReadException when it could not be fetched
   */
  Optional<Duration> refreshDue(String instance) {
    EmployeeId employee = EmployeeId.of(instance.substring(0, instance.indexOf('/')));
    CalendarId id = CalendarId.of(instance.substring(instance.indexOf('/') + 1));
    if (directory.find(employee).isEmpty()) {
      return Optional.empty();
    }
    Optional<CalendarSubscription> known = fetchable(employee, id);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    if (!room.tryAcquire()) {
      return Optional.of(CalendarRefresh.jittered(LONGEST_WAIT, random));
    }
    ReadCalendar read;
    try {
      read = fetch(employee, known.get());
    } finally {
      room.release();
    }
    take(employee, known.get(), read);
    if (read.error().isPresent()) {
      throw new NotReadException();
    }
    return Optional.of(CalendarRefresh.pauseAfter(0, random));
  }

  private Optional<CalendarSubscription> fetchable(EmployeeId me, CalendarId id) {
    return find(me, id).filter(each -> each.address().isPresent());
  }

  /** Takes over what was read, unless the calendar has become another meanwhile. */
  private Optional<CalendarSubscription> take(
      EmployeeId me, CalendarSubscription known, ReadCalendar read) {
    return transactions.call(
        () ->
            presence.subscriptions(me).stream()
                .filter(each -> each.calendar().equals(known.calendar()))
                .filter(each -> isReadAlike(each, known))
                .findFirst()
                .map(each -> read.keep(presence, me, each)));
  }

  private ReadCalendar fetch(EmployeeId me, CalendarSubscription calendar) {
    URI address = calendar.address().orElseThrow();
    Instant at = clock.instant();
    @Nullable CalendarEntries said = presence.calendars(me).get(calendar.calendar());
    Optional<CalendarEntries> known =
        Optional.ofNullable(said)
            .filter(entries -> entries.readAt().plus(READ_ANEW).isAfter(at))
            .filter(entries -> calendar.etag().isPresent());
    return fetcher
        .get()
        .fetch(address, known.flatMap(entries -> calendar.etag()))
        .fold(
            fetched -> read(me, calendar, fetched.file(), FETCHED_FOR, fetched.version()),
            () -> ReadCalendar.unchanged(calendar, known.orElseThrow(), at, FETCHED_FOR),
            failure -> ReadCalendar.failed(failure.code(), at));
  }

  private ReadCalendar read(
      EmployeeId me,
      CalendarSubscription calendar,
      InputStream file,
      Duration believed,
      Optional<String> version) {
    Employee employee = directory.require(me);
    CalendarOwner owner =
        employee
            .mail()
            .map(CalendarOwner.in(employee.timeZone())::withAddress)
            .orElse(CalendarOwner.in(employee.timeZone()));
    Instant at = clock.instant();
    return ReadCalendar.of(
        reader.get().read(file, owner, calendar.rules(), at, believed), at, version);
  }

  private static void refuse(ReadCalendar read, Predicate<String> when) {
    read.error()
        .filter(when)
        .ifPresent(
            code -> {
              throw new CalendarRefusedException(code);
            });
  }

  /** Reads now, for somebody who waits for it. */
  private ReadCalendar now(EmployeeId me, Supplier<ReadCalendar> reading) {
    Duration wait = readings.count(me.value());
    if (!wait.isZero()) {
      throw new TooManyReadingsException(wait);
    }
    try {
      if (!room.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TooManyReadingsException(LONGEST_WAIT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TooManyReadingsException(LONGEST_WAIT);
    }
    try {
      return reading.get();
    } finally {
      room.release();
    }
  }

  private static String instance(EmployeeId employee, CalendarId calendar) {
    return employee.value() + "/" + calendar.value();
  }

  /** A calendar could not be fetched, and shall be tried again. */
  static final class NotReadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotReadException() {
      super("The calendar could not be fetched", null, false, false);
    }
  }
}
