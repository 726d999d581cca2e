package org.visavis.web.pages;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.Department;
import org.visavis.directory.Directory;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Handles;
import org.visavis.directory.Label;
import org.visavis.directory.LinkKind;
import org.visavis.directory.Match;
import org.visavis.directory.PortraitId;
import org.visavis.directory.Profile;
import org.visavis.directory.Telephone;
import org.visavis.directory.Topic;
import org.visavis.presence.Load;
import org.visavis.presence.Presence;
import org.visavis.presence.PublicStatus;
import org.visavis.presence.Reachability;
import org.visavis.presence.Status;

/**
 * Makes the cards of people, and is the one place where the words of the cores become those of
 * pages. It shows what the decision says and decides nothing. Immutable, thread-safe.
 */
@Dependent
public final class Cards {

  /** More than this explains nothing. */
  private static final int MOST_MATCHED = 3;

  /** Addresses that open a conversation and run no code. */
  private static final Set<String> LINKED = Set.of("tel", "https", "http", "sip", "sips", "xmpp");

  private final Directory directory;
  private final Presence presence;
  private final Handles handles;

  /** Makes cards of the people in that directory. */
  @Inject
  public Cards(Directory directory, Presence presence, Handles handles) {
    this.directory = directory;
    this.presence = presence;
    this.handles = handles;
  }

  /** Answers the card of a person as the public sees it; nothing for one who is not shown. */
  public Optional<PersonCard> find(EmployeeId employee, Language language) {
    Reachability reachability = presence.reachability(employee, Audience.PUBLIC);
    return reachability.shown()
        ? directory
            .view(employee, Audience.PUBLIC)
            .map(person -> of(person, reachability, language))
        : Optional.empty();
  }

  /**
   * Answers the card of a person whom the reader has dealt with: as {@link #find} does, and where
   * the public does not see the person now, the name alone.
   */
  public PersonCard known(EmployeeId employee, Texts texts) {
    return find(employee, texts.language())
        .orElseGet(
            () -> {
              String name = name(employee, texts);
              return new PersonCard(
                  handles.of(employee),
                  name,
                  "",
                  List.of(),
                  List.of(),
                  face(employee, name),
                  StatusView.of(StatusKind.UNKNOWN),
                  LoadWord.FULL,
                  List.of(),
                  List.of());
            });
  }

  /** Answers the card of a person that a search has found, saying what fits. */
  public PersonCard of(Match match, Reachability reachability, Language language) {
    return of(match.profile(), reachability, matched(match, language), language);
  }

  /** Answers the card of a person by a decision, for example the one of a preview. */
  public PersonCard of(Profile employee, Reachability reachability, Language language) {
    return of(employee, reachability, List.of(), language);
  }

  private PersonCard of(
      Profile employee, Reachability reachability, List<String> matched, Language language) {
    return new PersonCard(
        handles.of(employee.id()),
        employee.displayName(),
        employee.title().text(language.locale()),
        names(departments(employee).stream().map(Department::name).toList(), language),
        names(topics(employee).stream().map(Topic::name).toList(), language),
        portrait(employee),
        status(reachability.status(), language),
        load(reachability.load()),
        buttons(employee, reachability),
        matched);
  }

  /** Answers the departments of a person that the directory knows, the main one first. */
  public List<Department> departments(Profile employee) {
    return employee.departments().stream()
        .flatMap(id -> directory.findDepartment(id).stream())
        .toList();
  }

  /** Answers the topics of a person that the directory knows, the most important first. */
  public List<Topic> topics(Profile employee) {
    return employee.topics().stream().flatMap(id -> directory.findTopic(id).stream()).toList();
  }

  /** Answers the face of a person. */
  public static Portrait portrait(Profile employee) {
    String url = employee.portrait().map(id -> "/portraits/" + id).orElse("");
    return Portrait.of(employee.id().value(), employee.displayName(), url);
  }

  /**
   * Answers the face of a person whom the reader has dealt with: initials where the public does not
   * see the person now, for the picture has no address then.
   */
  public Portrait face(EmployeeId employee, String name) {
    Portrait initials = Portrait.of(employee.value(), name, "");
    return presence.reachability(employee, Audience.PUBLIC).shown()
        ? directory.view(employee, Audience.PUBLIC).map(Cards::portrait).orElse(initials)
        : initials;
  }

  /**
   * Answers the face of a person for a customer whose request he or she cares for: as everybody
   * sees it, and where the portrait is for known customers alone, from an address of the request's
   * own.
   *
   * @param portraits the address below which the request has its portraits
   */
  public Portrait face(EmployeeId employee, String name, String portraits) {
    Portrait open = face(employee, name);
    return open.hasPicture()
        ? open
        : knownPortrait(employee)
            .map(id -> Portrait.of(employee.value(), name, portraits + "/" + id))
            .orElse(open);
  }

  /**
   * Answers the portrait that a person shows to customers whom he or she knows; nothing where it is
   * withheld from them, or the person does not appear to them now.
   */
  public Optional<PortraitId> knownPortrait(EmployeeId employee) {
    return presence.reachability(employee, Audience.KNOWN_CUSTOMER).shown()
        ? directory.view(employee, Audience.KNOWN_CUSTOMER).flatMap(Profile::portrait)
        : Optional.empty();
  }

  /**
   * Answers the name of a person whom the reader has dealt with, hidden or not; words that stand
   * for it where the person has left.
   */
  public String name(EmployeeId employee, Texts texts) {
    return directory
        .view(employee, Audience.KNOWN_CUSTOMER)
        .map(Profile::displayName)
        .orElseGet(() -> texts.of("person.former"));
  }

