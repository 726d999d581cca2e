package org.visavis.web.demo;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Customer;
import org.visavis.routing.IfUnavailable;
import org.visavis.routing.NewRequest;

/**
 * What an invented customer has written, and what came of it. Immutable.
 *
 * @param employee who was chosen
 * @param customer who writes
 * @param subject what it is about
 * @param message the words
 * @param resolved whether it is done
 * @param reply what the employee has answered; may be empty
 * @param age how long ago it was written
 */
record Letter(
    EmployeeId employee,
    Customer customer,
    String subject,
    String message,
    boolean resolved,
    String reply,
    Duration age) {

  static Customer customer(String name, String email, Locale language) {
    return new Customer(name, email, Optional.empty(), language, Optional.empty());
  }

  /** Answers the request that the customer handed in. */
  NewRequest request(String key) {
    return new NewRequest(
        key,
        Optional.empty(),
        employee,
        Channel.MESSAGE,
        subject,
        message,
        customer,
        IfUnavailable.WAIT);
  }
}
