package org.visavis.routing;

import java.util.List;
import java.util.Objects;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.TopicId;

/**
 * Somebody whom the customer may choose instead, and why he or she fits. Immutable.
 *
 * @param employee who
 * @param reasons why, the strongest first
 */
public record Alternative(EmployeeId employee, List<Reason> reasons) {

  /** Copies what comes in. */
  public Alternative {
    Objects.requireNonNull(employee, "employee");
    reasons = List.copyOf(reasons);
  }

  /** Why somebody fits. */
  public sealed interface Reason {

    /**
     * Cares for a topic of the chosen person.
     *
     * @param topic the topic
     */
    record SameTopic(TopicId topic) implements Reason {}

    /** Works in a department of the chosen person. */
    record SameDepartment() implements Reason {}

    /** Speaks the customer's language. */
    record SharedLanguage() implements Reason {}

    /** Has agreed to care for this request. */
    record HasAgreed() implements Reason {}

    /** Was proposed by the chosen person. */
    record ProposedByChosen() implements Reason {}

    /** Has helped the customer before. */
    record KnownToCustomer() implements Reason {}

    /** Has room at once. */
    record HasRoom() implements Reason {}
  }
}
