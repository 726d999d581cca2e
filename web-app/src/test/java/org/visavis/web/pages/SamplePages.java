package org.visavis.web.pages;

import static org.visavis.web.pages.SampleOrganisation.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.Attribute;
import org.visavis.directory.Audience;
import org.visavis.web.admin.AdminView;
import org.visavis.web.admin.ImportView;
import org.visavis.web.admin.LdapView;
import org.visavis.web.admin.PoliciesView;
import org.visavis.web.identity.InvitationsView;
import org.visavis.web.identity.SignInView;
import org.visavis.web.mail.MailListView;
import org.visavis.web.mail.MailView;
import org.visavis.web.portal.AppointmentFormView;
import org.visavis.web.portal.DepartmentView;
import org.visavis.web.portal.DutyView;
import org.visavis.web.portal.KeptView;
import org.visavis.web.portal.PeopleView;
import org.visavis.web.portal.PersonView;
import org.visavis.web.portal.RefusedView;
import org.visavis.web.portal.RequestFormView;
import org.visavis.web.portal.TimesView;
import org.visavis.web.portal.TrackingView;
import org.visavis.web.portal.WaitlistView;
import org.visavis.web.workspace.AbsenceForm;
import org.visavis.web.workspace.AbsencesView;
import org.visavis.web.workspace.AppearanceForm;
import org.visavis.web.workspace.AppearanceView;
import org.visavis.web.workspace.AppointmentsForm;
import org.visavis.web.workspace.AppointmentsView;
import org.visavis.web.workspace.AskedView;
import org.visavis.web.workspace.CalendarForm;
import org.visavis.web.workspace.CalendarsView;
import org.visavis.web.workspace.CareView;
import org.visavis.web.workspace.ChannelLimitsForm;
import org.visavis.web.workspace.HoursForm;
import org.visavis.web.workspace.HoursView;
import org.visavis.web.workspace.LimitForm;
import org.visavis.web.workspace.LimitsView;
import org.visavis.web.workspace.PresenceView;
import org.visavis.web.workspace.ProfileForm;
import org.visavis.web.workspace.ProfileView;
import org.visavis.web.workspace.SeenAs;
import org.visavis.web.workspace.ShareForm;
import org.visavis.web.workspace.StatusForm;
import org.visavis.web.workspace.WorkspaceView;

/** Every page in every state worth looking at, filled with sample people. */
final class SamplePages {

  private static final Set<Conversation.EventKind> AMONG_COLLEAGUES =
      EnumSet.of(
          Conversation.EventKind.OVERRIDDEN,
          Conversation.EventKind.ASKED,
          Conversation.EventKind.SAID_NO,
          Conversation.EventKind.UNASKED);

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Portrait CUSTOMER = Portrait.of("customer", "Lena Brandt", "");

  private final Language language;
  private final boolean de;

  private SamplePages(Language language) {
    this.language = language;
    this.de = language == Language.DE;
  }

  /** A page with the name under which its preview is kept. */
  record Sample(String name, Page page, View view) {
    @Override
    public String toString() {
      return page.language().tag() + " " + name;
    }
  }

