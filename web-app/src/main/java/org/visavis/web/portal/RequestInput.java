package org.visavis.web.portal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.visavis.directory.Channel;
import org.visavis.routing.Customer;
import org.visavis.routing.IfUnavailable;
import org.visavis.routing.NewRequest;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Phrase;
import org.visavis.web.portal.RequestFormView.Input;

/** Reads what a customer typed; the cores say what they take. */
final class RequestInput {

  private static final int MOST_IN_A_LINE = 200;

  private RequestInput() {}

  /**
   * Answers what was typed.
   *
   * @param field answers the field of a name; empty where it is missing
   * @param others the fields of those who may take it as well
   */
  static Input of(Function<String, String> field, Collection<String> others) {
    IfUnavailable choice =
        Ids.read(field.apply("ifUnavailable"), IfUnavailable::from).orElse(IfUnavailable.ASK);
    return new Input(
        field.apply("name"),
        field.apply("email"),
        field.apply("phone"),
        field.apply("subject").replaceAll("\\p{Cntrl}+", " "),
        text(field.apply("message")),
        RequestFormView.IfUnavailable.valueOf(choice.name()),
        new LinkedHashSet<>(others),
        field.apply("follows"));
  }

  /** Answers a text with the line ends that this system keeps; browsers send others. */
  static String text(String typed) {
    return typed.replace("\r\n", "\n").replace('\r', '\n').strip();
  }

  /** Answers what is to be corrected, in the order of the fields. */
  static List<FieldError> errors(Input input, Channel channel) {
    List<FieldError> errors = new ArrayList<>();
    words("name", input.name(), MOST_IN_A_LINE).ifPresent(errors::add);
    if (!isAddress(input.email())) {
      errors.add(FieldError.of("email", "error.email"));
    }
    boolean needsPhone = channel == Channel.CALLBACK || channel == Channel.PHONE;
    if ((needsPhone && input.phone().isEmpty())
        || !isTaken(() -> customer("-", "a@b", input.phone(), Locale.ROOT))) {
      errors.add(FieldError.of("phone", "error.phone"));
    }
    words("subject", input.subject(), MOST_IN_A_LINE).ifPresent(errors::add);
    words("message", input.message(), NewRequest.MAX_MESSAGE_LENGTH).ifPresent(errors::add);
    return errors;
  }

  /** Answers what is to be corrected in a text, named like its field. */
  static Optional<FieldError> words(String field, String text, int most) {
    if (text.isEmpty()) {
      return Optional.of(FieldError.of(field, "error." + field));
    }
    return text.length() > most
        ? Optional.of(new FieldError(field, Phrase.of("error.too-long", most)))
        : Optional.empty();
  }

  /**
   * Answers who asks.
   *
   * @throws IllegalArgumentException when a part was not corrected
   */
  static Customer customer(String name, String email, String phone, Locale language) {
    return new Customer(
        name,
        email,
        phone.isEmpty() ? Optional.empty() : Optional.of(phone),
        language,
        Optional.empty());
  }

  /** Answers whether somebody can be written to at that mail address. */
  static boolean isAddress(String email) {
    return isTaken(() -> customer("-", email, "", Locale.ROOT));
  }

  private static boolean isTaken(Supplier<Customer> customer) {
    return Ids.read("", nothing -> customer.get()).isPresent();
  }
}
