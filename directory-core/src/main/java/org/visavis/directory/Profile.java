package org.visavis.directory;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An employee as one audience may see him or her: everything that is withheld from it is as if it
 * did not exist. Pages, answers, files and indexes for that audience are made of this and never of
 * the {@link Employee}. Immutable; equal when the same audience sees the same.
 */
public final class Profile {

  /** Nomen nescio, as registers have always written it. */
  private static final String NOT_TOLD = "N. N.";

  private final Employee employee;
  private final Audience audience;

  private Profile(Employee employee, Audience audience) {
    this.employee = employee;
    this.audience = audience;
  }

  /**
   * Answers what an audience may see of a person; nothing once the person has left, that is, after
   * the end of {@link Employee#leavesOn()} in the person's zone.
   */
  public static Optional<Profile> of(Employee employee, Audience audience, Instant at) {
    Objects.requireNonNull(audience, "audience");
    return employee.hasLeft(at) ? Optional.empty() : Optional.of(new Profile(employee, audience));
  }

  /** Answers for whom this is. */
  public Audience audience() {
    return audience;
  }

  /**
   * Answers who this is. An id may tell what is withheld: to the public, {@link Handles} call
   * people.
   */
  public EmployeeId id() {
    return employee.id();
  }

  /**
   * Answers the name to show: the whole one, or the given name alone where the surname is withheld
   * ({@code N. N.}, for a name that is not told, where there is no given name). Never empty.
   */
  public String displayName() {
    if (shows(Attribute.SURNAME)) {
      return employee.displayName();
    }
    return employee.givenName().isEmpty() ? NOT_TOLD : employee.givenName();
  }

  /** Answers the given name; may be empty. */
  public String givenName() {
    return employee.givenName();
  }

  /** Answers the family name; empty where it is withheld. */
  public String familyName() {
    return shows(Attribute.SURNAME) ? employee.familyName() : "";
  }

  /** Answers in which order the parts of the name are said. */
  public NameOrder nameOrder() {
    return employee.nameOrder();
  }

  /** Answers what stands before the surname ({@code Dr.}); empty where the surname is withheld. */
  public String formOfAddress() {
    return shows(Attribute.SURNAME) ? employee.formOfAddress() : "";
  }

  /** Answers the pronouns; empty where they are withheld. */
  public Label pronouns() {
    return label(Attribute.PRONOUNS, employee.pronouns());
  }

  /** Answers what the person is in the company; may be empty. */
  public Label title() {
    return employee.title();
  }

  /** Answers what the person is in each department, the main role first. */
  public List<Role> roles() {
    return employee.roles();
  }

  /** Answers the departments, the main one first. */
  public List<DepartmentId> departments() {
    return employee.departments();
  }

  /** Answers what the person cares for, the most important first. */
  public List<TopicId> topics() {
    return employee.topics();
  }

  /** Answers the languages that the person speaks, the best first; none where withheld. */
  public List<Locale> languages() {
    return shows(Attribute.LANGUAGES) ? employee.languages() : List.of();
  }

  /** Answers the region where the person works, as ISO 3166-2 writes it. */
  public Optional<String> region() {
    return employee.region();
  }

  /** Answers the zone in which the person works. */
  public ZoneId timeZone() {
    return employee.timeZone();
  }

  /** Answers the office; empty where it is withheld. */
  public Label office() {
    return label(Attribute.OFFICE, employee.office());
  }

  /** Answers the free text about the person; empty where it is withheld. */
  public Label about() {
    return label(Attribute.ABOUT, employee.about());
  }

  /** Answers the mail address; nothing where it is withheld. */
  public Optional<String> mail() {
    return shows(Attribute.MAIL) ? employee.mail() : Optional.empty();
  }

  /**
   * Answers the channels that the person offers, each with its address where that is published and
   * not withheld. A channel without one is reached through the portal.
   */
  public Map<Channel, Optional<URI>> channels() {
    Map<Channel, Optional<URI>> channels = new EnumMap<>(Channel.class);
    employee
        .channels()
        .forEach(
            (channel, address) ->
                channels.put(
                    channel,
                    address.filter(Address::published).map(Address::uri).filter(this::shows)));
    return Collections.unmodifiableMap(channels);
  }

  /** Answers whether the person offers a channel. */
  public boolean offers(Channel channel) {
    return employee.channels().containsKey(channel);
  }

  /** Answers the published links that are not withheld. */
  public List<Link> links() {
    return employee.links().stream().filter(link -> shows(link.uri())).toList();
  }

  /** Answers which portrait shows the person; nothing where it is withheld. */
  public Optional<PortraitId> portrait() {
    return shows(Attribute.PHOTO) ? employee.portrait() : Optional.empty();
  }

  private Label label(Attribute attribute, Label label) {
    return shows(attribute) ? label : Label.empty();
  }

  private boolean shows(Attribute attribute) {
    return employee.consents().allows(attribute, audience);
  }

  /** The numbering plan is asked only where it makes a difference. */
  private boolean shows(URI address) {
    boolean telephone = shows(Attribute.TELEPHONE);
    boolean alike = telephone == shows(Attribute.MOBILE);
    if (alike && LinkKind.of(address) == LinkKind.TELEPHONE) {
      return telephone;
    }
    return shows(Attribute.of(address));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Profile profile
        && audience == profile.audience
        && parts().equals(profile.parts());
  }

  @Override
  public int hashCode() {
    return id().hashCode();
  }

  @Override
  public String toString() {
    return "Profile[" + id() + " for " + audience.code() + "]";
  }

  private List<Object> parts() {
    return List.of(
        id(),
        displayName(),
        givenName(),
        familyName(),
        nameOrder(),
        formOfAddress(),
        pronouns(),
        title(),
        roles(),
        topics(),
        languages(),
        region(),
        timeZone(),
        office(),
        about(),
        mail(),
        channels(),
        links(),
        portrait());
  }
}
