package org.visavis.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Handles;
import org.visavis.routing.Lease;
import org.visavis.routing.Waitlist;
import org.visavis.routing.WaitlistEntry;
import org.visavis.routing.WaitlistStanding;
import org.visavis.routing.WaitlistToken;
import org.visavis.web.guard.RateLimit;
import org.visavis.web.pages.Cards;
import org.visavis.web.pages.ErrorView;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Page;
import org.visavis.web.pages.PageServlet;
import org.visavis.web.pages.PersonCard;
import org.visavis.web.portal.WaitlistView.Step;
import org.visavis.web.wiring.Transactions;

/**
 * "Tell me when this person is free": asks for an address, has its owner confirm it, and lets him
 * or her take it back. A mail program that opens links confirms nothing: that takes a button.
 */
@WebServlet(urlPatterns = {"/de/waitlist/*", "/en/waitlist/*"})
public final class WaitlistServlet extends PageServlet {

  @Serial private static final long serialVersionUID = 1L;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final String ASKED = "asked";
  private static final String WITHDRAWN = "withdrawn";

  @Inject private transient Waitlist waitlist;
  @Inject private transient WaitlistDoor door;
  @Inject private transient Transactions transactions;
  @Inject private transient Cards cards;
  @Inject private transient Handles handles;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Page page = page(request);
    String name = segment(request, 0).orElse("");
    Optional<WaitlistToken> token = Ids.read(name, WaitlistToken::of);
    if (token.isPresent() && segment(request, 1).isPresent()) {
      // Where a form was sent from; whoever reloads it wants the page.
      seeOther(request, response, "/waitlist/" + name);
    } else if (name.isEmpty()) {
      seeOther(request, response, "/people");
    } else if (name.equals(ASKED)) {
      send(response, HttpServletResponse.SC_OK, page, WaitlistView.of(Step.ASKED));
    } else if (name.equals(WITHDRAWN)) {
      send(response, HttpServletResponse.SC_OK, page, WaitlistView.of(Step.WITHDRAWN));
    } else {
      show(
          response,
          page,
          token
              .map(known -> transactions.call(() -> waitlist.standing(known)))
              .orElseGet(WaitlistStanding.Gone::new));
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String name = segment(request, 0).orElse("");
    Optional<WaitlistToken> token = Ids.read(name, WaitlistToken::of);
    String action = segment(request, 1).orElse("");
    if (name.isEmpty()) {
      join(request, response);
    } else if (token.isPresent() && action.equals("confirm")) {
      confirm(request, response, token.get());
    } else if (token.isPresent() && action.equals("withdraw")) {
      transactions.run(() -> waitlist.withdraw(token.get()));
      seeOther(request, response, "/waitlist/" + WITHDRAWN);
    } else {
      show(response, page(request), new WaitlistStanding.Gone());
    }
  }

  private void join(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Duration wait = door.count(request.getRemoteAddr());
    if (!wait.isZero()) {
      response.setHeader("Retry-After", RateLimit.retryAfter(wait));
      response.sendError(TOO_MANY_REQUESTS);
      return;
    }
    Page page = page(request);
    Optional<EmployeeId> employee = Ids.employee(field(request, "to"), handles);
    Optional<Channel> channel = Ids.channel(field(request, "channel"));
    if (employee.isEmpty() || channel.isEmpty()) {
      int status = HttpServletResponse.SC_BAD_REQUEST;
      send(response, status, page, ErrorView.of(status));
      return;
    }
    Optional<PersonCard> person = cards.find(employee.get(), page.language());
    if (person.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String address = field(request, "address");
    if (!RequestInput.isAddress(address)) {
      send(
          response,
          UNPROCESSABLE,
          page,
          new WaitlistView(
              Step.ASK,
              "",
              person.get().id(),
              Optional.of(person.get().name()),
              Cards.channel(channel.get()),
              Optional.empty(),
              address,
              List.of(FieldError.of("address", "error.email"))));
    } else if (door.join(employee.get(), channel.get(), address, RequestForms.language(page))) {
      seeOther(request, response, "/waitlist/" + ASKED);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private void confirm(
      HttpServletRequest request, HttpServletResponse response, WaitlistToken token)
      throws IOException {
    WaitlistStanding standing = transactions.call(() -> waitlist.confirm(token));
    if (standing instanceof WaitlistStanding.Free free) {
      seeOther(request, response, place(free.lease(), handles));
    } else if (standing instanceof WaitlistStanding.Waiting) {
      seeOther(request, response, "/waitlist/" + token.value());
    } else {
      show(response, page(request), standing);
    }
  }

  /** Answers the address, after the language, of the form for which a lease holds room. */
  public static String place(Lease lease, Handles handles) {
    return "/request/" + Place.of(lease).segment(handles);
  }

  private void show(HttpServletResponse response, Page page, WaitlistStanding standing)
      throws IOException {
    if (standing instanceof WaitlistStanding.Waiting waiting) {
      send(response, HttpServletResponse.SC_OK, page, view(waiting.entry(), page));
    } else {
      send(response, HttpServletResponse.SC_NOT_FOUND, page, WaitlistView.of(Step.GONE));
    }
  }

  /** Whoever is hidden now is not named, as somebody would not be who does not exist any more. */
  private WaitlistView view(WaitlistEntry entry, Page page) {
    return new WaitlistView(
        entry.isConfirmed() ? Step.WAITING : Step.CONFIRM,
        entry.token().value(),
        "",
        cards.find(entry.employee(), page.language()).map(PersonCard::name),
        Cards.channel(entry.channel()),
        Optional.of(entry.until()),
        "",
        List.of());
  }
}
