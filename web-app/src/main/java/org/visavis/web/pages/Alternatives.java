package org.visavis.web.pages;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.visavis.directory.Directory;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Alternative.Reason;

/** Shows whom a customer may choose instead, with the reasons. Immutable, thread-safe. */
@Dependent
public final class Alternatives {

  private final Directory directory;
  private final Cards cards;

  /** Shows people of that directory. */
  @Inject
  public Alternatives(Directory directory, Cards cards) {
    this.directory = directory;
    this.cards = cards;
  }

  /**
   * Answers the colleagues that routing proposes, in its order; whoever is not shown to the public
   * any more is left out.
   *
   * @param chosen whom the customer wanted, who may have proposed them
   */
  public List<Alternative> of(
      List<org.visavis.routing.Alternative> proposed, EmployeeId chosen, Texts texts) {
    return proposed.stream()
        .flatMap(
            alternative ->
                card(alternative, texts).stream()
                    .map(card -> new Alternative(card, reasons(alternative, chosen, texts))))
        .toList();
  }

  /** Whoever has agreed to take it is shown to this customer, whatever others see. */
  private Optional<PersonCard> card(org.visavis.routing.Alternative alternative, Texts texts) {
    return alternative.reasons().contains(new Reason.HasAgreed())
        ? Optional.of(cards.known(alternative.employee(), texts))
        : cards.find(alternative.employee(), texts.language());
  }

  private List<Phrase> reasons(
      org.visavis.routing.Alternative alternative, EmployeeId chosen, Texts texts) {
    return alternative.reasons().stream()
        .map(reason -> phrase(reason, chosen, texts))
        .distinct()
        .toList();
  }

  private Phrase phrase(Reason reason, EmployeeId chosen, Texts texts) {
    if (reason instanceof Reason.SameTopic same) {
      Locale locale = texts.language().locale();
      return directory
          .findTopic(same.topic())
          .map(topic -> Phrase.of("reason.same-topic", topic.name().text(locale)))
          .orElseGet(() -> Phrase.of("reason.same-topics"));
    } else if (reason instanceof Reason.SameDepartment) {
      return Phrase.of("reason.same-department");
    } else if (reason instanceof Reason.SharedLanguage) {
      return Phrase.of("reason.shared-language");
    } else if (reason instanceof Reason.ProposedByChosen) {
      return Phrase.of("reason.proposed", cards.name(chosen, texts));
    } else if (reason instanceof Reason.KnownToCustomer) {
      return Phrase.of("reason.known");
    } else if (reason instanceof Reason.HasAgreed) {
      return Phrase.of("reason.has-agreed");
    } else if (reason instanceof Reason.HasRoom) {
      return Phrase.of("reason.has-room");
    }
    throw new IllegalArgumentException("No words for the reason " + reason);
  }
}
