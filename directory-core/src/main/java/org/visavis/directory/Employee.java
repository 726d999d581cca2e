package org.visavis.directory;

import java.net.URI;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person who works for the company, as outsiders may come to know him or her. Immutable; equal
 * when every part is equal.
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
  private final Label title;
  private final List<DepartmentId> departments;
  private final List<TopicId> topics;
  private final List<Locale> languages;
  private final @Nullable String region;
  private final ZoneId timeZone;
  private final @Nullable String mail;
  private final Map<Channel, Optional<URI>> channels;
  private final List<Link> links;
  private final @Nullable PortraitId portrait;

  private Employee(Builder builder) {
    id = builder.id;
    givenName = builder.givenName;
    familyName = builder.familyName;
    displayName =
        builder.displayName != null ? builder.displayName : (givenName + " " + familyName).strip();
    if (displayName.isEmpty()) {
      throw new IllegalArgumentException("An employee has a name");
    }
    title = builder.title;
    departments = List.copyOf(builder.departments);
    topics = List.copyOf(builder.topics);
    languages = List.copyOf(builder.languages);
    region = builder.region;
    timeZone = builder.timeZone;
    mail = builder.mail;
    channels = Collections.unmodifiableMap(new EnumMap<>(builder.channels));
    links = List.copyOf(builder.links);
    portrait = builder.portrait;
  }

  /** Begins an employee of that id and name; everything else is empty until it is said. */
  public static Builder named(EmployeeId id, String givenName, String familyName) {
    return new Builder(id).name(givenName, familyName);
  }

  /** Begins a copy of this employee. */
  public Builder toBuilder() {
    Builder copy = new Builder(id).name(givenName, familyName).displayName(displayName);
    copy.title(title).departments(departments).topics(topics).languages(languages);
    copy.timeZone(timeZone).links(links);
    copy.region = region;
    copy.mail = mail;
    copy.channels(channels);
    copy.portrait = portrait;
    return copy;
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

  /** Answers what the person is in the company; may be empty. */
  public Label title() {
    return title;
  }

  /** Answers the departments, the main one first. */
  public List<DepartmentId> departments() {
    return departments;
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

  /** Answers the mail address to which the portal sends notices. It is never published. */
  public Optional<String> mail() {
    return Optional.ofNullable(mail);
  }

  /**
   * Answers the channels that the person offers, each with its own address where it has one ({@code
   * tel:…}).
   */
  public Map<Channel, Optional<URI>> channels() {
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
        title,
        departments,
        topics,
        languages,
        region(),
        timeZone,
        mail(),
        channels,
        links,
        portrait());
  }

  /** Collects the parts of an employee. Not thread-safe. */
  public static final class Builder {

    private final EmployeeId id;
    private String givenName = "";
    private String familyName = "";
    private @Nullable String displayName;
    private Label title = Label.empty();
    private List<DepartmentId> departments = List.of();
    private List<TopicId> topics = List.of();
    private List<Locale> languages = List.of();
    private @Nullable String region;
    private ZoneId timeZone = ZoneId.of("UTC");
    private @Nullable String mail;
    private final Map<Channel, Optional<URI>> channels = new EnumMap<>(Channel.class);
    private List<Link> links = List.of();
    private @Nullable PortraitId portrait;

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

    /** Says the title. */
    public Builder title(Label title) {
      this.title = Objects.requireNonNull(title, "title");
      return this;
    }

    /** Says the departments, the main one first. */
    public Builder departments(List<DepartmentId> departments) {
      this.departments = departments;
      return this;
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

    /** Says the unpublished mail address; null for none. */
    public Builder mail(@Nullable String mail) {
      this.mail = mail;
      return this;
    }

    /** Adds a channel that needs no address of its own. */
    public Builder channel(Channel channel) {
      channels.put(channel, Optional.empty());
      return this;
    }

    /** Adds a channel with its own address, such as {@code tel:+4989…}. */
    public Builder channel(Channel channel, URI address) {
      channels.put(channel, Optional.of(address));
      return this;
    }

    /**
     * Says all channels, each with its own address where it has one; replaces those said before.
     */
    public Builder channels(Map<Channel, Optional<URI>> channels) {
      Map<Channel, Optional<URI>> said = Map.copyOf(channels);
      this.channels.clear();
      this.channels.putAll(said);
      return this;
    }

    /** Says the published addresses. */
    public Builder links(List<Link> links) {
      this.links = links;
      return this;
    }

    /** Says which portrait shows the person. */
    public Builder portrait(PortraitId portrait) {
      this.portrait = portrait;
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
