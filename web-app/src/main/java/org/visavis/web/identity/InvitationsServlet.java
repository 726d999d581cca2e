package org.visavis.web.identity;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.PeopleQuery;
import org.visavis.web.identity.InvitationsView.Invitation;
import org.visavis.web.identity.InvitationsView.Person;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Language;
import org.visavis.web.pages.Page;
import org.visavis.web.pages.PageServlet;
import org.visavis.web.pages.Phrase;

/**
 * Invites people to their workspace. The link stands in the answer to the form and nowhere else:
 * only its digest is kept. Loading that answer again makes a new link and ends the one before.
 */
@WebServlet(urlPatterns = {"/de/admin/invitations", "/en/admin/invitations"})
public final class InvitationsServlet extends PageServlet {

  @Serial private static final long serialVersionUID = 1L;
  private static final int MOST_LISTED = 20;

  @Inject private transient Invitations invitations;
  @Inject private transient Accounts accounts;
  @Inject private transient Directory directory;
  @Inject private transient Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    show(request, response, HttpServletResponse.SC_OK, Optional.empty(), List.of());
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Employee> person = find(field(request, "person"));
    Optional<Invitation> invitation = person.flatMap(found -> invite(found, page(request)));
    if (invitation.isPresent()) {
      show(request, response, HttpServletResponse.SC_OK, invitation, List.of());
    } else {
      FieldError error =
          person
              .map(taken -> new FieldError("q", Phrase.of("invitations.taken", user(taken))))
              .orElseGet(() -> FieldError.of("q", "invitations.unknown"));
      show(request, response, UNPROCESSABLE, Optional.empty(), List.of(error));
    }
  }

  private Optional<Invitation> invite(Employee person, Page page) {
    return invitations
        .invite(person.id())
        .map(
            secret ->
                new Invitation(
                    person.displayName(),
                    user(person),
                    page.absolute(
                        "/" + language(person, page).tag() + "/welcome/" + secret.value()),
                    clock.instant().plus(Invitations.EMPLOYEE_LIFETIME)));
  }

  private void show(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      Optional<Invitation> invitation,
      List<FieldError> errors)
      throws IOException {
    Page page = page(request);
    String q = field(request, "q");
    Set<EmployeeId> owners = accounts.owners();
    Collection<Employee> found = q.isEmpty() ? without(owners) : found(q);
    send(
        response,
        status,
        page,
        new InvitationsView(
            q,
            directory.everybody().isEmpty(),
            found.stream()
                .limit(MOST_LISTED)
                .map(person -> shown(person, owners.contains(person.id()), page.language()))
                .toList(),
            found.size(),
            invitation,
            errors));
  }

  /** Those whom nobody has let in yet, by name. */
  private List<Employee> without(Set<EmployeeId> owners) {
    return directory.everybody().stream()
        .filter(person -> !owners.contains(person.id()))
        .sorted(Comparator.comparing(Employee::familyName).thenComparing(Employee::displayName))
        .toList();
  }

  /** The one with exactly that id comes first. */
  private Collection<Employee> found(String q) {
    Map<EmployeeId, Employee> people = new LinkedHashMap<>();
    find(q).ifPresent(person -> people.put(person.id(), person));
    directory
        .search(PeopleQuery.everybody().text(q).page(0, PeopleQuery.MAX_LIMIT), id -> true)
        .matches()
        .forEach(
            match -> people.put(match.profile().id(), directory.require(match.profile().id())));
    directory.everybody().stream()
        .filter(person -> isCalled(person, q))
        .forEach(person -> people.put(person.id(), person));
    return people.values();
  }

  /** The search knows nothing of names that are withheld; the administrator does. */
  private static boolean isCalled(Employee person, String q) {
    return person.displayName().toLowerCase(Locale.ROOT).contains(q.toLowerCase(Locale.ROOT));
  }

  private Optional<Employee> find(String typed) {
    try {
      return directory.find(EmployeeId.of(typed));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Person shown(Employee person, boolean hasAccount, Language language) {
    return new Person(
        person.id().value(),
        person.displayName(),
        person.title().text(language.locale()),
        hasAccount);
  }

  /**
   * The person reads the link's page: in the first language that both know, else in the reader's.
   */
  private static Language language(Employee person, Page page) {
    return person.languages().stream()
        .map(Locale::getLanguage)
        .map(Language::find)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(page.language());
  }

  private static String user(Employee person) {
    return AccountName.from(person.id().value()).value();
  }
}
