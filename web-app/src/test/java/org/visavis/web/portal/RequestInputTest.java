package org.visavis.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Handles;
import org.visavis.routing.Lease;
import org.visavis.routing.LeaseToken;
import org.visavis.routing.NewRequest;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.SampleHandles;
import org.visavis.web.portal.RequestFormView.IfUnavailable;
import org.visavis.web.portal.RequestFormView.Input;

final class RequestInputTest {

  private final Map<String, String> fields =
      new HashMap<>(
          Map.of(
              "name", "Lena Holm",
              "email", "lena@example.org",
              "subject", "The meter",
              "message", "It counts twice.",
              "ifUnavailable", "wait"));

  private final Handles handles = SampleHandles.ofPeople("anna");

  private Input read() {
    return RequestInput.of(name -> fields.getOrDefault(name, ""), List.of("anna"));
  }

  private List<String> wrong(Channel channel) {
    return RequestInput.errors(read(), channel).stream().map(FieldError::field).toList();
  }

  @Test
  void completeFormHasNoErrors() {
    assertThat(wrong(Channel.MESSAGE)).isEmpty();
    assertThat(read().ifUnavailable()).isEqualTo(IfUnavailable.WAIT);
    assertThat(read().others()).containsExactly("anna");
  }

  @Test
  void everyMissingFieldIsNamedInTheOrderOfTheForm() {
    fields.clear();

    assertThat(wrong(Channel.MESSAGE)).containsExactly("name", "email", "subject", "message");
    assertThat(wrong(Channel.CALLBACK))
        .containsExactly("name", "email", "phone", "subject", "message");
    assertThat(read().ifUnavailable()).isEqualTo(IfUnavailable.ASK);
  }

  @Test
  void boundsAreThoseOfTheCores() {
    fields.put("name", "x".repeat(200));
    fields.put("subject", "x".repeat(200));
    fields.put("message", "x".repeat(NewRequest.MAX_MESSAGE_LENGTH));
    assertThat(wrong(Channel.MESSAGE)).isEmpty();

    fields.replaceAll((name, value) -> name.equals("ifUnavailable") ? value : value + "x");
    fields.put("email", "lena(at)example.org");
    fields.put("phone", "call me");
    assertThat(wrong(Channel.MESSAGE))
        .containsExactly("name", "email", "phone", "subject", "message");
  }

  @Test
  void whatTheFormAcceptsTheCoreAcceptsToo() {
    fields.put("message", "one\r\ntwo\rthree");
    fields.put("subject", "one\r\ntwo");
    fields.put("phone", "+49 (0) 89/999-98");
    Input input = read();

    assertThat(wrong(Channel.CALLBACK)).isEmpty();
    assertThat(input.message()).isEqualTo("one\ntwo\nthree");
    assertThat(input.subject()).isEqualTo("one two");
    assertThat(
            RequestInput.customer(input.name(), input.email(), input.phone(), Locale.GERMAN)
                .phone())
        .contains("+49 (0) 89/999-98");
  }

  @Test
  void placeComesBackFromItsAddress() {
    EmployeeId anna = EmployeeId.of("anna.brandt-2_b");
    LeaseToken token = LeaseToken.random(new SecureRandom());
    Place held = Place.of(new Lease(token, anna, Channel.CALLBACK, 1, Instant.EPOCH));
    Place waiting = Place.onWaitlist(anna, Channel.MESSAGE, new SecureRandom());

    assertThat(Place.find(held.segment(handles), handles)).contains(held);
    assertThat(Place.find(waiting.segment(handles), handles)).contains(waiting);
    assertThat(held.segment(handles)).as("the surname is withheld").doesNotContain("brandt");
    assertThat(held.lease()).contains(token);
    assertThat(waiting.lease()).isEmpty();
    assertThat(held.key()).isNotEqualTo(waiting.key());
    assertThat(held).asString().doesNotContain(token.value());
  }

  @Test
  void addressOfAnotherFormIsNoPlace() {
    String token = LeaseToken.random(new SecureRandom()).value();

    for (String segment :
        List.of(
            "",
            "~",
            "short~message~anna",
            token,
            token + "~message",
            token + "~pigeon~anna",
            token + "~message~..",
            token + "~message~anna~later",
            token + "~message~anna~waitlist~")) {
      assertThat(Place.find(segment, handles)).as(segment).isEmpty();
    }
  }
}
