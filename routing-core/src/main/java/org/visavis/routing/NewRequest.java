package org.visavis.routing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;

/**
 * A request as the customer hands it in. Immutable; its text form reveals nothing of it.
 *
 * @param key the idempotency key: the same key with the same content is the same request; 1 to 128
 *     printable ASCII characters
 * @param lease the room that the customer holds, if any
 * @param employee the chosen person
 * @param channel the chosen channel
 * @param subject 1 to 200 characters, one line
 * @param message 1 to 20,000 characters
 * @param customer who asks
 * @param ifUnavailable what to do when the chosen person has no room
 * @param others who may take it as well, the best first: it goes to the first who is free; up to
 *     {@value #MAX_OTHERS}, each once and none of them the chosen one
 * @param follows the secret of an earlier request of the same customer; so it is known who has
 *     helped before
 */
public record NewRequest(
    String key,
    Optional<LeaseToken> lease,
    EmployeeId employee,
    Channel channel,
    String subject,
    String message,
    Customer customer,
    IfUnavailable ifUnavailable,
    List<EmployeeId> others,
    Optional<RequestToken> follows) {

  /** The most characters of a message. */
  public static final int MAX_MESSAGE_LENGTH = 20_000;

  /** The most people who may take a request besides the chosen one. */
  public static final int MAX_OTHERS = 5;

  /**
   * @throws IllegalArgumentException when a part is missing or too long; the message names the part
   */
  public NewRequest {
    if (!key.matches("[\\x21-\\x7e]{1,128}")) {
      throw new IllegalArgumentException("key has 1 to 128 printable ASCII characters");
    }
    Objects.requireNonNull(lease, "lease");
    Objects.requireNonNull(employee, "employee");
    Objects.requireNonNull(channel, "channel");
    subject = Words.requireSubject(subject);
    message = message.strip();
    if (message.isEmpty() || message.length() > MAX_MESSAGE_LENGTH) {
      throw new IllegalArgumentException("message has 1 to " + MAX_MESSAGE_LENGTH + " characters");
    }
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(ifUnavailable, "ifUnavailable");
    Set<EmployeeId> each = new LinkedHashSet<>(others);
    each.remove(employee);
    others = List.copyOf(each);
    if (others.size() > MAX_OTHERS) {
      throw new IllegalArgumentException("others are at most " + MAX_OTHERS);
    }
    Objects.requireNonNull(follows, "follows");
    if (channel == Channel.CALLBACK && customer.phone().isEmpty()) {
      throw new IllegalArgumentException("phone is needed for a callback");
    }
  }

  /**
   * Makes a request that nobody but the chosen person may take unasked.
   *
   * @throws IllegalArgumentException when a part is missing or too long; the message names the part
   */
  public NewRequest(
      String key,
      Optional<LeaseToken> lease,
      EmployeeId employee,
      Channel channel,
      String subject,
      String message,
      Customer customer,
      IfUnavailable ifUnavailable) {
    this(
        key,
        lease,
        employee,
        channel,
        subject,
        message,
        customer,
        ifUnavailable,
        List.of(),
        Optional.empty());
  }

  /**
   * Answers a request without a lease, whose customer is asked where the chosen person has no room.
   *
   * @throws IllegalArgumentException when a part is missing or too long; the message names the part
   */
  public static NewRequest to(
      EmployeeId employee,
      Channel channel,
      String subject,
      String message,
      Customer customer,
      String key) {
    return new NewRequest(
        key, Optional.empty(), employee, channel, subject, message, customer, IfUnavailable.ASK);
  }

  /** Answers this request with the room that the customer holds, if any. */
  public NewRequest holding(Optional<LeaseToken> held) {
    return new NewRequest(
        key, held, employee, channel, subject, message, customer, ifUnavailable, others, follows);
  }

  /** Answers this request with what to do when the chosen person has no room. */
  public NewRequest orElse(IfUnavailable otherwise) {
    return new NewRequest(
        key, lease, employee, channel, subject, message, customer, otherwise, others, follows);
  }

  /**
   * Answers this request, for the chosen person or the first of these who is free. Nobody else gets
   * it by that, and each of them only while he or she is shown and open on the channel.
   *
   * @throws IllegalArgumentException when they are too many
   */
  public NewRequest orFirstFreeOf(List<EmployeeId> alsoWelcome) {
    return new NewRequest(
        key,
        lease,
        employee,
        channel,
        subject,
        message,
        customer,
        ifUnavailable,
        alsoWelcome,
        follows);
  }

  /**
   * Answers this request of a customer who was helped before, and holds the secret of that request.
   * An unknown secret changes nothing.
   */
  public NewRequest following(RequestToken earlier) {
    return new NewRequest(
        key,
        lease,
        employee,
        channel,
        subject,
        message,
        customer,
        ifUnavailable,
        others,
        Optional.of(earlier));
  }

  @Override
  public String toString() {
    return "NewRequest[" + employee + ", " + channel + "]";
  }
}
