package org.visavis.web.api;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person as the public sees him or her now. */
@Schema(name = "Person")
public record PersonAnswer(
    @Schema(examples = "greta.mayer") String id,
    String displayName,
    String title,
    List<Named> departments,
    List<Named> topics,
    @Schema(description = "BCP 47, the best first") List<String> languages,
    @Schema(description = "Where the picture is; null for none", nullable = true)
        @Nullable String portrait,
    StatusAnswer status,
    @Schema(
            description = "Who stands in while the person is away, has agreed and is shown as well",
            nullable = true)
        @Nullable DeputyAnswer deputy,
    @Schema(enumeration = {"free", "some", "busy", "full"}) String load,
    List<ChannelAnswer> channels,
    List<LinkAnswer> links,
    @Schema(description = "What stands before the name, such as Dr.; empty for nothing")
        String formOfAddress,
    String pronouns,
    String office,
    String about,
    @Schema(description = "The mail address, where it is published", nullable = true)
        @Nullable String mail,
    @Schema(description = "What the free text met") List<MatchedAnswer> matched) {

  /** A colleague who stands in. */
  @Schema(name = "Deputy")
  public record DeputyAnswer(String id, String displayName) {}

  /** A department or topic. */
  @Schema(name = "Named")
  public record Named(String id, String name) {}

  /** What the person is doing. */
  @Schema(name = "Status")
  public record StatusAnswer(
      @Schema(
              enumeration = {
                "available",
                "busy",
                "away",
                "on-holiday",
                "travelling",
                "off-duty",
                "unknown"
              })
          String code,
      @Schema(description = "When it ends; of an absence when the person is back", nullable = true)
          @Nullable Instant until,
      @Schema(description = "The person's own words; of an absence only where they are public")
          String note) {}

  /** One way to reach the person. */
  @Schema(name = "Channel")
  public record ChannelAnswer(
      @Schema(enumeration = {"message", "chat", "phone", "callback", "video", "appointment"})
          String kind,
      @Schema(enumeration = {"open", "waitlist", "later", "closed"}) String openness,
      @Schema(
              description =
                  "Where an open channel leads directly, such as tel:…; null: take a lease",
              nullable = true)
          @Nullable String href) {}

  /** An address that the person publishes. */
  @Schema(name = "Link")
  public record LinkAnswer(String href, String label) {}

  /** What of the person the free text met. */
  @Schema(name = "Matched")
  public record MatchedAnswer(
      @Schema(enumeration = {"name", "title", "department", "topic", "language"}) String field,
      @Schema(description = "What was met, as it is called in the language asked for") String name,
      @Schema(description = "The words that were met, as they stand there") String text,
      @Schema(description = "Whether they are not the name but stand for it") boolean synonym,
      List<HitAnswer> words) {}

  /** A word of the free text, and how it met. */
  @Schema(name = "Hit")
  public record HitAnswer(
      String word,
      @Schema(enumeration = {"exact", "stem", "prefix", "compound", "typo", "phonetic"})
          String how) {}
}
