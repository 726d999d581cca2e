package org.visavis.web.workspace;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.Employee;
import org.visavis.presence.AppearanceRule;
import org.visavis.presence.PresenceSettings;
import org.visavis.presence.Reachability;
import org.visavis.presence.RuleScope;
import org.visavis.web.pages.Cards;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Page;
import org.visavis.web.pages.Phrase;
import org.visavis.web.workspace.AppearanceView.RuleRow;

/** When the employee appears: to whom, on which channels, and what that would look like. */
@WebServlet(
    urlPatterns = {"/de/workspace/presence/appearance", "/en/workspace/presence/appearance"})
public final class AppearanceServlet extends OwnPageServlet {

  @Serial private static final long serialVersionUID = 1L;
  private static final String PATH = PresenceTab.APPEARANCE.path();

  @Override
  void get(HttpServletRequest request, HttpServletResponse response, Employee employee)
      throws IOException {
    RuleScope scope = scope(request, employee);
    Page page = saying(request, "appearance.done.", Set.of("set"));
    AppearanceForm form = form(presence().settings(employee.id()), scope);
    show(
        response,
        HttpServletResponse.SC_OK,
        page,
        employee,
        scope,
        form,
        Optional.empty(),
        List.of());
  }

  @Override
  void post(HttpServletRequest request, HttpServletResponse response, Employee employee)
      throws IOException {
    RuleScope scope = scope(request, employee);
    AppearanceForm form = AppearanceForm.from(request);
    int largest = presence().guardrails().largest();
    List<FieldError> errors =
        form.inherits() && isForEverything(scope)
            ? List.of(FieldError.of("rule", "error.rule"))
            : form.errors(largest);
    if (!errors.isEmpty()) {
      show(response, UNPROCESSABLE, page(request), employee, scope, form, Optional.empty(), errors);
      return;
    }
    AppearanceRule before = holding(presence().settings(employee.id()), scope);
    Optional<AppearanceRule> rule =
        form.inherits() ? Optional.empty() : Optional.of(form.toRule(before, largest));
    if (field(request, "step").equals("preview")) {
      Page page = page(request);
      Reachability seen =
          presence()
              .preview(employee.id(), scope.audience(), settings -> settings.withRule(scope, rule));
      show(
          response,
          HttpServletResponse.SC_OK,
          page,
          employee,
          scope,
          form,
          Optional.of(Sights.of(employee, scope.audience(), seen, page.language())),
          List.of());
    } else {
      transactions().run(() -> presence().setRule(employee.id(), scope, rule));
      seeOther(
          request,
          response,
          PATH
              + "?audience="
              + scope.audience().code()
              + scope.channel().map(channel -> "&channel=" + channel.code()).orElse("")
              + "&done=set");
    }
  }

  private static boolean isForEverything(RuleScope scope) {
    return scope.equals(RuleScope.of(Audience.PUBLIC));
  }

  /** Answers whom the form is for; what is nobody's word is the public, as a whole. */
  private static RuleScope scope(HttpServletRequest request, Employee employee) {
    String audience = field(request, "audience");
    String channel = field(request, "channel");
    return new RuleScope(
        Arrays.stream(Audience.values())
            .filter(each -> each.code().equals(audience))
            .findFirst()
            .orElse(Audience.PUBLIC),
        employee.channels().keySet().stream()
            .filter(each -> each.code().equals(channel))
            .findFirst());
  }

  private static AppearanceForm form(PresenceSettings settings, RuleScope scope) {
    return Optional.ofNullable(settings.rules().get(scope))
        .map(AppearanceForm::of)
        .orElseGet(() -> AppearanceForm.inherited(holding(settings, scope)));
  }

  /** Answers the rule that holds where there is none of its own. */
  private static AppearanceRule holding(PresenceSettings settings, RuleScope scope) {
    return scope
        .channel()
        .flatMap(channel -> settings.rule(scope.audience(), channel))
        .orElseGet(() -> settings.rule(scope.audience()));
  }

  private void show(
      HttpServletResponse response,
      int status,
      Page page,
      Employee employee,
      RuleScope scope,
      AppearanceForm form,
      Optional<SeenAs> preview,
      List<FieldError> errors)
      throws IOException {
    PresenceSettings settings = presence().settings(employee.id());
    send(
        response,
        status,
        page,
        new AppearanceView(
            settings.rules().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(rule -> row(rule.getKey(), rule.getValue()))
                .toList(),
            Arrays.stream(Audience.values()).map(Audience::code).toList(),
            employee.channels().keySet().stream().sorted().map(Cards::channel).toList(),
            scope.audience().code(),
            scope.channel().map(Channel::code).orElse(""),
            !isForEverything(scope),
            form,
            presence().guardrails().largest(),
            settings.limit(),
            preview,
            errors));
  }

  private static RuleRow row(RuleScope scope, AppearanceRule rule) {
    String mode = rule.mode().code();
    Phrase atLimit = Phrase.of("workspace.at-limit." + rule.atLimit().code());
    return new RuleRow(
        scope.audience().code(),
        scope.channel().map(Channel::code).orElse(""),
        switch (rule.mode()) {
          case BY_LOAD ->
              Phrase.of(
                  "appearance.rule.by-load",
                  rule.hideAt(),
                  rule.showAgainAt(),
                  rule.dwell().toMinutes(),
                  atLimit);
          case ALWAYS, HIDDEN -> Phrase.of("workspace.rule." + mode);
        });
  }
}