  /** Answers a status as pages show it. */
  public static StatusView status(PublicStatus status, Language language) {
    return new StatusView(
        status(status.status()), status.until(), status.note().text(language.locale()));
  }

  /** Answers the word of a status. */
  public static StatusKind status(Status status) {
    return StatusKind.valueOf(status.name());
  }

  /** Answers the word of a load. */
  public static LoadWord load(Load load) {
    return LoadWord.valueOf(load.name());
  }

  /** Answers the word of a channel. */
  public static ChannelKind channel(Channel channel) {
    return ChannelKind.valueOf(channel.name());
  }

  /** Answers the word of an openness. */
  public static Openness openness(org.visavis.presence.Openness openness) {
    return Openness.valueOf(openness.name());
  }

  /** Answers where a request stands, in the words of pages. */
  public static RequestState state(org.visavis.routing.RequestState state) {
    return switch (state) {
      case OPEN -> RequestState.WAITLISTED;
      case OFFERED -> RequestState.DECLINED;
      case ACCEPTED -> RequestState.ACCEPTED;
      case WAITING_FOR_CUSTOMER -> RequestState.WAITING;
      case SNOOZED -> RequestState.SNOOZED;
      case RESOLVED, MERGED -> RequestState.RESOLVED;
      case WITHDRAWN -> RequestState.WITHDRAWN;
      case EXPIRED -> RequestState.EXPIRED;
    };
  }

  /** Answers a language by its name in the language of the page. */
  public static String language(Locale spoken, Language language) {
    String name = spoken.getDisplayLanguage(language.locale());
    return name.isEmpty() ? spoken.toLanguageTag() : name;
  }

  /** The open ones first; the order of the channels among equals. */
  private static List<ChannelButton> buttons(Profile employee, Reachability reachability) {
    List<ChannelButton> buttons = new ArrayList<>();
    for (Map.Entry<Channel, org.visavis.presence.Openness> entry :
        reachability.channels().entrySet()) {
      buttons.add(button(employee, entry.getKey(), openness(entry.getValue()), reachability));
    }
    buttons.sort(Comparator.comparing(ChannelButton::openness));
    return buttons;
  }

  /** An address is given away only while its channel is open: else there is nothing to follow. */
  private static ChannelButton button(
      Profile employee, Channel channel, Openness openness, Reachability reachability) {
    ChannelKind kind = channel(channel);
    if (openness == Openness.OPEN) {
      return address(employee, channel)
          .map(uri -> ChannelButton.link(kind, openness, uri.toString(), readable(uri)))
          .orElseGet(() -> ChannelButton.lease(kind, openness, ChannelNote.NONE));
    }
    ChannelButton button = ChannelButton.lease(kind, openness, note(openness, reachability));
    return openness == Openness.LATER
        ? reachability.status().until().map(button::openingAt).orElse(button)
        : button;
  }

  /**
   * Answers where a channel leads when it leads somewhere else, such as a telephone number. A
   * message and a callback always go through the portal.
   */
  public static Optional<URI> address(Profile employee, Channel channel) {
    if (channel == Channel.MESSAGE || channel == Channel.CALLBACK) {
      return Optional.empty();
    }
    return employee
        .channels()
        .getOrDefault(channel, Optional.empty())
        .filter(uri -> uri.getScheme() != null)
        .filter(uri -> LINKED.contains(uri.getScheme().toLowerCase(Locale.ROOT)));
  }

  /** A telephone number as people write it; nothing of other addresses, which are long. */
  private static String readable(URI uri) {
    return LinkKind.of(uri) == LinkKind.TELEPHONE ? Telephone.international(uri) : "";
  }

  private static ChannelNote note(Openness openness, Reachability reachability) {
    if (openness == Openness.WAITLIST) {
      return ChannelNote.AT_LIMIT;
    }
    return switch (reachability.status().status()) {
      case ON_HOLIDAY, TRAVELLING -> ChannelNote.ABSENT;
      case OFF_DUTY -> ChannelNote.OFF_DUTY;
      case UNKNOWN ->
          reachability.load() == Load.FULL ? ChannelNote.AT_LIMIT : ChannelNote.STATUS_UNKNOWN;
      case AVAILABLE, BUSY, AWAY ->
          reachability.load() == Load.FULL ? ChannelNote.AT_LIMIT : ChannelNote.NOT_NOW;
    };
  }

  /** What the card says already is left out; the rest is said in the page's language. */
  private static List<String> matched(Match match, Language language) {
    return match.reasons().stream()
        .flatMap(reason -> matched(reason, language).stream())
        .distinct()
        .limit(MOST_MATCHED)
        .toList();
  }

  /** A name is on the card, so what is said of it is only that it was typed another way. */
  private static List<String> matched(Match.Reason reason, Language language) {
    String name = reason.name().text(language.locale());
    if (reason.field() != Match.Field.NAME) {
      return List.of(reason.synonym() ? name + " (" + reason.text() + ")" : name);
    }
    return reason.hits().stream()
        .filter(hit -> hit.how() == Match.How.PHONETIC || hit.how() == Match.How.TYPO)
        .map(hit -> hit.word() + " ≈ " + reason.text())
        .toList();
  }

  private static List<String> names(List<Label> labels, Language language) {
    return labels.stream().map(label -> label.text(language.locale())).toList();
  }
}
