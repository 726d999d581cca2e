package org.visavis.web.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.Directory;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Handles;
import org.visavis.directory.Match;
import org.visavis.directory.Profile;
import org.visavis.presence.Openness;
import org.visavis.presence.Presence;
import org.visavis.presence.PublicStatus;
import org.visavis.presence.Reachability;
import org.visavis.presence.Status;
import org.visavis.web.api.PersonAnswer.ChannelAnswer;
import org.visavis.web.api.PersonAnswer.DeputyAnswer;
import org.visavis.web.api.PersonAnswer.HitAnswer;
import org.visavis.web.api.PersonAnswer.LinkAnswer;
import org.visavis.web.api.PersonAnswer.MatchedAnswer;
import org.visavis.web.api.PersonAnswer.Named;
import org.visavis.web.api.PersonAnswer.StatusAnswer;
import org.visavis.web.pages.Cards;
import org.visavis.web.pages.Language;

/** Says in JSON what the directory knows and presence has decided; decides nothing itself. */
@Dependent
class People {

  /** What an absence is shown as. */
  private static final Set<Status> ABSENT =
      EnumSet.of(Status.ON_HOLIDAY, Status.TRAVELLING, Status.OFF_DUTY);

  @Inject private Directory directory;
  @Inject private Presence presence;
  @Inject private Cards cards;
  @Inject private Handles handles;

  /** Answers a person as the public sees him or her; nothing for one who is not shown. */
  Optional<PersonAnswer> find(EmployeeId id, Language language) {
    Reachability decision = presence.reachability(id, Audience.PUBLIC);
    return decision.shown()
        ? directory
            .view(id, Audience.PUBLIC)
            .map(person -> of(new Match(person, List.of()), decision, Audience.PUBLIC, language))
        : Optional.empty();
  }

  PersonAnswer of(Match match, Reachability decision, Audience audience, Language language) {
    Profile employee = match.profile();
    Locale locale = language.locale();
    String portrait = Cards.portrait(employee).src();
    return new PersonAnswer(
        handles.of(employee.id()),
        employee.displayName(),
        employee.title().text(locale),
        cards.departments(employee).stream()
            .map(found -> new Named(found.id().value(), found.name().text(locale)))
            .toList(),
        cards.topics(employee).stream()
            .map(found -> new Named(found.id().value(), found.name().text(locale)))
            .toList(),
        employee.languages().stream().map(Locale::toLanguageTag).toList(),
        portrait.isEmpty() ? null : portrait,
        status(decision.status(), language),
        deputy(employee.id(), decision, audience).orElse(null),
        decision.load().code(),
        decision.channels().entrySet().stream().map(entry -> channel(employee, entry)).toList(),
        employee.links().stream()
            .map(link -> new LinkAnswer(link.uri().toString(), link.label()))
            .toList(),
        employee.formOfAddress(),
        employee.pronouns().text(locale),
        employee.office().text(locale),
        employee.about().text(locale),
        employee.mail().orElse(null),
        match.reasons().stream().map(reason -> matched(reason, locale)).toList());
  }

  private static MatchedAnswer matched(Match.Reason reason, Locale locale) {
    return new MatchedAnswer(
        reason.field().name().toLowerCase(Locale.ROOT),
        reason.name().text(locale),
        reason.text(),
        reason.synonym(),
        reason.hits().stream()
            .map(hit -> new HitAnswer(hit.word(), hit.how().name().toLowerCase(Locale.ROOT)))
            .toList());
  }

  private Optional<DeputyAnswer> deputy(
      EmployeeId absent, Reachability decision, Audience audience) {
    return ABSENT.contains(decision.status().status())
        ? presence
            .deputy(absent, audience)
            .flatMap(deputy -> directory.view(deputy, audience))
            .map(deputy -> new DeputyAnswer(handles.of(deputy.id()), deputy.displayName()))
        : Optional.empty();
  }

  static StatusAnswer status(PublicStatus status, Language language) {
    return new StatusAnswer(
        status.status().code(),
        status.until().map(People::seconds).orElse(null),
        status.note().text(language.locale()));
  }

  static Instant seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }

  /** An address is given away only while its channel is open. */
  private static ChannelAnswer channel(Profile employee, Map.Entry<Channel, Openness> entry) {
    Optional<String> address =
        entry.getValue() == Openness.OPEN
            ? Cards.address(employee, entry.getKey()).map(Object::toString)
            : Optional.empty();
    return new ChannelAnswer(entry.getKey().code(), entry.getValue().code(), address.orElse(null));
  }
}
