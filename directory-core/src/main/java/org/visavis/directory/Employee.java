package org.visavis.directory;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person who works for the company: everything that the company knows, for its own use. What
 * others may see of it is a {@link Profile}. Immutable; equal when every part is equal.
 *
 * <p>Whether the person is shown at all is not part of this: see the presence module.
 */
public final class Employee {

  /** The longest name that is taken, in UTF-16 characters. */
  public static final int MAX_NAME_LENGTH = 200;

  private final EmployeeId id;
  private final String givenName;
  private final String familyName;
  private final String displayName;
  private final NameOrder nameOrder;
  private final String formOfAddress;
  private final Label pronouns;
  private final Label title;
  private final List<Role> roles;
  private final List<TopicId> topics;
  private final List<Locale> languages;
  private final @Nullable String region;
  private final ZoneId timeZone;
  private final @Nullable String mail;
  private final Label office;
  private final Label about;
  private final Map<Channel, Optional<Address>> channels;
  private final List<Link> links;
  private final @Nullable PortraitId portrait;
  private final @Nullable LocalDate leavesOn;
  private final Consents consents;
  private final Set<ImportedPeople.Part> ownFields;

  private Employee(Builder builder) {
    id = builder.id;
    givenName = builder.givenName;
    familyName = builder.familyName;
    nameOrder = builder.nameOrder;
    displayName =
        builder.displayName != null ? builder.displayName : nameOrder.join(givenName, familyName);
    if (displayName.isEmpty()) {
      throw new IllegalArgumentException("An employee has a name");
    }
    formOfAddress = builder.formOfAddress;
    pronouns = builder.pronouns;
    roles = builder.titledRoles();
    title = roles.isEmpty() ? builder.titleSaid() : roles.get(0).title();
    topics = List.copyOf(builder.topics);
    languages = List.copyOf(builder.languages);
    region = builder.region;
    timeZone = builder.timeZone;
    mail = builder.mail;
    office = builder.office;
    about = builder.about;
    channels = Collections.unmodifiableMap(new EnumMap<>(builder.channels));
    links = List.copyOf(builder.links);
    portrait = builder.portrait;
    leavesOn = builder.leavesOn;
    consents = builder.consents;
    ownFields =
        builder.ownFields.isEmpty()
            ? Set.of()
            : Collections.unmodifiableSet(EnumSet.copyOf(builder.ownFields));
  }

  /** Begins an employee of that id and name; everything else is empty until it is said. */
  public static Builder named(EmployeeId id, String givenName, String familyName) {
    return new Builder(id).name(givenName, familyName);
  }

  /** Begins a copy of this employee. */
  public Builder toBuilder() {
    Builder copy = new Builder(id).name(givenName, familyName).nameOrder(nameOrder);
    if (!displayName.equals(nameOrder.join(givenName, familyName))) {
      copy.displayName(displayName);
    }
    copy.formOfAddress(formOfAddress).pronouns(pronouns).roles(roles);
    if (roles.isEmpty()) {
      copy.title(title);
    }
    copy.topics(topics).languages(languages).region(region).timeZone(timeZone).mail(mail);
    copy.office(office).about(about).links(links).channels(channels).leavesOn(leavesOn);
    copy.portrait = portrait;
    return copy.consents(consents).ownFields(ownFields);
  }

  /** Answers who this is, for ever. */
  public EmployeeId id() {
    return id;
  }

  /** Answers the given name; may be empty. */
  public String givenName() {
    return givenName;
  }

  /** Answers the family name; may be empty. */
  public String familyName() {
    return familyName;
  }

  /** Answers the name as it is shown; never empty. */
  public String displayName() {
    return displayName;
  }

  /** Answers in which order the parts of the name are said. */
  public NameOrder nameOrder() {
    return nameOrder;
  }

  /** Answers what stands before the surname, such as {@code Dr.}; may be empty. */
  public String formOfAddress() {
    return formOfAddress;
  }

  /** Answers the pronouns; may be empty. */
  public Label pronouns() {
    return pronouns;
  }

