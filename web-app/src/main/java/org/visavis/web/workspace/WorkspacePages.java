package org.visavis.web.workspace;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.visavis.directory.Audience;
import org.visavis.directory.Employee;
import org.visavis.directory.Profile;
import org.visavis.presence.AppearanceRule;
import org.visavis.presence.ManualStatus;
import org.visavis.presence.Mode;
import org.visavis.presence.Presence;
import org.visavis.presence.PresenceSettings;
import org.visavis.presence.Reachability;
import org.visavis.presence.Status;
import org.visavis.presence.Workload;
import org.visavis.routing.Appointments;
import org.visavis.routing.Booking;
import org.visavis.routing.DutyRota;
import org.visavis.routing.Promises;
import org.visavis.routing.Request;
import org.visavis.routing.RequestId;
import org.visavis.routing.RequestState;
import org.visavis.routing.Routing;
import org.visavis.web.pages.Cards;
import org.visavis.web.pages.Due;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Language;
import org.visavis.web.pages.StatusKind;
import org.visavis.web.wiring.Transactions;
import org.visavis.web.workspace.WorkspaceView.Counts;
import org.visavis.web.workspace.WorkspaceView.Item;
import org.visavis.web.workspace.WorkspaceView.Tab;

/** Puts an employee's own page together from what the cores say. Thread-safe. */
@Dependent
class WorkspacePages {

  private static final int MOST_LISTED = 100;
  private static final int EXCERPT = 140;

  @Inject private Presence presence;
  @Inject private Routing routing;
  @Inject private Appointments appointments;
  @Inject private Promises promises;
  @Inject private DutyRota rota;
  @Inject private Transactions transactions;
  @Inject private Cards cards;
  @Inject private Clock clock;

  WorkspaceView of(
      Employee employee,
      Language language,
      Tab tab,
      Optional<StatusForm> typed,
      List<FieldError> errors) {
    Inbox inbox = inbox(employee);
    Reachability now = presence.reachability(employee.id(), Audience.PUBLIC);
    PresenceSettings settings = presence.settings(employee.id());
    Reachability seen = now.shown() ? now : ifShown(settings);
    Workload workload = presence.workload(employee.id());
    return new WorkspaceView(
        cards.of(seen(employee), seen, language),
        now.shown(),
        Explanations.of(now),
        status(employee, seen, settings, language, typed),
        workload.taken(),
        workload.limit(),
        presence.deputyRequests(employee.id()).stream()
            .filter(request -> !request.agreed())
            .count(),
        transactions.call(() -> routing.asked(employee.id()).size()),
        tab,
        new Counts(
            inbox.part(Tab.OPEN).size(),
            inbox.part(Tab.WAITING).size(),
            inbox.part(Tab.RESOLVED).size()),
        items(inbox, tab),
        errors,
        transactions.call(() -> rota.asked(employee.id())).size());
  }

  /** What everybody may see of the employee, the last day aside. */
  private static Profile seen(Employee employee) {
    return Profile.of(employee, Audience.PUBLIC, Instant.MIN).orElseThrow();
  }

  /** What customers would see if the employee let them: all but the hiding stays as it is. */
  private Reachability ifShown(PresenceSettings settings) {
    AppearanceRule rule = settings.rule(Audience.PUBLIC);
    return presence.preview(
        settings.employee(),
        Audience.PUBLIC,
        new AppearanceRule(
            Mode.ALWAYS, rule.hideAt(), rule.showAgainAt(), rule.dwell(), rule.atLimit()));
  }

  private WorkspaceView.Status status(
      Employee employee,
      Reachability seen,
      PresenceSettings settings,
      Language language,
      Optional<StatusForm> typed) {
    Instant now = clock.instant();
    Optional<ManualStatus> manual = settings.manual().filter(set -> set.until().isAfter(now));
    StatusForm form =
        new StatusForm(
            manual.map(ManualStatus::status).orElse(Status.AVAILABLE).code(),
            StatusForm.USUAL_END,
            "",
            "",
            manual.map(set -> set.note().text(language.locale())).orElse(""));
    return new WorkspaceView.Status(
        Cards.status(seen.status(), language),
        manual.isPresent(),
        Arrays.stream(StatusKind.values()).filter(kind -> kind != StatusKind.UNKNOWN).toList(),
        typed.orElse(form),
        employee.timeZone().getId(),
        WorkingDay.end(settings.hours(), now));
  }

  private Inbox inbox(Employee employee) {
    return transactions.call(
        () -> {
          List<Request> requests = routing.inbox(employee.id(), EnumSet.allOf(RequestState.class));
          return new Inbox(requests, promises.find(requests.stream().map(Request::id).toList()));
        });
  }

  private List<Item> items(Inbox inbox, Tab tab) {
    List<Request> requests = inbox.part(tab).stream().limit(MOST_LISTED).toList();
    Instant now = clock.instant();
    Map<RequestId, Booking> booked =
        transactions.call(() -> appointments.find(requests.stream().map(Request::id).toList()));
    return requests.stream()
        .map(
            request ->
                item(
                    request,
                    inbox.promise(request).map(promise -> Due.of(promise, now)),
                    Optional.ofNullable(booked.get(request.id()))
                        .map(booking -> booking.slot().start())))
        .toList();
  }

  private static Item item(Request request, Optional<Due> promise, Optional<Instant> appointment) {
    String message = request.message().replaceAll("\\s+", " ");
    return new Item(
        request.id().toString(),
        request.subject(),
        request.customer().name(),
        Cards.channel(request.channel()),
        Cards.state(request.state()),
        request.changedAt(),
        promise,
        appointment,
        request.state() == RequestState.ACCEPTED,
        message.length() > EXCERPT ? message.substring(0, EXCERPT).strip() + " …" : message);
  }
}
