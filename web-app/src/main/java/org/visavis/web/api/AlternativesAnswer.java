package org.visavis.web.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Handles;
import org.visavis.routing.Alternative;
import org.visavis.routing.Alternative.Reason;
import org.visavis.web.pages.Cards;
import org.visavis.web.pages.Language;
import org.visavis.web.pages.Texts;

/**
 * Says whom a customer may choose instead. Whoever is not shown any more is left out, unless he or
 * she has agreed to take the request.
 */
@Dependent
class AlternativesAnswer {

  @Inject private People people;
  @Inject private Cards cards;
  @Inject private Handles handles;

  List<AlternativeAnswer> of(List<Alternative> alternatives, Language language) {
    return alternatives.stream()
        .flatMap(
            alternative ->
                name(alternative, language).stream()
                    .map(
                        name ->
                            new AlternativeAnswer(
                                handles.of(alternative.employee()), name, codes(alternative))))
        .toList();
  }

  /** Whoever has agreed to take it is shown to this customer, whatever others see. */
  private Optional<String> name(Alternative alternative, Language language) {
    EmployeeId employee = alternative.employee();
    return alternative.reasons().contains(new Reason.HasAgreed())
        ? Optional.of(cards.name(employee, Texts.of(language, ZoneOffset.UTC)))
        : people.find(employee, language).map(PersonAnswer::displayName);
  }

  /** Answers the same as {@link #of} for a member of a problem document. */
  List<Map<String, Object>> members(List<Alternative> alternatives, Language language) {
    List<Map<String, Object>> members = new ArrayList<>();
    for (AlternativeAnswer alternative : of(alternatives, language)) {
      Map<String, Object> member = new LinkedHashMap<>();
      member.put("employee", alternative.employee());
      member.put("displayName", alternative.displayName());
      member.put("reasons", alternative.reasons());
      members.add(member);
    }
    return members;
  }

  /** Answers whether somebody is shown to the public. */
  boolean isShown(EmployeeId employee) {
    return people.find(employee, Language.EN).isPresent();
  }

  private static List<String> codes(Alternative alternative) {
    return alternative.reasons().stream().map(AlternativesAnswer::code).distinct().toList();
  }

  private static String code(Reason reason) {
    if (reason instanceof Reason.SameTopic same) {
      return "same-topic:" + same.topic();
    } else if (reason instanceof Reason.SameDepartment) {
      return "same-department";
    } else if (reason instanceof Reason.SharedLanguage) {
      return "shared-language";
    } else if (reason instanceof Reason.ProposedByChosen) {
      return "proposed";
    } else if (reason instanceof Reason.KnownToCustomer) {
      return "known-to-customer";
    } else if (reason instanceof Reason.HasAgreed) {
      return "has-agreed";
    } else if (reason instanceof Reason.HasRoom) {
      return "has-room";
    }
    return "other";
  }

  /** Somebody whom the customer may choose instead. */
  @Schema(name = "Alternative")
  public record AlternativeAnswer(
      String employee,
      String displayName,
      @Schema(
              description =
                  "same-topic:TOPIC, same-department, shared-language, proposed, has-agreed,"
                      + " known-to-customer, has-room; the strongest first")
          List<String> reasons) {}
}
