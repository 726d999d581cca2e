package org.visavis.web.workspace;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.visavis.directory.Attribute;
import org.visavis.directory.Audience;
import org.visavis.directory.Consent;
import org.visavis.directory.Directory;
import org.visavis.directory.Disclosure;
import org.visavis.directory.Employee;
import org.visavis.directory.LinkKind;
import org.visavis.directory.Profile;
import org.visavis.directory.Telephone;
import org.visavis.web.pages.Cards;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Language;
import org.visavis.web.pages.Phrase;
import org.visavis.web.pages.Portrait;
import org.visavis.web.workspace.ProfileView.ConsentRow;
import org.visavis.web.workspace.ProfileView.Seen;
import org.visavis.web.workspace.ProfileView.Topic;

/** Puts the page of the own profile together. Thread-safe. */
@Dependent
class ProfilePages {

  @Inject private Directory directory;

  ProfileView of(
      Employee employee, Language language, Optional<ProfileForm> typed, List<FieldError> errors) {
    ProfileForm form =
        typed.orElseGet(() -> ProfileForm.of(OwnProfile.Words.of(employee), language));
    Disclosure photo = employee.consents().disclosure(Attribute.PHOTO);
    return new ProfileView(
        Portrait.of(
            employee.id().value(),
            employee.displayName(),
            employee.portrait().map(id -> "/portraits/" + id).orElse("")),
        (photo == Disclosure.NOBODY ? Disclosure.PUBLIC : photo).code(),
        form,
        directory.topics().stream()
            .map(
                topic ->
                    new Topic(
                        topic.id().value(),
                        topic.name().text(language.locale()),
                        form.topics().contains(topic.id().value())))
            .sorted(Comparator.comparing(Topic::name))
            .toList(),
        Arrays.stream(Attribute.values()).map(each -> row(employee, each)).toList(),
        Arrays.stream(Audience.values()).flatMap(each -> seen(employee, each, language)).toList(),
        errors);
  }

  private static ConsentRow row(Employee employee, Attribute attribute) {
    return new ConsentRow(
        attribute.code(),
        employee.consents().disclosure(attribute).code(),
        employee
            .consents()
            .find(attribute)
            .map(ProfilePages::since)
            .orElse(Phrase.of("profile.since.never")));
  }

  private static Phrase since(Consent consent) {
    String key = "profile.since." + consent.basis().kind().code();
    return consent.basis().text().isEmpty()
        ? Phrase.of(key, consent.given())
        : Phrase.of(key, consent.given(), consent.basis().text());
  }

  private Stream<Seen> seen(Employee employee, Audience audience, Language language) {
    return directory.view(employee.id(), audience).stream()
        .map(
            profile ->
                new Seen(
                    audience.code(),
                    Cards.portrait(profile),
                    profile.displayName(),
                    profile.title().text(language.locale()),
                    facts(profile, language)));
  }

  private static Map<String, String> facts(Profile profile, Language language) {
    Locale locale = language.locale();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("profile.about", profile.about().text(locale));
    facts.put("profile.pronouns", profile.pronouns().text(locale));
    facts.put(
        "profile.languages",
        joined(profile.languages().stream().map(spoken -> Cards.language(spoken, language))));
    facts.put("consent.office", profile.office().text(locale));
    facts.put("consent.mail", profile.mail().orElse(""));
    Stream<URI> addresses =
        Stream.concat(
            profile.channels().values().stream().flatMap(Optional::stream),
            profile.links().stream().map(link -> link.uri()));
    facts.put("profile.addresses", joined(addresses.map(ProfilePages::readable).distinct()));
    facts.values().removeIf(String::isEmpty);
    return facts;
  }

  private static String readable(URI address) {
    return LinkKind.of(address) == LinkKind.TELEPHONE
        ? Telephone.international(address)
        : address.toString();
  }

  private static String joined(Stream<String> parts) {
    return parts.collect(Collectors.joining(", "));
  }
}
