package org.visavis.web.api;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Employee;
import org.visavis.directory.ImportedPeople.Part;
import org.visavis.directory.Label;
import org.visavis.directory.Link;
import org.visavis.directory.PortraitId;
import org.visavis.directory.TopicId;
import org.visavis.web.api.PersonAnswer.LinkAnswer;
import org.visavis.web.workspace.OwnProfile;

/** What an employee says, as a document. */
@Schema(name = "OwnProfile")
public record OwnProfileAnswer(
    @Schema(description = "A text by language; \"und\" where none is stated")
        Map<String, String> about,
    @Schema(description = "A text by language; \"und\" where none is stated")
        Map<String, String> pronouns,
    @Schema(description = "BCP 47, the best first") List<String> languages,
    @Schema(description = "Ids, the most important first") List<String> topics,
    List<LinkAnswer> links,
    @Schema(description = "Where the picture is, for you; null for none", nullable = true)
        @Nullable String portrait,
    @Schema(description = "What you have changed yourself, so that imports leave it alone")
        List<String> ownFields) {

  private static final String UNSTATED = "und";
  private static final int MOST = 50;

  static OwnProfileAnswer of(Employee employee) {
    return new OwnProfileAnswer(
        texts(employee.about()),
        texts(employee.pronouns()),
        employee.languages().stream().map(Locale::toLanguageTag).toList(),
        employee.topics().stream().map(TopicId::value).toList(),
        employee.links().stream()
            .map(link -> new LinkAnswer(link.uri().toString(), link.label()))
            .toList(),
        employee.portrait().map(OwnProfileAnswer::address).orElse(null),
        employee.ownFields().stream().map(Part::code).toList());
  }

  private static String address(PortraitId id) {
    return "/portraits/" + id + "/384";
  }

  private static Map<String, String> texts(Label label) {
    return label.byLanguage().entrySet().stream()
        .collect(
            Collectors.toMap(
                text -> text.getKey().toLanguageTag(),
                Map.Entry::getValue,
                (one, other) -> one,
                LinkedHashMap::new));
  }

  /**
   * Reads what somebody says.
   *
   * @param exists whether there is such a topic
   * @throws ProblemException when something is wrong with it
   */
  static OwnProfile.Words words(JsonBody body, Predicate<TopicId> exists) {
    Label about = label(body, "about", Label::prose);
    Label pronouns = label(body, "pronouns", Label::of);
    List<Locale> languages = body.list("languages", OwnProfileAnswer::language);
    List<TopicId> topics = body.list("topics", id -> topic(id, exists));
    List<Link> links = new ArrayList<>();
    for (JsonBody link : body.objects("links")) {
      Optional<URI> href = link.requireValue("href", OwnProfileAnswer::harmless);
      Optional<String> label = link.text("label");
      href.ifPresent(uri -> links.add(new Link(uri, label.orElse(""))));
    }
    atMost(body, "languages", languages);
    atMost(body, "topics", topics);
    atMost(body, "links", links);
    body.end();
    return new OwnProfile.Words(
        about,
        pronouns,
        languages.stream().distinct().toList(),
        topics.stream().distinct().toList(),
        links);
  }

  private static void atMost(JsonBody body, String name, List<?> list) {
    if (list.size() > MOST) {
      body.wrong(name, "has at most " + MOST + " entries");
    }
  }

  private static Label label(
      JsonBody body, String name, Function<Map<Locale, String>, Label> making) {
    Optional<JsonBody> texts = body.object(name);
    if (texts.isEmpty()) {
      return Label.empty();
    }
    Map<Locale, String> byLanguage = new LinkedHashMap<>();
    for (String tag : texts.get().names()) {
      texts
          .get()
          .value(tag, text -> making.apply(Map.of(key(tag), text)).text(key(tag)))
          .ifPresent(text -> byLanguage.put(key(tag), text));
    }
    return making.apply(byLanguage);
  }

  private static Locale key(String tag) {
    return tag.equals(UNSTATED) ? Locale.ROOT : language(tag);
  }

  private static Locale language(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    if (!Arrays.asList(Locale.getISOLanguages()).contains(locale.getLanguage())) {
      throw new IllegalArgumentException("is a language as BCP 47 writes it, such as de or pt-BR");
    }
    return locale;
  }

  private static TopicId topic(String id, Predicate<TopicId> exists) {
    TopicId topic = TopicId.of(id);
    if (!exists.test(topic)) {
      throw new IllegalArgumentException("names topics that there are");
    }
    return topic;
  }

  private static URI harmless(String href) {
    return new Link(URI.create(href.strip()), "").uri();
  }

  /** What somebody may say. */
  @Schema(name = "OwnProfileWish")
  public record Wish(
      @Schema(description = "A text by language, up to 2,000 characters") Map<String, String> about,
      Map<String, String> pronouns,
      List<String> languages,
      List<String> topics,
      List<LinkAnswer> links) {}
}