  /**
   * Answers what the person is in the company: the title of the main role, and of one without a
   * department the title alone; may be empty.
   */
  public Label title() {
    return title;
  }

  /** Answers what the person is in each department, the main role first. */
  public List<Role> roles() {
    return roles;
  }

  /** Answers the departments of the roles, the main one first. */
  public List<DepartmentId> departments() {
    return switch (roles.size()) {
      case 0 -> List.of();
      case 1 -> List.of(roles.get(0).department());
      default -> roles.stream().map(Role::department).toList();
    };
  }

  /** Answers what the person cares for, the most important first. */
  public List<TopicId> topics() {
    return topics;
  }

  /** Answers the languages that the person speaks, the best first. */
  public List<Locale> languages() {
    return languages;
  }

  /** Answers the region where the person works, as ISO 3166-2 writes it ({@code DE-BY}). */
  public Optional<String> region() {
    return Optional.ofNullable(region);
  }

  /** Answers the zone in which the person works. */
  public ZoneId timeZone() {
    return timeZone;
  }

  /** Answers the mail address to which the portal sends notices. */
  public Optional<String> mail() {
    return Optional.ofNullable(mail);
  }

  /** Answers the office, as a visitor would look for it; may be empty. */
  public Label office() {
    return office;
  }

  /** Answers the free text about the person; may be empty. */
  public Label about() {
    return about;
  }

  /**
   * Answers the channels that the person offers, each with its own address where it has one ({@code
   * tel:…}).
   */
  public Map<Channel, Optional<Address>> channels() {
    return channels;
  }

  /** Answers the addresses that the person publishes. */
  public List<Link> links() {
    return links;
  }

  /** Answers which portrait shows the person. */
  public Optional<PortraitId> portrait() {
    return Optional.ofNullable(portrait);
  }

  /** Answers the person's last day. Nothing is published after it. */
  public Optional<LocalDate> leavesOn() {
    return Optional.ofNullable(leavesOn);
  }

  /** Answers when the last day ends in the person's zone; nothing without a last day. */
  public Optional<Instant> leftAt() {
    return leavesOn().map(day -> day.plusDays(1).atStartOfDay(timeZone).toInstant());
  }

  /** Answers whether the last day is over. */
  public boolean hasLeft(Instant at) {
    return leavesOn != null && leftAt().filter(end -> !at.isBefore(end)).isPresent();
  }

  /** Answers what is disclosed to whom. */
  public Consents consents() {
    return consents;
  }

  /** Answers what the person keeps up, so that no import overwrites it. */
  public Set<ImportedPeople.Part> ownFields() {
    return ownFields;
  }

  /** Answers those attributes of which this person has something that could be shown. */
  public Set<Attribute> attributes() {
    Set<Attribute> attributes = EnumSet.noneOf(Attribute.class);
    add(attributes, Attribute.PHOTO, portrait != null);
    add(attributes, Attribute.SURNAME, !displayName.equals(givenName));
    add(attributes, Attribute.MAIL, mail != null);
    add(attributes, Attribute.ABOUT, !about.isEmpty());
    add(attributes, Attribute.OFFICE, !office.isEmpty());
    add(attributes, Attribute.PRONOUNS, !pronouns.isEmpty());
    add(attributes, Attribute.LANGUAGES, !languages.isEmpty());
    links.forEach(link -> attributes.add(Attribute.of(link.uri())));
    channels
        .values()
        .forEach(address -> address.ifPresent(a -> attributes.add(Attribute.of(a.uri()))));
    return attributes;
  }