  static List<Sample> all() {
    List<Sample> samples = new ArrayList<>();
    Site site = SampleOrganisation.site();
    for (Language language : Language.values()) {
      SamplePages make = new SamplePages(language);
      Page page = site.page(language, "/people");
      Page greta = page.forUser(new SignedIn("Greta Mayer", true, false));
      Page admin = page.forUser(new SignedIn("Administration", false, true));
      samples.add(new Sample("people", page, make.firstVisit()));
      samples.add(new Sample("people-search", page, make.search()));
      samples.add(new Sample("people-none", page, make.nobody()));
      samples.add(new Sample("department", page, make.department(false)));
      samples.add(new Sample("department-wrong", page, make.department(true)));
      for (DutyView.Step step : DutyView.Step.values()) {
        samples.add(new Sample("duty-" + step.code(), page, make.duty(step)));
      }
      samples.add(new Sample("own-duty", greta, make.ownDuty(true)));
      samples.add(new Sample("own-duty-none", greta, make.ownDuty(false)));
      samples.add(new Sample("admin-duty", admin, make.adminDuty()));
      samples.add(new Sample("admin-policies", admin, make.adminPolicies(List.of())));
      samples.add(
          new Sample(
              "admin-policies-wrong",
              admin,
              make.adminPolicies(
                  List.of(new FieldError("hours-bikes", Phrase.of("error.policy-hours", 400))))));
      for (WaitlistView.Step step : WaitlistView.Step.values()) {
        samples.add(new Sample("waitlist-" + step.code(), page, make.waitlist(step)));
      }
      samples.add(new Sample("times", page, make.times("")));
      samples.add(new Sample("times-moved", page, make.times("k5")));
      samples.add(new Sample("appointment", page, make.appointment(true)));
      samples.add(new Sample("appointment-gone", page, make.appointment(false)));
      samples.add(new Sample("appointments", greta, make.appointments()));
      samples.add(new Sample("person", page, make.person(SampleOrganisation.greta(language))));
      samples.add(new Sample("person-busy", page, make.person(SampleOrganisation.aylin(language))));
      for (RequestFormView.Hold hold : RequestFormView.Hold.values()) {
        samples.add(new Sample("request-" + word(hold), page, make.request(hold)));
      }
      samples.add(new Sample("refused-full", page, make.refused("/en/request/k3")));
      samples.add(new Sample("refused-closed", page, make.refused("")));
      for (KeptView.Reason reason : KeptView.Reason.values()) {
        samples.add(
            new Sample(
                "kept-" + reason.code(),
                page,
                new KeptView(reason, "Zähler", "Guten Tag,\nhallo")));
      }
      for (RequestState state : RequestState.values()) {
        samples.add(new Sample("tracking-" + state.code(), page, make.tracking(state)));
      }
      for (SignInView.Problem problem : SignInView.Problem.values()) {
        samples.add(new Sample("sign-in-" + word(problem), page, make.signIn(problem)));
      }
      samples.add(new Sample("workspace", greta, make.workspace(true, WorkspaceView.Tab.OPEN)));
      samples.add(
          new Sample(
              "workspace-hidden",
              greta.saying(Phrase.of("workspace.done.status")),
              make.workspace(false, WorkspaceView.Tab.RESOLVED)));
      samples.add(new Sample("presence", greta, make.presence()));
      samples.add(new Sample("absences", greta, make.absences(List.of())));
      samples.add(
          new Sample(
              "absences-wrong",
              greta,
              make.absences(
                  List.of(
                      FieldError.of("asked", "error.deputy-several"),
                      FieldError.of("kind", "error.absence-kind"),
                      FieldError.of("last", "error.day"),
                      FieldError.of("from", "error.time"),
                      FieldError.of("deputyId", "error.deputy-several"),
                      new FieldError("ramp", Phrase.of("error.ramp", 20, 10, 100))))));
      samples.add(new Sample("hours", greta, make.hours("every", List.of())));
      samples.add(
          new Sample(
              "hours-rotation",
              greta,
              make.hours(
                  "rotation",
                  List.of(
                      new FieldError(
                          "w2-tue",
                          Phrase.of(
                              "error.times-overlap",
                              Phrase.of("hours.day-in-week", Phrase.of("weekday.tue"), 2))),
                      FieldError.of("from-1", "error.day"),
                      FieldError.of("anchor", "error.day")))));
      samples.add(new Sample("calendars", greta, make.calendars(List.of())));
      samples.add(
          new Sample(
              "calendars-wrong",
              greta,
              make.calendars(
                  List.of(
                      FieldError.of("name", "error.calendar-name"),
                      FieldError.of("address", "calendar.error.inside"),
                      FieldError.of("file", "calendar.error.not-a-calendar"),
                      new FieldError("contains-0", Phrase.of("error.too-long", 100)),
                      FieldError.of("means-1", "error.status")))));
      samples.add(new Sample("limits", greta, make.limits(List.of())));
      samples.add(
          new Sample(
              "limits-wrong",
              greta,
              make.limits(
                  List.of(
                      new FieldError("limit", Phrase.of("error.limit", 1, 12)),
                      new FieldError("percent", Phrase.of("error.limit", 10, 100)),
                      FieldError.of("shareDay", "error.day"),
                      new FieldError("limit-phone", Phrase.of("error.limit", 0, 1000))))));
      samples.add(
          new Sample("appearance", greta, make.appearance("", Optional.empty(), List.of())));
      samples.add(
          new Sample(
              "appearance-preview",
              greta,
              make.appearance("chat", Optional.of(make.seen("colleague", true)), List.of())));
      samples.add(
          new Sample(
              "appearance-wrong",
              greta,
              make.appearance(
                  "", Optional.empty(), List.of(FieldError.of("showAt", "error.thresholds")))));
      samples.add(new Sample("profile", greta, make.profile(List.of())));
      samples.add(
          new Sample(
              "profile-wrong",
              greta,
              make.profile(
                  List.of(
                      FieldError.of("file", "error.portrait.broken"),
                      FieldError.of("photo-disclosure", "error.disclosure"),
                      new FieldError("about-de", Phrase.of("error.too-long", 2000)),
                      new FieldError("languages", Phrase.of("error.language", "Quenya")),
                      new FieldError("links", Phrase.of("error.link", "example")),
                      new FieldError("topics", Phrase.of("error.too-many", 50))))));
      samples.add(new Sample("care", greta, make.care(RequestState.ACCEPTED)));
      samples.add(new Sample("care-open", greta, make.care(RequestState.OPEN)));
      samples.add(new Sample("care-snoozed", greta, make.care(RequestState.SNOOZED)));
      samples.add(new Sample("care-waiting", greta, make.care(RequestState.WAITING)));
      samples.add(new Sample("asked", greta, make.asked()));
      samples.add(new Sample("care-done", greta, make.care(RequestState.RESOLVED)));
      List<RecordView.Line> record =
          List.of(
              new RecordView.Line("card › name › full", "Greta Mayer"),
              new RecordView.Line("consents › photo › disclosedTo", "public"));
      samples.add(
          new Sample("record", greta, new RecordView("Greta Mayer", true, "/greta.json", record)));
      samples.add(
          new Sample(
              "record-admin", admin, new RecordView("Greta Mayer", false, "/greta.json", record)));
      samples.add(new Sample("admin", admin, new AdminView(537, 2, 1214)));
      samples.add(new Sample("import", admin, ImportView.empty()));
      samples.add(new Sample("import-dry", admin, make.imported(true)));
      samples.add(new Sample("import-done", admin, make.imported(false)));
      samples.add(
          new Sample(
              "import-wrong",
              admin,
              new ImportView(
                  Optional.empty(),
                  "",
                  List.of(new FieldError("file", Phrase.of("error.file-headings", "id"))),
                  Optional.empty())));
      samples.add(
          new Sample(
              "import-ldap",
              admin,
              new ImportView(
                  Optional.empty(),
                  "",
                  List.of(new FieldError("ldap", Phrase.of("error.ldap", "connect error"))),
                  make.directoryServer())));
      samples.add(new Sample("invitations", admin, make.invitations(Optional.empty())));
      samples.add(new Sample("invitations-made", admin, make.invitations(make.invitation())));
      samples.add(new Sample("mail-list", page, make.mails()));
      samples.add(new Sample("mail", page, make.mail()));
      for (int status : List.of(400, 403, 404, 409, 413, 429, 500)) {
        samples.add(new Sample("error-" + status, page, ErrorView.of(status)));
      }
    }
    return samples;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private String say(String german, String english) {
    return de ? german : english;
  }

  private List<PeopleView.Facet> departments(boolean selected) {
    return List.of(
        facet("billing", say("Rechnung & Zahlung", "Bills & payments"), 6, selected),
        facet("contracts", say("Vertrag & Umzug", "Contracts & moving house"), 3, false),
        facet("meters", say("Strom, Wärme & Zähler", "Power, heat & meters"), 2, false),
        facet("complaints", say("Beschwerde & Fairness", "Complaints & fairness"), 1, false));
  }

  private PeopleView.Facet facet(String id, String label, long count, boolean selected) {
    return new PeopleView.Facet(
        id, label, count, "/" + language.tag() + "/people?department=" + id, selected);
  }

  private List<PeopleView.Facet> languages() {
    return List.of(
        facet("de", say("Deutsch", "German"), 40, false),
        facet("en", say("Englisch", "English"), 31, false),
        facet("tr", say("Türkisch", "Turkish"), 4, false));
  }

  private PeopleView firstVisit() {
    List<PersonCard> people = SampleOrganisation.people(language);
    List<PeopleView.DepartmentTile> tiles = new ArrayList<>();
    for (String name :
        List.of(
            say("Rechnung & Zahlung", "Bills & payments"),
            say("Vertrag & Umzug", "Contracts & moving house"),
            say("Strom, Wärme & Zähler", "Power, heat & meters"),
            "Internet & Router",
            say("Wärmepumpe & Solar", "Heat pumps & solar"),
            say("E-Bikes & Werkstatt", "E-bikes & workshop"),
            say("Bestellung & Rückgabe", "Orders & returns"),
            say("Beschwerde & Fairness", "Complaints & fairness"))) {
      int from = tiles.size() % 4;
      tiles.add(
          new PeopleView.DepartmentTile(
              name,
              "",
              6,
              tiles.size() % 5,
              "/" + language.tag() + "/people?department=billing",
              people.subList(from, from + 4).stream().map(PersonCard::portrait).toList()));
    }
    return new PeopleView(
        PeopleView.Search.none(),
        48,
        people,
        Optional.of("/" + language.tag() + "/people?cursor=abc"),
        departments(false),
        List.of(),
        languages(),
        List.of(),
        List.of(),
        List.of(),
        tiles,
        PeopleView.Help.none(),
        List.of(new Link(say("Störungsdienst", "Outages"), "/de/departments/outages")));
  }

  private PeopleView search() {
    return new PeopleView(
        new PeopleView.Search(say("Ratenzalung", "instalmnts"), "billing", "", "", false),
        3,
        SampleOrganisation.people(language).subList(0, 3),
        Optional.empty(),
        departments(true),
        List.of(facet("instalment", say("Ratenzahlung", "Instalments"), 2, false)),
        languages(),
        List.of(
            facet("message", say("Nachricht", "Message"), 3, false),
            facet("phone", say("Telefon", "Phone"), 1, false)),
        List.of(facet("available", say("Verfügbar", "Available"), 2, true)),
        List.of(facet("instalment", say("Ratenzahlung", "Instalments"), 4, false)),
        List.of(),
        PeopleView.Help.none(),
        List.of(new Link(say("Störungsdienst", "Outages"), "/de/departments/outages")));
  }

  private PeopleView nobody() {
    PersonCard aylin = SampleOrganisation.aylin(language);
    return new PeopleView(
        new PeopleView.Search(say("Zahlungsplan", "payment plan"), "", "", "tr", true),
        0,
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        languages(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new PeopleView.Help(
            List.of(
                facet("open", say("„jetzt erreichbar“", "“reachable now”"), 2, false),
                facet("language", say("Türkisch", "Turkish"), 5, false)),
            List.of(
                facet("contracts", say("Vertrag & Umzug", "Contracts & moving house"), 3, false)),
            List.of(
                new PeopleView.BackAt(
                    aylin.name(),
                    "/" + language.tag() + "/people/" + aylin.id(),
                    aylin.portrait(),
                    NOW.plus(MINUTE.multipliedBy(53))),
                new PeopleView.BackAt(
                    "Hannelore Voß",
                    "/" + language.tag() + "/people/hannelore.voss",
                    SampleOrganisation.portrait("hannelore.voss", "Hannelore Voß"),
                    Instant.parse("2026-12-03T07:00:00Z")))),
        List.of());
  }

  private PersonView person(PersonCard person) {
    List<Link> topics =
        person.topics().stream().map(topic -> new Link(topic, "/de/people?topic=x")).toList();
    return new PersonView(
        person,
        "",
        person.departments().stream().map(d -> new Link(d, "/de/people?department=x")).toList(),
        topics,
        List.of(say("Deutsch", "German"), say("Englisch", "English")),
        SampleOrganisation.BERLIN,
        List.of(new Link("nahwaerts.example", "https://www.nahwaerts.example/zahlungsplan")),
        "/api/v1/people/" + person.id() + "/card.vcf",
        SampleOrganisation.people(language).subList(3, 6),
        "Dr.",
        say("sie", "she/her"),
        say("Turm 3, zweiter Stock", "Tower 3, second floor"),
        person.status().kind() == StatusKind.BUSY
            ? Optional.of(
                new PersonView.Away(
                    Optional.of(say("Donnerstag, 3. Dezember", "Thursday, 3 December")),
                    Optional.of(new Link("Greta Mayer", "/de/people/greta"))))
            : Optional.empty(),
        person.status().kind() == StatusKind.BUSY
            ? Optional.of(ChannelKind.CHAT)
            : Optional.empty());
  }

  private List<Alternative> alternatives() {
    List<PersonCard> people = SampleOrganisation.people(language);
    return List.of(
        new Alternative(
            people.get(1),
            List.of(
                Phrase.of("reason.same-topic", say("Ratenzahlung", "instalments")),
                Phrase.of("reason.has-room"))),
        new Alternative(
            people.get(5),
            List.of(Phrase.of("reason.same-department"), Phrase.of("reason.shared-language"))));
  }

  private WaitlistView waitlist(WaitlistView.Step step) {
    boolean asks = step == WaitlistView.Step.ASK;
    return new WaitlistView(
        step,
        "Zm9vYmFyYmF6cXV4Zm9vYmFy",
        asks ? "greta.mayer" : "",
        step == WaitlistView.Step.WAITING ? Optional.empty() : Optional.of("Greta Mayer"),
        ChannelKind.MESSAGE,
        Optional.of(NOW.plus(Duration.ofDays(14))),
        asks ? "lena@brandt" : "",
        asks ? List.of(FieldError.of("address", "error.email")) : List.of());
  }

  private RequestFormView request(RequestFormView.Hold hold) {
    boolean held = hold == RequestFormView.Hold.HELD;
    boolean wrong = hold == RequestFormView.Hold.RENEWED;
    return new RequestFormView(
        SampleOrganisation.greta(language),
        held || wrong ? ChannelKind.CALLBACK : ChannelKind.MESSAGE,
        "7Q2M",
        hold,
        Optional.of(NOW.plus(MINUTE.multipliedBy(10))),
        held ? Optional.of(NOW.plus(Duration.ofHours(20))) : Optional.empty(),
        held
            ? RequestFormView.Input.empty()
            : new RequestFormView.Input(
                "Lena Brandt",
                wrong ? "lena.brandt" : "lena@example.com",
                "",
                say("Nachzahlung verstehe ich nicht", "Do not understand the back payment"),
                say("Guten Tag, im Oktober …", "Hello, in October …"),
                RequestFormView.IfUnavailable.WAIT,
                Set.of(alternatives().get(1).person().id()),
                ""),
        wrong
            ? List.of(FieldError.of("email", "error.email"), FieldError.of("phone", "error.phone"))
            : List.of(),
        "k1",
        alternatives(),
        true,
        true);
  }

  private RefusedView refused(String waitHref) {
    return new RefusedView(
        SampleOrganisation.greta(language), ChannelKind.MESSAGE, waitHref, alternatives());
  }

  private Conversation conversation(boolean customersView) {
    PersonCard greta = SampleOrganisation.greta(language);
    List<Conversation.Event> events = new ArrayList<>();
    int minutes = 200;
    for (Conversation.EventKind kind : Conversation.EventKind.values()) {
      if (customersView && AMONG_COLLEAGUES.contains(kind)) {
        continue;
      }
      String note =
          kind == Conversation.EventKind.DECLINED
              ? say("Bin ab morgen weg", "I am away from tomorrow")
              : "";
      events.add(
          new Conversation.Event(
              kind, NOW.minus(MINUTE.multipliedBy(minutes)), greta.name(), note, Optional.of(NOW)));
      minutes -= 12;
    }
    return new Conversation(
        List.of(
            new Conversation.Message(
                customersView,
                customersView ? say("Sie", "You") : "Lena Brandt",
                CUSTOMER,
                NOW.minus(MINUTE.multipliedBy(200)),
                say(
                    "Guten Tag Frau Mayer,\n"
                        + "meine Rechnung vom Oktober hat eine Nachzahlung von 212 €. Ich verstehe"
                        + " sie nicht, der Verbrauch ist gesunken.",
                    "Hello Ms Mayer,\n"
                        + "my bill for October asks for a back payment of €212. I do not understand"
                        + " it, I used less than last year.")),
            new Conversation.Message(
                !customersView,
                customersView ? greta.name() : say("Sie", "You"),
                greta.portrait(),
                NOW.minus(MINUTE.multipliedBy(30)),
                say(
                    "Guten Tag Frau Brandt, das schaue ich mir gern an. Haben Sie den Zählerstand"
                        + " vom Einzug noch?",
                    "Hello Ms Brandt, I am glad to look at it. Do you still have the reading from"
                        + " when you moved in?"))),
        events);
  }

  /** Kept so far, not kept, or standing still. */
  private static Optional<Due> promise(RequestState state) {
    return switch (state) {
      case ACCEPTED -> Optional.of(new Due(Optional.of(NOW.plus(Duration.ofHours(20))), false));
      case SNOOZED -> Optional.of(new Due(Optional.of(NOW.minus(Duration.ofHours(1))), true));
      case WAITING -> Optional.of(new Due(Optional.empty(), false));
      default -> Optional.empty();
    };
  }

  private TrackingView tracking(RequestState state) {
    boolean choosing = state == RequestState.DECLINED || state == RequestState.EXPIRED;
    return new TrackingView(
        "Zt4kPq",
        state,
        say("Nachzahlung verstehe ich nicht", "Do not understand the back payment"),
        ChannelKind.MESSAGE,
        NOW.minus(MINUTE.multipliedBy(200)),
        SampleOrganisation.greta(language),
        state != RequestState.DECLINED,
        promise(state),
        state == RequestState.WAITLISTED ? 2 : 0,
        state == RequestState.DECLINED
            ? say(
                "Ich bin ab morgen im Urlaub, Aylin kennt sich damit aus.",
                "I am on holiday from tomorrow; Aylin knows this well.")
            : "",
        conversation(true),
        choosing ? alternatives() : List.of(),
        state == RequestState.ACCEPTED
            ? Optional.of(
                new TrackingView.Appointment(Optional.of("Thursday, 10:00 – 10:30"), true))
            : Optional.empty(),
        "",
        List.of(),
        "k2",
        state == RequestState.RESOLVED
            ? Optional.of(SampleOrganisation.greta(language))
            : Optional.empty(),
        state == RequestState.SNOOZED || state == RequestState.DECLINED
            ? Optional.of(NOW.plus(Duration.ofHours(20)))
            : Optional.empty(),
        state == RequestState.DECLINED,
        state == RequestState.RESOLVED);
  }

  private TimesView times(String key) {
    return new TimesView(
        SampleOrganisation.greta(language),
        "/appointments/greta.mayer",
        key,
        key.isEmpty() ? Optional.empty() : Optional.of("3. 12., 10:00"),
        "Europe/Berlin",
        List.of("America/New_York", "Europe/Berlin"),
        "2026-11-24",
        List.of(
            new TimesView.Day(
                say("Donnerstag, 26. November", "Thursday, 26 November"),
                List.of(
                    new TimesView.Time("10:00", "2026-11-26T09:00:00Z"),
                    new TimesView.Time("10:30", "2026-11-26T09:30:00Z")))),
        Optional.of("2026-11-24"),
        Optional.of("2026-12-08"),
        key.isEmpty() ? List.of() : List.of(FieldError.of("slot", "appointment.gone")));
  }

  private AppointmentFormView appointment(boolean free) {
    return new AppointmentFormView(
        SampleOrganisation.greta(language),
        "Europe/Berlin",
        free ? "2026-11-26T09:00:00Z" : "",
        free ? "26. 11., 10:00" : "",
        free ? List.of() : List.of(new TimesView.Time("10:30", "2026-11-26T09:30:00Z")),
        RequestFormView.Input.empty(),
        free ? List.of() : List.of(FieldError.of("slot", "appointment.gone")),
        "k6");
  }

  private AppointmentsView appointments() {
    return new AppointmentsView(
        false,
        false,
        new AppointmentsForm(true, "7", "0", "10", "24", "28", "4"),
        List.of(new Link("26. 11., 10:00, Lena Brandt", "/en/workspace/requests/r1")),
        List.of(new FieldError("length", Phrase.of("error.appointment-number", 5, 480, 5))));
  }

  private SignInView signIn(SignInView.Problem problem) {
    return new SignInView(
        problem == SignInView.Problem.WRONG ? "greta.mayer" : "",
        "",
        problem,
        List.of(
            new SignInView.DemoAccount(
                "greta.mayer",
                "Greta Mayer",
                say("Leiterin Rechnung & Zahlung", "Head of bills & payments")),
            new SignInView.DemoAccount("admin", say("Verwaltung", "Administration"), "")),
        "people-first");
  }

  private ProfileView profile(List<FieldError> errors) {
    Portrait face = SampleOrganisation.portrait("greta.mayer", "Greta Mayer");
    return new ProfileView(
        face,
        "colleagues",
        new ProfileForm(
            Map.of("de", "Ich lese Zähler.", "en", "I read meters."),
            "sie/ihr",
            "Deutsch, Englisch",
            "https://example.com/greta Meine Seite",
            List.of("meter")),
        List.of(
            new ProfileView.Topic("meter", "Zähler", true),
            new ProfileView.Topic("moving", "Umzug", false)),
        Arrays.stream(Attribute.values())
            .map(
                each ->
                    new ProfileView.ConsentRow(
                        each.code(),
                        "known-customers",
                        each == Attribute.PHOTO
                            ? Phrase.of("profile.since.never")
                            : Phrase.of("profile.since.stated", NOW, "§ 26 BDSG")))
            .toList(),
        Arrays.stream(Audience.values())
            .map(
                each ->
                    new ProfileView.Seen(
                        each.code(),
                        face,
                        "Greta Mayer",
                        "Head of billing",
                        Map.of("profile.about", "I read meters.", "consent.office", "4.12")))
            .toList(),
        errors);
  }

  private WorkspaceView workspace(boolean shown, WorkspaceView.Tab tab) {
    PersonCard greta = SampleOrganisation.greta(language);
    return new WorkspaceView(
        greta,
        shown,
        shown
            ? List.of(
                Phrase.of("explain.load-below", 2, 5, 5),
                Phrase.of(
                    "explain.set-by-hand",
                    StatusKind.AVAILABLE,
                    greta.status().until().orElseThrow()))
            : List.of(
                Phrase.of("explain.load-reached", NOW.minus(MINUTE.multipliedBy(12)), 5, 5, 3),
                Phrase.of("explain.held-by-dwell", NOW.plus(MINUTE.multipliedBy(8)))),
        new WorkspaceView.Status(
            greta.status(),
            shown,
            List.of(
                StatusKind.AVAILABLE,
                StatusKind.BUSY,
                StatusKind.AWAY,
                StatusKind.ON_HOLIDAY,
                StatusKind.TRAVELLING,
                StatusKind.OFF_DUTY),
            new StatusForm("available", "1h", "", "", greta.status().note()),
            "Europe/Berlin",
            Optional.of(NOW.plus(Duration.ofHours(3)))),
        shown ? 2 : 5,
        5,
        shown ? 0 : 2,
        shown ? 1 : 0,
        tab,
        new WorkspaceView.Counts(2, 1, 0),
        tab == WorkspaceView.Tab.RESOLVED ? List.of() : items(),
        shown ? List.of() : List.of(FieldError.of("time", "error.until")),
        shown ? 0 : 1);
  }

  private DepartmentView department(boolean wrong) {
    return new DepartmentView(
        "outages",
        say("Störungsdienst", "Outages"),
        RequestFormView.Input.empty(),
        wrong
            ? List.of(FieldError.of("main", "duty.not-now"), FieldError.of("email", "error.email"))
            : List.of(),
        "duty-k4");
  }

  private DutyView duty(DutyView.Step step) {
    return new DutyView(
        "Zt4kPq",
        step,
        say("Störungsdienst", "Outages"),
        say("Es ist dunkel", "It is dark"),
        say("Seit gestern Abend.", "Since last night."),
        NOW.plus(Duration.ofDays(2)));
  }

  private org.visavis.web.workspace.DutyView ownDuty(boolean asked) {
    return new org.visavis.web.workspace.DutyView(
        asked,
        asked ? List.of(say("Störungsdienst", "Outages")) : List.of(),
        asked
            ? List.of(
                new org.visavis.web.workspace.DutyView.Item(
                    "d1",
                    say("Störungsdienst", "Outages"),
                    "Lena Brandt",
                    say("Es ist dunkel", "It is dark"),
                    say("Seit gestern Abend.", "Since last night."),
                    NOW.plus(Duration.ofHours(4))))
            : List.of(),
        asked);
  }

  private PoliciesView adminPolicies(List<FieldError> errors) {
    return new PoliciesView(
        List.of(
            new PoliciesView.Line("hours-billing", say("Rechnung", "Billing"), "1.5"),
            new PoliciesView.Line(
                "hours-bikes", say("E-Bikes & Werkstatt", "E-bikes & workshop"), "soon")),
        errors);
  }

  private org.visavis.web.admin.DutyView adminDuty() {
    return new org.visavis.web.admin.DutyView(
        List.of(
            new org.visavis.web.admin.DutyView.Line("billing", say("Rechnung", "Billing"), false),
            new org.visavis.web.admin.DutyView.Line(
                "outages", say("Störungsdienst", "Outages"), true)));
  }

  private SeenAs seen(String audience, boolean shown) {
    PersonCard greta = SampleOrganisation.greta(language);
    return new SeenAs(
        audience,
        shown,
        greta.portrait(),
        greta.name(),
        greta.status(),
        greta.load(),
        List.of(
            new SeenAs.Door(ChannelKind.MESSAGE, Openness.OPEN),
            new SeenAs.Door(ChannelKind.PHONE, Openness.LATER),
            new SeenAs.Door(ChannelKind.CALLBACK, Openness.WAITLIST)),
        List.of(
            shown ? Phrase.of("explain.load-below", 2, 5, 5) : Phrase.of("explain.hidden-by-rule")),
        Optional.of(NOW.plus(Duration.ofHours(3))));
  }

  private PresenceView presence() {
    Phrase age = Phrase.of("age.minutes", 12);
    return new PresenceView(
        List.of(seen("public", true), seen("known-customer", true), seen("colleague", false)),
        List.of(
            new PresenceView.SourceRow(
                "by-hand",
                "",
                Optional.of(StatusKind.AVAILABLE),
                Optional.of(Phrase.of("source.since.by-hand", NOW.minus(MINUTE), age)),
                Optional.of(Phrase.of("source.until.by-hand", NOW.plus(Duration.ofHours(2)))),
                "decides",
                Phrase.of("source.standing.decides")),
            new PresenceView.SourceRow(
                "calendar",
                say("Arbeit", "Work"),
                Optional.of(StatusKind.BUSY),
                Optional.of(Phrase.of("source.since.calendar", NOW.minus(MINUTE), age)),
                Optional.of(Phrase.of("source.until.calendar", NOW.plus(Duration.ofHours(1)))),
                "outranked",
                Phrase.of("source.outranked-by", Phrase.of("source.kind.by-hand"))),
            new PresenceView.SourceRow(
                "working-hours",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "silent",
                Phrase.of("source.standing.silent"))),
        1);
  }

  private AbsencesView absences(List<FieldError> errors) {
    return new AbsencesView(
        List.of(
            new AbsencesView.Planned(
                "a1",
                "holiday",
                Phrase.of(
                    "absence.days",
                    say("Montag, 30. November", "Monday, 30 November"),
                    say("Freitag, 11. Dezember", "Friday, 11 December")),
                say("Wandern an der Müritz", "Hiking in the lake district"),
                true,
                Phrase.of("absence.deputy.asked", "Aylin Yıldırım"),
                Phrase.of("absence.ramp.days", "40 %, 70 %")),
            new AbsencesView.Planned(
                "a2",
                "other",
                Phrase.of("absence.time", NOW, NOW.plus(Duration.ofHours(5))),
                "",
                false,
                Phrase.of("absence.deputy.none"),
                Phrase.of("absence.ramp.none"))),
        List.of(asked("b1", true, "Jonas Meier"), asked("b2", false, "Sinéad Gallagher")),
        errors.isEmpty()
            ? new AbsenceForm("", "holiday", "", "", "", "", "", false, "", "", "")
            : new AbsenceForm(
                "a1", "nap", "2026-12-03", "", "8", "", "n", true, "Meyer", "x", "fast"),
        errors.isEmpty()
            ? List.of()
            : List.of(new AbsencesView.Colleague("m1", "Greta Mayer, Head of billing")),
        "Europe/Berlin",
        errors);
  }

  private AbsencesView.Asked asked(String absence, boolean agreed, String name) {
    return new AbsencesView.Asked(
        name,
        absence,
        name,
        Portrait.of(name, name, ""),
        Phrase.of("absence.day", say("Montag, 30. November", "Monday, 30 November")),
        agreed);
  }

  private HoursView hours(String cycle, List<FieldError> errors) {
    HoursForm form =
        new HoursForm(
            cycle, "3", "2026-11-30", Map.of("w1-mon", "08:30–12:30 13:00–17:00"), List.of());
    int weeks = cycle.equals("rotation") ? 3 : 1;
    List<HoursView.Week> shown = new ArrayList<>();
    for (int week = 1; week <= weeks; week++) {
      List<HoursView.Day> days = new ArrayList<>();
      for (String day : List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun")) {
        days.add(new HoursView.Day("w" + week + "-" + day, "weekday." + day, "8-12"));
      }
      shown.add(
          new HoursView.Week(
              Phrase.of(weeks == 1 ? "hours.week.every" : "hours.week.of-rotation", week), days));
    }
    return new HoursView(
        form,
        shown,
        List.of(
            new HoursForm.ExceptionRow("2026-12-24", "2026-12-26", ""),
            new HoursForm.ExceptionRow("", "", "")),
        "Europe/Berlin",
        weeks == 1 ? "DE-BE" : "",
        errors);
  }

  private CalendarsView calendars(List<FieldError> errors) {
    Phrase age = Phrase.of("age.minutes", 12);
    return new CalendarsView(
        List.of(
            new CalendarsView.CalendarRow(
                "c1",
                say("Arbeit", "Work"),
                "calendar.example.com",
                Phrase.of("calendar.read", NOW.minus(MINUTE.multipliedBy(12)), age),
                Phrase.of("calendar.says", 42, NOW.plus(Duration.ofHours(6))),
                Optional.of(
                    Phrase.of("calendar.failed", NOW, Phrase.of("calendar.error.forbidden"))),
                List.of(),
                List.of(
                    Phrase.of("calendar.rule", "Urlaub", StatusKind.ON_HOLIDAY),
                    Phrase.of("calendar.rule", "Offene Tür", StatusKind.AVAILABLE))),
            new CalendarsView.CalendarRow(
                "c2",
                say("Verein", "Club"),
                "",
                Phrase.of("calendar.read.never"),
                Phrase.of("calendar.says.nothing"),
                Optional.empty(),
                List.of(
                    Phrase.of("calendar.left-out", "12", leftOut("unknown-zone")),
                    Phrase.of("calendar.left-out", "1204", leftOut("broken-date"))),
                List.of())),
        errors.isEmpty()
            ? new CalendarForm("", "", "", List.of())
            : new CalendarForm("c1", "", "http://10.0.0.1/x.ics", List.of()),
        List.of(
            new CalendarForm.RuleRow("Urlaub", "on-holiday"),
            new CalendarForm.RuleRow("", "on-holiday")),
        List.of(StatusKind.AVAILABLE, StatusKind.ON_HOLIDAY),
        10,
        errors);
  }

  private static Phrase leftOut(String code) {
    return Phrase.of("calendar.left-out." + code);
  }

  private LimitsView limits(List<FieldError> errors) {
    return new LimitsView(
        5,
        3,
        2,
        Optional.of(Phrase.of("explain.share", 60, NOW.plus(Duration.ofHours(9)))),
        1,
        12,
        new LimitForm(errors.isEmpty() ? "5" : "50"),
        new ShareForm("60", "today", ""),
        true,
        List.of(ChannelKind.MESSAGE, ChannelKind.PHONE),
        new ChannelLimitsForm(Map.of("phone", "2")),
        errors);
  }

  private AppearanceView appearance(
      String channel, Optional<SeenAs> preview, List<FieldError> errors) {
    return new AppearanceView(
        List.of(
            new AppearanceView.RuleRow(
                "public",
                "",
                Phrase.of(
                    "appearance.rule.by-load", 5, 3, 10, Phrase.of("workspace.at-limit.vanish"))),
            new AppearanceView.RuleRow("colleague", "chat", Phrase.of("workspace.rule.hidden"))),
        List.of("public", "known-customer", "colleague"),
        List.of(ChannelKind.MESSAGE, ChannelKind.CHAT),
        channel.isEmpty() ? "public" : "colleague",
        channel,
        !channel.isEmpty(),
        new AppearanceForm("by-load", "5", errors.isEmpty() ? "3" : "7", "10", "show-busy"),
        12,
        5,
        preview,
        errors);
  }

  private List<WorkspaceView.Item> items() {
    return List.of(
        new WorkspaceView.Item(
            "r1",
            say("Nachzahlung verstehe ich nicht", "Do not understand the back payment"),
            "Lena Brandt",
            ChannelKind.MESSAGE,
            RequestState.ACCEPTED,
            NOW.minus(MINUTE.multipliedBy(9)),
            promise(RequestState.SNOOZED),
            Optional.empty(),
            true,
            say(
                "Guten Tag Frau Mayer, meine Rechnung vom Oktober hat …",
                "Hello Ms Mayer, my bill for October …")),
        new WorkspaceView.Item(
            "r2",
            say("Bankverbindung ändern", "Change of bank account"),
            "Owen O’Brien",
            ChannelKind.CALLBACK,
            RequestState.OPEN,
            NOW.minus(Duration.ofHours(26)),
            Optional.empty(),
            Optional.empty(),
            false,
            say("Bitte rufen Sie mich nach 17 Uhr an.", "Please call me after five.")));
  }

  private AskedView asked() {
    return new AskedView(
        List.of(
            new AskedView.Question(
                "r1",
                "hand-over",
                "Aylin Demir",
                say("Kennst du dich damit aus?", "Do you know this better?"),
                say("Nachzahlung verstehe ich nicht", "Do not understand the back payment"),
                ChannelKind.MESSAGE,
                say("Guten Tag, ich verstehe sie nicht.", "Hello, I do not understand it."),
                NOW.minus(MINUTE.multipliedBy(90)))));
  }

  private CareView care(RequestState state) {
    return new CareView(
        "r1",
        state,
        say("Nachzahlung verstehe ich nicht", "Do not understand the back payment"),
        ChannelKind.CALLBACK,
        new CareView.Customer(
            "Lena Brandt", "lena@example.com", "+49 171 5550123", say("Deutsch", "German")),
        NOW.minus(MINUTE.multipliedBy(200)),
        promise(state),
        Optional.of("Thursday, 10:00 – 10:30"),
        1,
        conversation(false),
        alternatives(),
        "",
        "",
        List.of(),
        List.of(),
        "k3",
        state == RequestState.RESOLVED,
        state == RequestState.SNOOZED
            ? Optional.of(NOW.plus(Duration.ofHours(20)))
            : Optional.empty(),
        state == RequestState.WAITING ? "Aylin Demir" : "",
        state == RequestState.ACCEPTED
            ? List.of(
                new CareView.Other(
                    "r2",
                    say("Noch einmal die Nachzahlung", "The back payment again"),
                    NOW.minus(MINUTE.multipliedBy(90))))
            : List.of());
  }

  private ImportView imported(boolean dryRun) {
    return new ImportView(
        Optional.of(
            new ImportView.Report(
                "people.csv",
                dryRun,
                "s1",
                dryRun ? "Works agreement 7" : "",
                537,
                dryRun ? 530 : 0,
                dryRun ? 2 : 0,
                dryRun ? 2 : 537,
                dryRun ? 204 : 0,
                dryRun
                    ? List.of(
                        new ImportView.Refused(3, "id", Phrase.of("import.refused.missing")),
                        new ImportView.Refused(
                            6, "timeZone", Phrase.of("import.refused.malformed")),
                        new ImportView.Refused(
                            10, "", Phrase.of("import.refused.wrong-number-of-cells")))
                    : List.of(),
                List.of("twitter", "youtube"),
                dryRun
                    ? List.of(
                        new ImportView.Column("Personalnummer", "id"),
                        new ImportView.Column("Schuhgröße", ""),
                        new ImportView.Column("title.de", "title.de"))
                    : List.of(),
                dryRun ? 3 : 0,
                dryRun ? 4 : 0,
                "f1",
                false)),
        "",
        List.of(),
        directoryServer());
  }

  private Optional<LdapView> directoryServer() {
    return Optional.of(
        new LdapView(
            "ldap.example.org:636",
            "ou=people,dc=example,dc=org",
            15,
            Optional.of(
                new LdapView.Last(
                    NOW.minus(Duration.ofMinutes(7)), true, 12, 1, 2, 0, "connect error"))));
  }

  private Optional<InvitationsView.Invitation> invitation() {
    return Optional.of(
        new InvitationsView.Invitation(
            "Greta Mayer",
            "greta.mayer",
            "https://people.example.com/de/welcome/Zt4kPqXw81",
            NOW.plus(Duration.ofDays(7))));
  }

  private InvitationsView invitations(Optional<InvitationsView.Invitation> made) {
    return new InvitationsView(
        made.isPresent() ? "Mayer" : "",
        false,
        List.of(
            new InvitationsView.Person(
                "greta.mayer",
                "Greta Mayer",
                say("Leiterin Rechnung & Zahlung", "Head of bills & payments"),
                true),
            new InvitationsView.Person("K-117", "Jutta Mayr", "", false)),
        made.isPresent() ? 2 : 47,
        made,
        List.of());
  }

  private MailListView mails() {
    return new MailListView(
        List.of(
            new MailListView.Line(
                "m1",
                "lena@example.com",
                say("Ihr Anliegen ist bei Greta Mayer", "Your request has reached Greta Mayer"),
                NOW),
            new MailListView.Line(
                "m2",
                "greta.mayer@nahwaerts.example",
                say("Neues Anliegen: Nachzahlung", "New request: back payment"),
                NOW)));
  }

  private MailView mail() {
    return new MailView(
        "Nahwärts <people@nahwaerts.example>",
        "lena@example.com",
        say("Ihr Anliegen ist bei Greta Mayer", "Your request has reached Greta Mayer"),
        NOW,
        say(
            "Guten Tag Lena Brandt,\n\n"
                + "Ihr Anliegen:\n"
                + "https://people.example.com/de/requests/Zt4kPq.\n",
            "Hello Lena Brandt,\n\n"
                + "your request:\n"
                + "https://people.example.com/en/requests/Zt4kPq.\n"));
  }
}
