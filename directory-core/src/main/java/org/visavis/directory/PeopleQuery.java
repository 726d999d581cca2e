package org.visavis.directory;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a customer looks for. Every condition narrows the result; {@link #everybody()} has none.
 * Immutable.
 */
public final class PeopleQuery {

  /** The longest text that is searched for, in UTF-16 characters; what is longer is cut. */
  public static final int MAX_TEXT_LENGTH = 200;

  /** The most people that one page of a result holds. */
  public static final int MAX_LIMIT = 100;

  private static final PeopleQuery EVERYBODY =
      new PeopleQuery("", null, null, null, null, null, null, 0, 20);

  private final String text;
  private final @Nullable DepartmentId department;
  private final @Nullable TopicId topic;
  private final @Nullable Locale language;
  private final @Nullable Channel channel;
  private final @Nullable String mark;
  private final @Nullable Long rotation;
  private final int offset;
  private final int limit;

  private PeopleQuery(
      String text,
      @Nullable DepartmentId department,
      @Nullable TopicId topic,
      @Nullable Locale language,
      @Nullable Channel channel,
      @Nullable String mark,
      @Nullable Long rotation,
      int offset,
      int limit) {
    this.text = text;
    this.department = department;
    this.topic = topic;
    this.language = language;
    this.channel = channel;
    this.mark = mark;
    this.rotation = rotation;
    this.offset = offset;
    this.limit = limit;
  }

  /** Answers the query without a condition: its first 20 people. */
  public static PeopleQuery everybody() {
    return EVERYBODY;
  }

  /** Answers this query for a free text: a name, a topic, a problem in everyday words. */
  public PeopleQuery text(String text) {
    String stripped = text.strip();
    String cut =
        stripped.length() > MAX_TEXT_LENGTH ? stripped.substring(0, MAX_TEXT_LENGTH) : stripped;
    return new PeopleQuery(
        cut, department, topic, language, channel, mark, rotation, offset, limit);
  }

  /** Answers this query within a department. */
  public PeopleQuery department(DepartmentId department) {
    Objects.requireNonNull(department, "department");
    return new PeopleQuery(
        text, department, topic, language, channel, mark, rotation, offset, limit);
  }

  /** Answers this query for those who care for a topic. */
  public PeopleQuery topic(TopicId topic) {
    Objects.requireNonNull(topic, "topic");
    return new PeopleQuery(
        text, department, topic, language, channel, mark, rotation, offset, limit);
  }

  /** Answers this query for those who speak a language; only the locale's language counts. */
  public PeopleQuery language(Locale language) {
    Locale plain = Locale.forLanguageTag(language.getLanguage());
    return new PeopleQuery(text, department, topic, plain, channel, mark, rotation, offset, limit);
  }

  /** Answers this query for those who offer a channel. */
  public PeopleQuery channel(Channel channel) {
    Objects.requireNonNull(channel, "channel");
    return new PeopleQuery(
        text, department, topic, language, channel, mark, rotation, offset, limit);
  }

  /** Answers this query for those whose {@link Standing} has a mark. */
  public PeopleQuery mark(String mark) {
    Objects.requireNonNull(mark, "mark");
    return new PeopleQuery(
        text, department, topic, language, channel, mark, rotation, offset, limit);
  }

  /**
   * Answers this query with the order of those who fit equally well drawn by a number: the same
   * number gives the same order, on every page and every node. A caller takes another one for each
   * visitor and day, so that nobody always comes first. Where none is stated, the day is taken.
   */
  public PeopleQuery rotation(long rotation) {
    return new PeopleQuery(
        text, department, topic, language, channel, mark, rotation, offset, limit);
  }

  /**
   * Answers this query for another part of the result.
   *
   * @param offset how many people to leave out before, at least 0
   * @param limit how many people to answer, 1 to {@link #MAX_LIMIT}
   * @throws IllegalArgumentException when a number is out of its bounds
   */
  public PeopleQuery page(int offset, int limit) {
    if (offset < 0) {
      throw new IllegalArgumentException("offset is at least 0, not " + offset);
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit is 1 to " + MAX_LIMIT + ", not " + limit);
    }
    return new PeopleQuery(
        text, department, topic, language, channel, mark, rotation, offset, limit);
  }

  /** Answers the free text; empty when there is none. */
  public String text() {
    return text;
  }

  /** Answers the department, if one is asked for. */
  public Optional<DepartmentId> department() {
    return Optional.ofNullable(department);
  }

  /** Answers the topic, if one is asked for. */
  public Optional<TopicId> topic() {
    return Optional.ofNullable(topic);
  }

  /** Answers the language, if one is asked for. */
  public Optional<Locale> language() {
    return Optional.ofNullable(language);
  }

  /** Answers the channel, if one is asked for. */
  public Optional<Channel> channel() {
    return Optional.ofNullable(channel);
  }

  /** Answers the mark, if one is asked for. */
  public Optional<String> mark() {
    return Optional.ofNullable(mark);
  }

  /** Answers the number that draws the order among equals, if one is stated. */
  public Optional<Long> rotation() {
    return Optional.ofNullable(rotation);
  }

  /** Answers how many people are left out before the page. */
  public int offset() {
    return offset;
  }

  /** Answers how many people the page holds at most. */
  public int limit() {
    return limit;
  }
}
