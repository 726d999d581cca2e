package org.visavis.web.workspace;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.Attribute;
import org.visavis.directory.Basis;
import org.visavis.directory.Consent;
import org.visavis.directory.Consents;
import org.visavis.directory.Directory;
import org.visavis.directory.Disclosure;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.ImportedPeople.Part;
import org.visavis.directory.Label;
import org.visavis.directory.Link;
import org.visavis.directory.Portrait;
import org.visavis.directory.TopicId;
import org.visavis.directory.portrait.PortraitProcessor;
import org.visavis.directory.portrait.PortraitResult;
import org.visavis.web.wiring.Transactions;

/**
 * What employees keep up about themselves, and who may see it: the same for the page and for the
 * API. What somebody has changed here belongs to that person, and no import overwrites it.
 * Thread-safe.
 */
@Dependent
public class OwnProfile {

  @Inject private Directory directory;
  @Inject private Transactions transactions;
  @Inject private PortraitProcessor portraits;
  @Inject private Clock clock;

  /**
   * The parts that people say themselves.
   *
   * @param about a few sentences
   * @param pronouns as the person wants to be spoken of
   * @param languages that the person speaks, the best first
   * @param topics that the person cares for, the most important first
   * @param links that the person publishes
   */
  public record Words(
      Label about, Label pronouns, List<Locale> languages, List<TopicId> topics, List<Link> links) {

    /** Copies the lists. */
    public Words {
      languages = List.copyOf(languages);
      topics = List.copyOf(topics);
      links = List.copyOf(links);
    }

    /** Answers what somebody has said so far. */
    public static Words of(Employee employee) {
      return new Words(
          employee.about(),
          employee.pronouns(),
          employee.languages(),
          employee.topics(),
          employee.links());
    }
  }

  /** Takes what somebody says. */
  public Employee say(EmployeeId id, Words words) {
    return transactions.call(() -> directory.change(id, before -> said(before, words)));
  }

  private static Employee said(Employee before, Words words) {
    Words now = Words.of(before);
    Set<Part> own = EnumSet.noneOf(Part.class);
    own.addAll(before.ownFields());
    note(own, Part.ABOUT, now.about(), words.about());
    note(own, Part.PRONOUNS, now.pronouns(), words.pronouns());
    note(own, Part.LANGUAGES, now.languages(), words.languages());
    note(own, Part.TOPICS, now.topics(), words.topics());
    note(own, Part.LINKS, now.links(), words.links());
    return before.toBuilder()
        .about(words.about())
        .pronouns(words.pronouns())
        .languages(words.languages())
        .topics(words.topics())
        .links(words.links())
        .ownFields(own)
        .build();
  }

  private static void note(Set<Part> own, Part part, Object before, Object after) {
    if (!before.equals(after)) {
      own.add(part);
    }
  }

  /**
   * Makes a portrait of a file and shows it; whoever it replaces is gone.
   *
   * @param disclosure who may see it; must not be nobody
   */
  public PortraitResult show(EmployeeId id, byte[] file, Disclosure disclosure) {
    if (disclosure == Disclosure.NOBODY) {
      throw new IllegalArgumentException("A portrait that nobody may see is not kept");
    }
    // Outside of a transaction: it takes a second, and a connection is dear.
    PortraitResult result = portraits.process(file);
    if (result instanceof PortraitResult.Accepted accepted) {
      Portrait portrait = Portrait.of(accepted.images());
      Instant now = clock.instant();
      transactions.run(
          () -> {
            directory.keepPortrait(portrait);
            directory.change(
                id,
                before ->
                    own(before, Part.PORTRAIT)
                        .portrait(portrait.id())
                        .consents(disclosed(before, Map.of(Attribute.PHOTO, disclosure), now))
                        .build());
          });
    }
    return result;
  }

  /** Takes the portrait away. */
  public void removePortrait(EmployeeId id) {
    transactions.run(
        () -> directory.change(id, before -> own(before, Part.PORTRAIT).portrait(null).build()));
  }

  private static Employee.Builder own(Employee before, Part part) {
    Set<Part> own = EnumSet.of(part);
    own.addAll(before.ownFields());
    return before.toBuilder().ownFields(own);
  }

  /** Answers who may see the portrait, where somebody may. */
  public Optional<Disclosure> photoDisclosure(EmployeeId id) {
    return directory
        .find(id)
        .map(employee -> employee.consents().disclosure(Attribute.PHOTO))
        .filter(disclosure -> disclosure != Disclosure.NOBODY);
  }

  /** Says who may see what, on the person's own word; what is not named stays as it is. */
  public Employee disclose(EmployeeId id, Map<Attribute, Disclosure> wishes) {
    Instant now = clock.instant();
    return transactions.call(
        () ->
            directory.change(
                id, before -> before.toBuilder().consents(disclosed(before, wishes, now)).build()));
  }

  /** What has not changed keeps its date and basis. */
  private static Consents disclosed(
      Employee before, Map<Attribute, Disclosure> wishes, Instant now) {
    Consents consents = before.consents();
    for (Map.Entry<Attribute, Disclosure> wish : wishes.entrySet()) {
      if (consents.disclosure(wish.getKey()) != wish.getValue()) {
        consents =
            consents.with(wish.getKey(), new Consent(wish.getValue(), now, Basis.ofThePerson()));
      }
    }
    return consents;
  }
}
