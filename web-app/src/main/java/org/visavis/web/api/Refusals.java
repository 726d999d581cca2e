package org.visavis.web.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.visavis.routing.Alternative;
import org.visavis.routing.Refusal;
import org.visavis.routing.Request;
import org.visavis.routing.Slot;
import org.visavis.routing.Step;
import org.visavis.web.guard.Problem;
import org.visavis.web.pages.Language;

/** Says why a person cannot be had, or a step not be taken. */
@Dependent
class Refusals {

  @Inject private AlternativesAnswer alternatives;

  ProblemException of(Refusal reason, List<Alternative> instead, Language language) {
    return switch (reason) {
      case UNKNOWN_EMPLOYEE -> ProblemException.unknownPerson();
      case CHANNEL_CLOSED ->
          new ProblemException(
              Problem.of(
                      409,
                      "channel-closed",
                      "This channel is not open now",
                      "Choose another channel of the person, or one of the alternatives.")
                  .with("alternatives", alternatives.members(instead, language)));
      case AT_LIMIT ->
          new ProblemException(
              Problem.of(
                      409,
                      "at-limit",
                      "The person has no room left",
                      "Hand the request in with ifUnavailable, or choose one of the alternatives.")
                  .with("alternatives", alternatives.members(instead, language)));
    };
  }

  /** Says that a time cannot be had, and which ones can. */
  static ProblemException notFree(List<Slot> others, ZoneId zone) {
    return new ProblemException(
        Problem.of(
                409,
                "slot-not-free",
                "The time cannot be had",
                "Nothing was changed. Book one of the slots.")
            .with(
                "slots",
                others.stream()
                    .map(slot -> SlotAnswer.of(slot, zone))
                    .map(slot -> Map.of("start", slot.start(), "end", slot.end()))
                    .toList()));
  }

  /** Says that the time of a request cannot be set. */
  static ProblemException noTime(Request request) {
    return new ProblemException(
        Problem.of(
                409,
                "wrong-state",
                "The time of this request cannot be set",
                "Nothing was changed. It is "
                    + request.state().code()
                    + "; a time is booked on the channel appointment, before it has begun.")
            .with("state", request.state().code()));
  }

  /**
   * Answers the request after a step.
   *
   * @throws ProblemException when the step was not possible
   */
  static Request taken(Step step) {
    return step.fold(
        Step.Taken::request,
        not -> {
          throw notPossible(not);
        });
  }

  private static ProblemException notPossible(Step.NotPossible not) {
    Problem problem =
        switch (not.reason()) {
          case WRONG_STATE ->
              Problem.of(
                  409,
                  "wrong-state",
                  "The request is in a state that does not allow this",
                  "Nothing was changed. It is " + not.request().state().code() + ".");
          case AT_LIMIT ->
              Problem.of(409, "at-limit", "The person has no room left", "Nothing was changed.");
          case UNKNOWN_COLLEAGUE ->
              Problem.of(
                  409,
                  "unknown-colleague",
                  "There is no such colleague",
                  "Nothing was changed. Ask somebody else.");
          case OTHER_CUSTOMER ->
              Problem.of(
                  409,
                  "other-customer",
                  "The two requests are not of the same customer",
                  "Nothing was changed. Only requests with the same mail address become one.");
        };
    return new ProblemException(problem.with("state", not.request().state().code()));
  }
}
