package org.visavis.web.api;

import java.io.Serial;
import java.util.List;
import org.visavis.web.guard.Problem;
import org.visavis.web.guard.Problem.FieldProblem;

/** Ends a request with a problem document. Thrown before anything was changed. */
final class ProblemException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  ProblemException(Problem problem) {
    super(problem.title());
    this.problem = problem;
  }

  /** One field cannot be as it is. */
  static ProblemException field(String field, String detail) {
    return fields(List.of(new FieldProblem(field, detail)));
  }

  /** Some fields cannot be as they are. */
  static ProblemException fields(List<FieldProblem> errors) {
    return new ProblemException(
        Problem.of(
                422,
                "invalid-fields",
                "Some fields cannot be as they are",
                "Nothing was changed; see errors.")
            .withErrors(errors));
  }

  /** A parameter of the address cannot be as it is. */
  static ProblemException parameter(String name, String detail) {
    return new ProblemException(
        Problem.of(
                400, "invalid-parameters", "Some parameters cannot be as they are", "See errors.")
            .withErrors(List.of(new FieldProblem(name, detail))));
  }

  /** A person does not exist, or is not shown: the two are not told apart. */
  static ProblemException unknownPerson() {
    return new ProblemException(
        Problem.of(
            404,
            "unknown-person",
            "There is no such person",
            "The person may not be shown at the moment. Search among those who are: GET"
                + " /api/v1/people"));
  }

  /** A request does not exist, or is somebody else's: the two are not told apart. */
  static ProblemException unknownRequest() {
    return new ProblemException(Problem.of(404, "unknown-request", "There is no such request", ""));
  }

  Problem problem() {
    return problem;
  }
}
