package org.visavis.web.api;

import java.io.InputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Handles;
import org.visavis.routing.Customer;
import org.visavis.routing.IfUnavailable;
import org.visavis.routing.LeaseToken;
import org.visavis.routing.NewRequest;
import org.visavis.routing.RequestToken;
import org.visavis.web.api.RequestAnswer.CustomerAnswer;

/** A request as it comes in. */
@Schema(name = "NewRequest")
public record RequestWish(
    @Schema(description = "The lease, where room is held", nullable = true) @Nullable String lease,
    @Schema(required = true) String employee,
    @Schema(
            required = true,
            enumeration = {"message", "chat", "phone", "callback", "video", "appointment"})
        String channel,
    @Schema(required = true, maxLength = 200) String subject,
    @Schema(required = true, maxLength = 20_000) String message,
    @Schema(required = true) CustomerAnswer customer,
    @Schema(
            description = "What to do when the person has no room; by default ask",
            enumeration = {"ask", "wait", "colleague"})
        String ifUnavailable,
    @Schema(
            description =
                "Who may take it as well, the best first: it goes to the chosen person or the first"
                    + " of these who is free, and to nobody else",
            maxItems = NewRequest.MAX_OTHERS)
        List<String> others,
    @Schema(
            description =
                "The token of an earlier request of the same customer: whoever helped then is"
                    + " preferred among the alternatives",
            nullable = true)
        @Nullable String follows,
    @Schema(
            description =
                "The start of a slot of the person's, for an appointment; ifUnavailable is not"
                    + " looked at then",
            format = "date-time",
            nullable = true)
        @Nullable String slot) {

  static final String EXAMPLE =
      "{\"employee\": \"greta.mayer\", \"channel\": \"message\", \"subject\": \"An invoice\","
          + " \"message\": \"The amount is not what we agreed.\", \"customer\": {\"name\": \"Kim"
          + " Example\", \"email\": \"kim@example.org\"}, \"ifUnavailable\": \"ask\"}";

  /**
   * Reads a request.
   *
   * @param language the language of the customer, where nothing is said about it
   * @param handles know whom the request names
   * @throws ProblemException when it is wrong
   */
  static NewRequest read(String key, JsonBody body, Locale language, Handles handles) {
    Optional<LeaseToken> lease = body.text("lease").flatMap(LeasesResource::token);
    Optional<EmployeeId> employee = body.requireValue("employee", handles::resolve);
    Optional<Channel> channel = body.requireValue("channel", Channel::from);
    Optional<String> subject = body.requireText("subject");
    Optional<String> message = body.requireText("message");
    IfUnavailable otherwise =
        body.value("ifUnavailable", IfUnavailable::from).orElse(IfUnavailable.ASK);
    List<EmployeeId> others = body.list("others", handles::resolve);
    Optional<RequestToken> follows = body.text("follows").flatMap(RequestsResource::known);
    Customer customer = customer(body, language);
    return inside(
        "",
        () -> {
          NewRequest request =
              new NewRequest(
                      key,
                      lease,
                      employee.orElseThrow(),
                      channel.orElseThrow(),
                      subject.orElseThrow(),
                      message.orElseThrow(),
                      customer,
                      otherwise)
                  .orFirstFreeOf(others);
          return follows.map(request::following).orElse(request);
        });
  }

  /** Answers who asks; ends the reading of the body. */
  static Customer customer(JsonBody body, Locale language) {
    JsonBody from = body.requireObject("customer");
    Optional<String> name = from.requireText("name");
    Optional<String> email = from.requireText("email");
    Optional<String> phone = from.text("phone");
    Locale spoken = from.value("language", RequestWish::language).orElse(language);
    Optional<ZoneId> zone = from.value("timeZone", ZoneId::of);
    body.end();
    return inside(
        "customer.",
        () -> new Customer(name.orElseThrow(), email.orElseThrow(), phone, spoken, zone));
  }

  static Locale language(String tag) {
    Locale locale = Locale.forLanguageTag(tag.strip());
    if (locale.getLanguage().isEmpty()) {
      throw new IllegalArgumentException("is written like de or en");
    }
    return Locale.forLanguageTag(locale.getLanguage());
  }

  /** Reads the beginning of a slot, where a time is to be booked. */
  static Optional<Instant> slot(JsonBody body) {
    return body.value("slot", RequestWish::instant);
  }

  static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  /** The core's message begins with the name of the part. */
  static <T> T inside(String prefix, java.util.function.Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      String field = message.substring(0, Math.max(0, message.indexOf(' ')));
      String place = field.equals("phone") ? "customer.phone" : prefix + field;
      throw ProblemException.field(place, message.substring(field.length()).strip());
    }
  }

  /** Another time. */
  @Schema(name = "SlotWish")
  public record SlotWish(
      @Schema(required = true, format = "date-time", description = "The start of a slot")
          String slot) {}

  /** Words for the other side. */
  @Schema(name = "Words")
  public record Words(@Schema(required = true, maxLength = 20_000) String text) {

    static String read(InputStream json) {
      JsonBody body = JsonBody.read(json);
      Optional<String> text = body.requireText("text");
      body.end();
      return text.orElseThrow();
    }
  }

  /** What a customer chooses when the person has no room. */
  @Schema(name = "Choice")
  public record Choice(
      @Schema(name = "wait", description = "true to wait for the person") boolean waiting,
      @Schema(description = "The colleague, where wait is not true", nullable = true)
          @Nullable String employee) {}
}
