package org.visavis.presence.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.visavis.presence.Status;

/**
 * A part of a calendar between {@code BEGIN} and {@code END}, with the lines that are looked at.
 * Titles and people are not among them: of a title only the status remains that a rule made of it,
 * of the people invited only what the owner has answered.
 */
final class Component {

  private final String name;
  private final int line;
  private final List<ContentLine> lines = new ArrayList<>();
  private final List<Component> parts = new ArrayList<>();
  private @Nullable Status status;
  private String answer = "";
  private boolean broken;

  Component(String name, int line) {
    this.name = name;
    this.line = line;
  }

  String name() {
    return name;
  }

  int line() {
    return line;
  }

  void add(ContentLine property) {
    lines.add(property);
  }

  void add(Component part) {
    parts.add(part);
  }

  void means(@Nullable Status status) {
    this.status = status;
  }

  Optional<Status> status() {
    return Optional.ofNullable(status);
  }

  /** Says what the owner of the calendar has answered to the invitation. */
  void answers(String participation) {
    answer = participation.toUpperCase(Locale.ROOT);
  }

  /** Answers whether the owner does not come, or sends somebody else. */
  boolean isDeclined() {
    return answer.equals("DECLINED") || answer.equals("DELEGATED");
  }

  /** Answers whether the owner has not made up his or her mind. */
  boolean isPerhaps() {
    return answer.equals("TENTATIVE");
  }

  /** Says that a line which matters was too long to be kept. */
  void breakOff() {
    broken = true;
  }

  boolean isBroken() {
    return broken;
  }

  Optional<ContentLine> first(String property) {
    return all(property).findFirst();
  }

  Stream<ContentLine> all(String property) {
    return lines.stream().filter(line -> line.name().equals(property));
  }

  Stream<Component> parts(String part) {
    return parts.stream().filter(each -> each.name().equals(part));
  }

  /** Answers a word of a list, such as that of {@code STATUS}, in upper case; else nothing. */
  String word(String property) {
    return first(property).map(ContentLine::word).orElse("");
  }

  int number(String property) {
    try {
      return Integer.parseInt(word(property));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
