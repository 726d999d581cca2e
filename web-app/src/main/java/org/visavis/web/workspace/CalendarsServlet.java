package org.visavis.web.workspace;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.CalendarId;
import org.visavis.presence.CalendarSubscription;
import org.visavis.presence.calendar.CalendarReader;
import org.visavis.presence.calendar.CalendarRefusal;
import org.visavis.web.guard.BodyLimit;
import org.visavis.web.jobs.CalendarRefusedException;
import org.visavis.web.jobs.Calendars;
import org.visavis.web.jobs.TooManyReadingsException;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Page;
import org.visavis.web.pages.Phrase;

/** The calendars that say when the employee is busy. */
@WebServlet(
    urlPatterns = {"/de/workspace/presence/calendars/*", "/en/workspace/presence/calendars/*"})
@MultipartConfig(
    maxFileSize = BodyLimit.FILES,
    maxRequestSize = BodyLimit.FILES,
    // In memory: what stands in a calendar leaves no copy on the disk.
    fileSizeThreshold = (int) BodyLimit.FILES)
public final class CalendarsServlet extends OwnPageServlet {

  @Serial private static final long serialVersionUID = 1L;
  private static final String PATH = PresenceTab.CALENDARS.path();
  private static final Set<String> DONE = Set.of("set", "unread", "removed");

  @Inject private transient Calendars calendars;
  @Inject private transient CalendarPages pages;

  @Override
  void get(HttpServletRequest request, HttpServletResponse response, Employee employee)
      throws IOException {
    if (form(request).isEmpty()) {
      Page page = saying(request, "calendar.done.", DONE);
      CalendarForm form =
          find(employee, field(request, "change"))
              .map(CalendarForm::of)
              .orElseGet(CalendarForm::empty);
      send(response, HttpServletResponse.SC_OK, page, pages.of(employee, page, form, List.of()));
    } else {
      // A form that came back with mistakes, in another language or loaded again.
      seeOther(request, response, PATH);
    }
  }

  @Override
  void post(HttpServletRequest request, HttpServletResponse response, Employee employee)
      throws IOException {
    switch (form(request)) {
      case "" -> bringIn(request, response, employee);
      case "reading" -> readAgain(request, response, employee);
      case "removal" -> {
        find(employee, field(request, "id"))
            .ifPresent(calendar -> calendars.remove(employee.id(), calendar.calendar()));
        seeOther(request, response, PATH + "?done=removed");
      }
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private void bringIn(HttpServletRequest request, HttpServletResponse response, Employee employee)
      throws IOException {
    Optional<byte[]> file;
    try {
      file = file(request, CalendarReader.MAX_BYTES);
    } catch (IllegalStateException tooLarge) {
      FieldError error = problem("file", CalendarRefusal.TOO_LARGE.code());
      wrong(request, response, employee, CalendarForm.empty(), List.of(error));
      return;
    }
    CalendarForm form = CalendarForm.from(request);
    Optional<CalendarSubscription> before = find(employee, form.id());
    List<FieldError> errors = errors(employee, form, before, file);
    if (!errors.isEmpty()) {
      wrong(request, response, employee, form, errors);
      return;
    }
    CalendarId id = before.map(CalendarSubscription::calendar).orElseGet(() -> fresh(employee));
    try {
      CalendarSubscription calendar = calendars.subscribe(employee.id(), form.toCalendar(id));
      if (file.isPresent()) {
        calendar = upload(employee.id(), id, file.get(), before.isEmpty()).orElse(calendar);
      }
      answer(request, response, calendar);
    } catch (CalendarRefusedException refused) {
      String where = file.isPresent() ? "file" : "address";
      wrong(request, response, employee, form, List.of(problem(where, refused.code())));
    } catch (TooManyReadingsException tooMany) {
      wrong(request, response, employee, form, List.of(tooOften(tooMany)));
    }
  }

  /** Answers what is wrong before anything is read. */
  private List<FieldError> errors(
      Employee employee,
      CalendarForm form,
      Optional<CalendarSubscription> before,
      Optional<byte[]> file) {
    List<FieldError> errors = form.errors();
    if (file.isPresent() && !form.address().isEmpty()) {
      errors.add(FieldError.of("file", "error.calendar-both"));
    } else if (file.isEmpty() && form.address().isEmpty() && before.isEmpty()) {
      errors.add(FieldError.of("address", "error.calendar-source"));
    }
    if (before.isEmpty()
        && calendars.of(employee.id()).size() >= CalendarSubscription.MAX_CALENDARS) {
      errors.add(
          new FieldError("name", Phrase.of("error.too-many", CalendarSubscription.MAX_CALENDARS)));
    }
    return errors;
  }

  /** A new calendar whose file is not taken leaves nothing behind. */
  private Optional<CalendarSubscription> upload(
      EmployeeId me, CalendarId id, byte[] file, boolean isNew) {
    try {
      return calendars.upload(me, id, new ByteArrayInputStream(file));
    } catch (CalendarRefusedException | TooManyReadingsException refused) {
      if (isNew) {
        calendars.remove(me, id);
      }
      throw refused;
    }
  }

  private void readAgain(
      HttpServletRequest request, HttpServletResponse response, Employee employee)
      throws IOException {
    Optional<CalendarSubscription> calendar = find(employee, field(request, "id"));
    try {
      Optional<CalendarSubscription> read =
          calendar.flatMap(known -> calendars.refresh(employee.id(), known.calendar()));
      if (read.isPresent()) {
        answer(request, response, read.get());
      } else {
        seeOther(request, response, PATH);
      }
    } catch (TooManyReadingsException tooMany) {
      wrong(request, response, employee, CalendarForm.empty(), List.of(tooOften(tooMany)));
    }
  }

  private static void answer(
      HttpServletRequest request, HttpServletResponse response, CalendarSubscription calendar) {
    boolean read = calendar.lastError().isEmpty();
    seeOther(request, response, PATH + "?done=" + (read ? "set" : "unread"));
  }

  private static FieldError problem(String field, String code) {
    return FieldError.of(field, "calendar.error." + code);
  }

  private static FieldError tooOften(TooManyReadingsException tooMany) {
    return new FieldError(
        "address", Phrase.of("error.calendar-often", tooMany.waitFor().toSeconds() + 1));
  }

  private Optional<CalendarSubscription> find(Employee employee, String id) {
    return calendars.of(employee.id()).stream()
        .filter(calendar -> calendar.calendar().value().equals(id))
        .findFirst();
  }

  /** Calendars are listed by id: the time as an id keeps them in the order in which they came. */
  private CalendarId fresh(Employee employee) {
    long number = clock().millis();
    while (find(employee, Long.toString(number, Character.MAX_RADIX)).isPresent()) {
      number++;
    }
    return CalendarId.of(Long.toString(number, Character.MAX_RADIX));
  }

  private void wrong(
      HttpServletRequest request,
      HttpServletResponse response,
      Employee employee,
      CalendarForm form,
      List<FieldError> errors)
      throws IOException {
    Page page = page(request);
    send(response, UNPROCESSABLE, page, pages.of(employee, page, form, errors));
  }
}
