package org.visavis.web.demo;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.List;
import org.visavis.directory.Directory;
import org.visavis.directory.EmployeeId;
import org.visavis.web.identity.DemoAccounts;
import org.visavis.web.identity.DemoHints;
import org.visavis.web.identity.SignInView.DemoAccount;
import org.visavis.web.pages.Language;
import org.visavis.web.wiring.Settings;

/** Says where to look and with which names to sign in: on the console and on the sign-in page. */
@ApplicationScoped
class DemoWelcome implements DemoHints {

  /** People with full hands, each in another way. */
  private static final List<EmployeeId> INVITING =
      List.of(
          EmployeeId.of("anna.brandt"),
          EmployeeId.of("philipp.roessler"),
          EmployeeId.of("sinead.gallagher"));

  @Inject private DemoStart start;
  @Inject private Directory directory;

  /** Plain ASCII, because nobody knows what the console of a stranger can show. */
  void greet(
      @Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) Startup startup, Settings settings) {
    if (!settings.demo()) {
      say("Visavis listens at " + settings.baseUrl());
    } else if (!start.isRunning()) {
      say(
          "Visavis listens at "
              + settings.baseUrl()
              + "\n  The demonstration was not loaded: this database belongs to somebody else.");
    } else {
      say(welcome(settings.baseUrl()));
    }
  }

  @Override
  public List<DemoAccount> accounts(Language language) {
    if (!start.isRunning()) {
      return List.of();
    }
    List<DemoAccount> accounts = new ArrayList<>();
    INVITING.stream()
        .flatMap(id -> directory.find(id).stream())
        .map(
            one ->
                new DemoAccount(
                    DemoAccounts.name(one), one.displayName(), one.title().text(language.locale())))
        .forEach(accounts::add);
    accounts.add(
        new DemoAccount(
            DemoAccounts.ADMINISTRATOR,
            language == Language.DE ? "Verwaltung" : "Administration",
            ""));
    return accounts;
  }

  @Override
  public String password() {
    return start.isRunning() ? DemoAccounts.PASSWORD : "";
  }

  private String welcome(String url) {
    String names =
        String.join(
            ", ",
            INVITING.stream()
                .flatMap(id -> directory.find(id).stream())
                .map(DemoAccounts::name)
                .toList());
    return """
        The Visavis demonstration is running. Look here:

            people          %1$s/en/people
            workspace       %1$s/en/workspace   as %2$s
            administration  %1$s/en/admin       as %3$s
            mails           %1$s/en/demo/mail

          The password of them all: %4$s
          Ctrl-C ends it. What happened stays, and is there at the next start."""
        .formatted(url, names, DemoAccounts.ADMINISTRATOR, DemoAccounts.PASSWORD);
  }

  private static void say(String words) {
    System.out.println("\n  " + words + "\n");
  }
}
