package org.visavis.routing.spi;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Alternative;

/**
 * Says whom a customer may choose instead of somebody who cannot. Only proposes: the customer
 * remains the chooser. Thread-safe.
 */
@FunctionalInterface
public interface Ranking {

  /**
   * Answers the people who fit, the best first: each of them shown to the audience and open on the
   * channel, none of them the chosen one or one who is out of the question. Reads memory, never
   * blocks.
   */
  List<Alternative> alternatives(Wish wish);

  /** Answers a ranking that proposes nobody. */
  static Ranking nobody() {
    return wish -> List.of();
  }

  /**
   * What a customer wished for. Immutable.
   *
   * @param chosen whom the customer chose at first
   * @param channel how to reach that person
   * @param audience as whom the customer looks
   * @param language the customer's language; {@link Locale#ROOT} where it is not known
   * @param proposed whom the chosen person proposed, the best first; they come before all others
   * @param out who is out of the question, because he or she has declined already
   * @param known who has helped the customer before, where that is known
   */
  record Wish(
      EmployeeId chosen,
      Channel channel,
      Audience audience,
      Locale language,
      List<EmployeeId> proposed,
      Set<EmployeeId> out,
      Optional<EmployeeId> known) {

    /** Copies what comes in. */
    public Wish {
      Objects.requireNonNull(chosen, "chosen");
      Objects.requireNonNull(channel, "channel");
      Objects.requireNonNull(audience, "audience");
      Objects.requireNonNull(language, "language");
      proposed = List.copyOf(proposed);
      out = Set.copyOf(out);
      Objects.requireNonNull(known, "known");
    }

    /** Answers this wish of somebody whom that person has helped before. */
    public Wish knowing(Optional<EmployeeId> helper) {
      return new Wish(chosen, channel, audience, language, proposed, out, helper);
    }

    /** Answers the wish of somebody about whom nothing else is known. */
    public static Wish of(EmployeeId chosen, Channel channel, Audience audience, Locale language) {
      return new Wish(chosen, channel, audience, language, List.of(), Set.of(), Optional.empty());
    }
  }
}
