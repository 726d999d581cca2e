package org.visavis.web.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.visavis.directory.Consent;
import org.visavis.directory.Consents;

/** Who may see what of a person. */
@Schema(name = "Consents")
public record ConsentsAnswer(
    @Schema(description = "By attribute; what is missing is seen by nobody")
        Map<String, ConsentAnswer> consents) {

  static ConsentsAnswer of(Consents consents) {
    Map<String, ConsentAnswer> answer = new LinkedHashMap<>();
    consents
        .byAttribute()
        .forEach((attribute, consent) -> answer.put(attribute.code(), ConsentAnswer.of(consent)));
    return new ConsentsAnswer(answer);
  }

  /** Who may see one attribute. */
  @Schema(name = "Consent")
  public record ConsentAnswer(
      @Schema(enumeration = {"public", "known-customers", "colleagues", "nobody"})
          String disclosure,
      Instant given,
      @Schema(enumeration = {"person", "stated", "before-records"}) String basis,
      @Schema(description = "What was stated as the legal basis; else empty") String text) {

    static ConsentAnswer of(Consent consent) {
      return new ConsentAnswer(
          consent.disclosure().code(),
          People.seconds(consent.given()),
          consent.basis().kind().code(),
          consent.basis().text());
    }
  }

  /** Who is to see what. */
  @Schema(name = "ConsentsWish")
  public record Wish(
      String photo,
      String surname,
      String telephone,
      String mobile,
      String mail,
      String links,
      String about,
      String office,
      String pronouns,
      String languages,
      @Schema(description = "The busy times, as /people/{id}/freebusy.ics tells them")
          String calendar) {}
}