  private static void add(Set<Attribute> attributes, Attribute attribute, boolean there) {
    if (there) {
      attributes.add(attribute);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Employee employee && parts().equals(employee.parts());
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "Employee[" + id + "]";
  }

  private List<Object> parts() {
    return List.of(
        id,
        givenName,
        familyName,
        displayName,
        nameOrder,
        formOfAddress,
        pronouns,
        title,
        roles,
        topics,
        languages,
        region(),
        timeZone,
        mail(),
        office,
        about,
        channels,
        links,
        portrait(),
        leavesOn(),
        consents,
        ownFields);
  }

  /** Collects the parts of an employee. Not thread-safe. */
  public static final class Builder {

    private final EmployeeId id;
    private String givenName = "";
    private String familyName = "";
    private @Nullable String displayName;
    private NameOrder nameOrder = NameOrder.GIVEN_FIRST;
    private String formOfAddress = "";
    private Label pronouns = Label.empty();
    private @Nullable Label title;
    private List<Role> roles = List.of();
    private List<TopicId> topics = List.of();
    private List<Locale> languages = List.of();
    private @Nullable String region;
    private ZoneId timeZone = ZoneId.of("UTC");
    private @Nullable String mail;
    private Label office = Label.empty();
    private Label about = Label.empty();
    private final Map<Channel, Optional<Address>> channels = new EnumMap<>(Channel.class);
    private List<Link> links = List.of();
    private @Nullable PortraitId portrait;
    private @Nullable LocalDate leavesOn;
    private Consents consents = Consents.none();
    private Set<ImportedPeople.Part> ownFields = Set.of();

    private Builder(EmployeeId id) {
      this.id = Objects.requireNonNull(id, "id");
    }

    /**
     * Says the name.
     *
     * @throws IllegalArgumentException when a part is longer than {@link #MAX_NAME_LENGTH}
     */
    public Builder name(String givenName, String familyName) {
      this.givenName = shortEnough(givenName);
      this.familyName = shortEnough(familyName);
      return this;
    }

    /**
     * Says the name as it is shown, where it is not the given name before the family name.
     *
     * @throws IllegalArgumentException when it is longer than {@link #MAX_NAME_LENGTH}
     */
    public Builder displayName(String displayName) {
      String text = shortEnough(displayName);
      this.displayName = text.isEmpty() ? null : text;
      return this;
    }

    /** Says in which order the parts of the name are said. */
    public Builder nameOrder(NameOrder nameOrder) {
      this.nameOrder = Objects.requireNonNull(nameOrder, "nameOrder");
      return this;
    }

    /**
     * Says what stands before the surname, such as {@code Dr.}; empty for nothing.
     *
     * @throws IllegalArgumentException when it is longer than {@link #MAX_NAME_LENGTH}
     */
    public Builder formOfAddress(String formOfAddress) {
      this.formOfAddress = shortEnough(formOfAddress);
      return this;
    }

    /**
     * Says the pronouns.
     *
     * @throws IllegalArgumentException when a text is longer than {@link Label#MAX_LENGTH}
     */
    public Builder pronouns(Label pronouns) {
      pronouns.requireAtMost(Label.MAX_LENGTH);
      this.pronouns = pronouns;
      return this;
    }

    /**
     * Says the title of the main role, whatever the roles say, and of one without a department.
     *
     * @throws IllegalArgumentException when a text is longer than {@link Label#MAX_LENGTH}
     */
    public Builder title(Label title) {
      title.requireAtMost(Label.MAX_LENGTH);
      this.title = title;
      return this;
    }

    /**
     * Says what the person is in each department, the main role first, and takes back a title said
     * before. Of two roles in one department the first counts.
     */
    public Builder roles(Collection<Role> roles) {
      List<Role> kept = new ArrayList<>(roles.size());
      for (Role role : roles) {
        if (kept.stream().noneMatch(other -> other.department().equals(role.department()))) {
          kept.add(role);
        }
      }
      this.roles = List.copyOf(kept);
      this.title = null;
      return this;
    }

    /**
     * Says the departments, the main one first. The title in a department stays what it was, and a
     * new main department without one takes the title over.
     */
    public Builder departments(List<DepartmentId> departments) {
      Label before = titleSaid();
      List<Role> roles = new ArrayList<>(departments.size());
      for (DepartmentId department : departments) {
        roles.add(
            this.roles.stream()
                .filter(role -> role.department().equals(department))
                .findFirst()
                .orElseGet(() -> new Role(department, Label.empty())));
      }
      boolean untitled = roles.isEmpty() || roles.get(0).title().isEmpty();
      Label title = this.title == null && untitled ? before : this.title;
      roles(roles);
      this.title = title;
      return this;
    }

    private Label titleSaid() {
      if (title != null) {
        return title;
      }
      return roles.isEmpty() ? Label.empty() : roles.get(0).title();
    }

    private List<Role> titledRoles() {
      if (title == null || roles.isEmpty() || title.equals(roles.get(0).title())) {
        return roles;
      }
      List<Role> titled = new ArrayList<>(roles);
      titled.set(0, new Role(roles.get(0).department(), title));
      return List.copyOf(titled);
    }

    /** Says the topics, the most important first. */
    public Builder topics(List<TopicId> topics) {
      this.topics = topics;
      return this;
    }

    /** Says the languages, the best first. */
    public Builder languages(List<Locale> languages) {
      this.languages = languages;
      return this;
    }

    /** Says the region as ISO 3166-2 writes it; null for none. */
    public Builder region(@Nullable String region) {
      this.region = region;
      return this;
    }

    /** Says the zone. */
    public Builder timeZone(ZoneId timeZone) {
      this.timeZone = Objects.requireNonNull(timeZone, "timeZone");
      return this;
    }

    /** Says the mail address; null for none. */
    public Builder mail(@Nullable String mail) {
      this.mail = mail;
      return this;
    }

    /**
     * Says the office.
     *
     * @throws IllegalArgumentException when a text is longer than {@link Label#MAX_LENGTH}
     */
    public Builder office(Label office) {
      office.requireAtMost(Label.MAX_LENGTH);
      this.office = office;
      return this;
    }

    /** Says the free text about the person; see {@link Label#prose}. */
    public Builder about(Label about) {
      this.about = Objects.requireNonNull(about, "about");
      return this;
    }

    /** Adds a channel that needs no address of its own. */
    public Builder channel(Channel channel) {
      channels.put(channel, Optional.empty());
      return this;
    }

    /**
     * Adds a channel with its own address, such as {@code tel:+4989…}, which those may see to whom
     * it is disclosed.
     */
    public Builder channel(Channel channel, URI address) {
      return channel(channel, Address.published(address));
    }

    /** Adds a channel with its own address. */
    public Builder channel(Channel channel, Address address) {
      channels.put(channel, Optional.of(address));
      return this;
    }

    /**
     * Says all channels, each with its own address where it has one; replaces those said before.
     */
    public Builder channels(Map<Channel, Optional<Address>> channels) {
      Map<Channel, Optional<Address>> said = Map.copyOf(channels);
      this.channels.clear();
      this.channels.putAll(said);
      return this;
    }

    /** Says the published addresses. */
    public Builder links(List<Link> links) {
      this.links = links;
      return this;
    }

    /** Says which portrait shows the person; null for none. */
    public Builder portrait(@Nullable PortraitId portrait) {
      this.portrait = portrait;
      return this;
    }

    /** Says the last day, after which nothing is published; null for none. */
    public Builder leavesOn(@Nullable LocalDate leavesOn) {
      this.leavesOn = leavesOn;
      return this;
    }

    /** Says what is disclosed to whom; without this nothing is. */
    public Builder consents(Consents consents) {
      this.consents = Objects.requireNonNull(consents, "consents");
      return this;
    }

    /** Says what the person keeps up, so that no import overwrites it. */
    public Builder ownFields(Set<ImportedPeople.Part> ownFields) {
      this.ownFields = Set.copyOf(ownFields);
      return this;
    }

    /**
     * Answers the employee.
     *
     * @throws IllegalArgumentException when there is no name at all
     */
    public Employee build() {
      return new Employee(this);
    }

    private static String shortEnough(String name) {
      String text = name.strip();
      if (text.length() > MAX_NAME_LENGTH) {
        throw new IllegalArgumentException(
            "A name has at most " + MAX_NAME_LENGTH + " characters, this one has " + text.length());
      }
      return text;
    }
  }
}
