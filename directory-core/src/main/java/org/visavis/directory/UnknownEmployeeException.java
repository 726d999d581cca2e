package org.visavis.directory;

import java.io.Serial;

/** Thrown when an operation names an employee who does not exist. */
public final class UnknownEmployeeException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final String employee;

  /** Makes the exception for that id. */
  public UnknownEmployeeException(EmployeeId employee) {
    super("There is no employee " + employee);
    this.employee = employee.value();
  }

  /** Answers the id that was asked for. */
  public EmployeeId employee() {
    return EmployeeId.of(employee);
  }
}
