package org.visavis.web.workspace;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Set;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Asked;
import org.visavis.routing.Request;
import org.visavis.routing.RequestId;
import org.visavis.routing.Routing;
import org.visavis.routing.Step;
import org.visavis.routing.TimelineEvent;
import org.visavis.routing.UnknownRequestException;
import org.visavis.web.identity.Identity;
import org.visavis.web.pages.Cards;
import org.visavis.web.pages.Page;
import org.visavis.web.pages.PageServlet;
import org.visavis.web.pages.Phrase;
import org.visavis.web.wiring.Transactions;

/** What colleagues ask an employee, and the answers: yes or no. */
@WebServlet(
    urlPatterns = {
      "/de/workspace/asked",
      "/en/workspace/asked",
      "/de/workspace/asked/*",
      "/en/workspace/asked/*"
    })
public final class AskedServlet extends PageServlet {

  @Serial private static final long serialVersionUID = 1L;
  private static final Set<String> DONE = Set.of("agree", "refuse", "late");

  @Inject private transient Identity identity;
  @Inject private transient Routing routing;
  @Inject private transient Transactions transactions;
  @Inject private transient Cards cards;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String done = field(request, "done");
    Page page =
        DONE.contains(done) ? page(request).saying(Phrase.of("asked.done." + done)) : page(request);
    EmployeeId me = identity.requireEmployee();
    AskedView view =
        transactions.call(
            () ->
                new AskedView(routing.asked(me).stream().map(one -> question(one, page)).toList()));
    send(response, HttpServletResponse.SC_OK, page, view);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String verb = segment(request, 1).orElse("");
    if (!verb.equals("agree") && !verb.equals("refuse")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    EmployeeId me = identity.requireEmployee();
    try {
      RequestId id = RequestId.from(segment(request, 0).orElse(""));
      Step step =
          transactions.call(
              () -> verb.equals("agree") ? routing.agree(me, id) : routing.refuse(me, id, ""));
      boolean taken = step instanceof Step.Taken;
      boolean mine = taken && routingFinds(me, id);
      seeOther(
          request,
          response,
          mine
              ? "/workspace/requests/" + id + "?done=accept"
              : "/workspace/asked?done=" + (taken ? verb : "late"));
    } catch (UnknownRequestException | IllegalArgumentException e) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  /** Whether the request is the employee's now: it was handed over. */
  private boolean routingFinds(EmployeeId me, RequestId id) {
    return transactions.call(() -> routing.find(me, id)).isPresent();
  }

  private AskedView.Question question(Request request, Page page) {
    String words =
        request.timeline().stream()
            .filter(event -> event.kind() == TimelineEvent.Kind.ASKED)
            .reduce((earlier, later) -> later)
            .map(TimelineEvent::text)
            .orElse("");
    return new AskedView.Question(
        request.id().toString(),
        request.asked().map(Asked::purpose).map(Asked.Purpose::code).orElse(""),
        cards.name(request.employee(), page.texts()),
        words,
        request.subject(),
        Cards.channel(request.channel()),
        request.message(),
        request.receivedAt());
  }
}
