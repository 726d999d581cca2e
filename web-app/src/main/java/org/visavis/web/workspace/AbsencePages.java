package org.visavis.web.workspace;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Profile;
import org.visavis.presence.Absence;
import org.visavis.presence.Deputy;
import org.visavis.presence.DeputyRequest;
import org.visavis.presence.Presence;
import org.visavis.web.pages.Cards;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Language;
import org.visavis.web.pages.Page;
import org.visavis.web.pages.Phrase;
import org.visavis.web.pages.Portrait;
import org.visavis.web.workspace.AbsencesView.Asked;
import org.visavis.web.workspace.AbsencesView.Colleague;
import org.visavis.web.workspace.AbsencesView.Planned;

/** Puts the page of the own absences together. Thread-safe. */
@Dependent
class AbsencePages {

  @Inject private Presence presence;
  @Inject private Colleagues colleagues;

  /** Answers the page with the form for a new absence, or for the one that is to be changed. */
  AbsencesView of(Employee employee, Page page, String changed) {
    AbsenceForm form =
        find(employee, changed)
            .map(
                absence ->
                    AbsenceForm.of(
                        absence,
                        absence.deputy().map(own -> name(own.employee(), page)).orElse(""),
                        page.language()))
            .orElseGet(AbsenceForm::empty);
    return of(employee, page, form, List.of(), List.of());
  }

  AbsencesView of(
      Employee employee,
      Page page,
      AbsenceForm form,
      List<Profile> choices,
      List<FieldError> errors) {
    return new AbsencesView(
        presence.settings(employee.id()).absences().stream()
            .filter(absence -> absence.over().isAfter(page.now()))
            .map(absence -> planned(absence, page))
            .toList(),
        presence.deputyRequests(employee.id()).stream().map(asked -> asked(asked, page)).toList(),
        form,
        choices.stream().map(one -> choice(one, page.language())).toList(),
        employee.timeZone().getId(),
        errors);
  }

  Optional<Absence> find(Employee employee, String id) {
    return presence.settings(employee.id()).absences().stream()
        .filter(absence -> absence.id().value().equals(id))
        .findFirst();
  }

  private static Colleague choice(Profile profile, Language language) {
    String title = profile.title().text(language.locale());
    return new Colleague(
        profile.id().value(),
        title.isEmpty() ? profile.displayName() : profile.displayName() + ", " + title);
  }

  private Planned planned(Absence absence, Page page) {
    String percents =
        absence.ramp().percents().stream()
            .map(percent -> percent + " %")
            .collect(Collectors.joining(", "));
    return new Planned(
        absence.id().value(),
        absence.kind().code(),
        time(absence, page),
        absence.note().text(page.language().locale()),
        absence.notePublic(),
        absence
            .deputy()
            .map(deputy -> deputy(deputy, page))
            .orElse(Phrase.of("absence.deputy.none")),
        percents.isEmpty()
            ? Phrase.of("absence.ramp.none")
            : Phrase.of("absence.ramp.days", percents));
  }

  private Phrase deputy(Deputy deputy, Page page) {
    return Phrase.of(
        deputy.agreed() ? "absence.deputy.agreed" : "absence.deputy.asked",
        name(deputy.employee(), page));
  }

  /** Whole days are said as days, and what is asked of a deputy as it is: with its instants. */
  private static Phrase time(Absence absence, Page page) {
    ZonedDateTime start = absence.start().atZone(absence.zone());
    ZonedDateTime end = absence.end().atZone(absence.zone());
    boolean wholeDays =
        start.equals(start.toLocalDate().atStartOfDay(absence.zone()))
            && end.equals(end.toLocalDate().atStartOfDay(absence.zone()));
    if (!wholeDays) {
      return Phrase.of("absence.time", absence.start(), absence.end());
    }
    String first = page.texts().weekday(start.toLocalDate(), page.now());
    String last = page.texts().weekday(end.toLocalDate().minusDays(1), page.now());
    return first.equals(last)
        ? Phrase.of("absence.day", first)
        : Phrase.of("absence.days", first, last);
  }

  private Asked asked(DeputyRequest request, Page page) {
    String name = name(request.absent(), page);
    Portrait face =
        colleagues
            .shown(request.absent())
            .map(Cards::portrait)
            .orElseGet(() -> Portrait.of(request.absent().value(), name, ""));
    return new Asked(
        request.absent().value(),
        request.absence().value(),
        name,
        face,
        askedTime(request, page),
        request.agreed());
  }

  private Phrase askedTime(DeputyRequest request, Page page) {
    return presence.settings(request.absent()).absence(request.absence()).stream()
        .map(absence -> time(absence, page))
        .findFirst()
        .orElse(Phrase.of("absence.time", request.start(), request.end()));
  }

  private String name(EmployeeId id, Page page) {
    return colleagues.known(id).map(Profile::displayName).orElse(page.t("person.former"));
  }
}
