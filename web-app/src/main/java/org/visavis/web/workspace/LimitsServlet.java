package org.visavis.web.workspace;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.Employee;
import org.visavis.presence.Guardrails;
import org.visavis.presence.PresenceSettings;
import org.visavis.presence.Reason;
import org.visavis.presence.Share;
import org.visavis.presence.Workload;
import org.visavis.web.pages.Cards;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Page;
import org.visavis.web.pages.Phrase;

/** How much the employee takes on, on the whole, for a while, and on each channel. */
@WebServlet(urlPatterns = {"/de/workspace/presence/limits/*", "/en/workspace/presence/limits/*"})
public final class LimitsServlet extends OwnPageServlet {

  @Serial private static final long serialVersionUID = 1L;
  private static final String PATH = PresenceTab.LIMITS.path();
  private static final Set<String> DONE = Set.of("limit", "share", "full", "channels");

  @Override
  void get(HttpServletRequest request, HttpServletResponse response, Employee employee)
      throws IOException {
    if (form(request).isEmpty()) {
      Page page = saying(request, "limits.done.", DONE);
      show(response, HttpServletResponse.SC_OK, page, employee, Typed.nothing());
    } else {
      // A form that came back with mistakes, in another language or loaded again.
      seeOther(request, response, PATH);
    }
  }

  @Override
  void post(HttpServletRequest request, HttpServletResponse response, Employee employee)
      throws IOException {
    switch (form(request)) {
      case "" -> answer(request, response, employee, setLimit(request, employee), "limit");
      case "share" -> {
        boolean clear = !field(request, "clear").isEmpty();
        Typed typed = clear ? clearShare(employee) : setShare(request, employee);
        answer(request, response, employee, typed, clear ? "full" : "share");
      }
      case "channels" ->
          answer(request, response, employee, setChannels(request, employee), "channels");
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private Typed setLimit(HttpServletRequest request, Employee employee) {
    LimitForm form = new LimitForm(field(request, "limit"));
    List<FieldError> errors = form.errors(presence().guardrails());
    if (errors.isEmpty()) {
      transactions().run(() -> presence().setLimit(employee.id(), form.points()));
    }
    return Typed.nothing().with(form, errors);
  }

  private Typed setShare(HttpServletRequest request, Employee employee) {
    ShareForm form =
        new ShareForm(
            field(request, "percent"), field(request, "shareEnd"), field(request, "shareDay"));
    Instant now = clock().instant();
    List<FieldError> errors = form.errors(now, employee.timeZone());
    if (errors.isEmpty()) {
      Share share = form.toShare(now, employee.timeZone());
      transactions().run(() -> presence().setShare(employee.id(), Optional.of(share)));
    }
    return Typed.nothing().with(form, errors);
  }

  private Typed clearShare(Employee employee) {
    transactions().run(() -> presence().setShare(employee.id(), Optional.empty()));
    return Typed.nothing();
  }

  private Typed setChannels(HttpServletRequest request, Employee employee) {
    Map<String, String> points = new LinkedHashMap<>();
    for (Channel channel : Channel.values()) {
      String typed = field(request, "limit-" + channel.code());
      if (!typed.isEmpty()) {
        points.put(channel.code(), typed);
      }
    }
    ChannelLimitsForm form = new ChannelLimitsForm(points);
    List<FieldError> errors = form.errors();
    if (errors.isEmpty()) {
      transactions()
          .run(
              () -> {
                for (Channel channel : employee.channels().keySet()) {
                  presence().setChannelLimit(employee.id(), channel, form.of(channel));
                }
              });
    }
    return Typed.nothing().with(form, errors);
  }

  private void answer(
      HttpServletRequest request,
      HttpServletResponse response,
      Employee employee,
      Typed typed,
      String done)
      throws IOException {
    if (typed.errors().isEmpty()) {
      seeOther(request, response, PATH + "?done=" + done);
    } else {
      show(response, UNPROCESSABLE, page(request), employee, typed);
    }
  }

  private void show(
      HttpServletResponse response, int status, Page page, Employee employee, Typed typed)
      throws IOException {
    PresenceSettings settings = presence().settings(employee.id());
    Workload workload = presence().workload(employee.id());
    Guardrails guardrails = presence().guardrails();
    Optional<Share> share = settings.share().filter(set -> set.until().isAfter(clock().instant()));
    send(
        response,
        status,
        page,
        new LimitsView(
            settings.limit(),
            workload.limit(),
            workload.taken(),
            lowered(employee),
            guardrails.smallest(),
            guardrails.largest(),
            typed.limit().orElseGet(() -> new LimitForm(Integer.toString(settings.limit()))),
            typed.share().orElseGet(() -> share.map(LimitsServlet::form).orElse(ShareForm.usual())),
            share.isPresent(),
            employee.channels().keySet().stream().sorted().map(Cards::channel).toList(),
            typed.channels().orElseGet(() -> ChannelLimitsForm.of(settings)),
            typed.errors()));
  }

  private static ShareForm form(Share share) {
    return new ShareForm(Integer.toString(share.percent()), "today", "");
  }

  private Optional<Phrase> lowered(Employee employee) {
    return presence().reachability(employee.id(), Audience.PUBLIC).reasons().stream()
        .filter(
            reason ->
                reason instanceof Reason.ShareOfLimit || reason instanceof Reason.RampAfterAbsence)
        .map(reason -> Explanations.sentence(reason, true))
        .findFirst();
  }

  /**
   * What was typed into one of the forms and could not be taken.
   *
   * @param errors why not
   */
  private record Typed(
      Optional<LimitForm> limit,
      Optional<ShareForm> share,
      Optional<ChannelLimitsForm> channels,
      List<FieldError> errors) {

    static Typed nothing() {
      return new Typed(Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    Typed with(LimitForm form, List<FieldError> errors) {
      return new Typed(Optional.of(form), share, channels, errors);
    }

    Typed with(ShareForm form, List<FieldError> errors) {
      return new Typed(limit, Optional.of(form), channels, errors);
    }

    Typed with(ChannelLimitsForm form, List<FieldError> errors) {
      return new Typed(limit, share, Optional.of(form), errors);
    }
  }
}
