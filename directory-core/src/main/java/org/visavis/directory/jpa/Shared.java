package org.visavis.directory.jpa;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.visavis.directory.Address;
import org.visavis.directory.Channel;
import org.visavis.directory.Consents;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Label;
import org.visavis.directory.TopicId;

/**
 * Reads what many people have alike, and gives all of them the same object: titles, topics,
 * languages, consents. That is quicker than reading each again, and a company of ten thousand takes
 * a fraction of the memory. For one walk over the people; not thread-safe.
 */
final class Shared {

  private final Map<String, Label> labels = new HashMap<>();
  private final Map<String, List<DepartmentId>> departments = new HashMap<>();
  private final Map<String, List<TopicId>> topics = new HashMap<>();
  private final Map<String, List<Locale>> languages = new HashMap<>();
  private final Map<String, Map<Channel, Optional<Address>>> channels = new HashMap<>();
  private final Map<String, Consents> consents = new HashMap<>();
  private final Map<String, ZoneId> zones = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, DepartmentId> departmentIds = new HashMap<>();
  private final Map<String, TopicId> topicIds = new HashMap<>();

  Label label(String column) {
    return labels.computeIfAbsent(column, Lines::parseLabel);
  }

  List<DepartmentId> departments(String column) {
    return departments.computeIfAbsent(
        column, each -> ids(each, id -> departmentIds.computeIfAbsent(id, DepartmentId::of)));
  }

  List<TopicId> topics(String column) {
    return topics.computeIfAbsent(
        column, each -> ids(each, id -> topicIds.computeIfAbsent(id, TopicId::of)));
  }

  List<Locale> languages(String column) {
    return languages.computeIfAbsent(column, each -> ids(each, Locale::forLanguageTag));
  }

  Map<Channel, Optional<Address>> channels(String column) {
    return channels.computeIfAbsent(column, Lines::parseChannels);
  }

  Consents consents(String column) {
    return consents.computeIfAbsent(column, Lines::parseConsents);
  }

  ZoneId zone(String column) {
    return zones.computeIfAbsent(column, ZoneId::of);
  }

  String text(String column) {
    return texts.computeIfAbsent(column, same -> same);
  }

  private static <T> List<T> ids(String column, Function<String, T> reading) {
    return Lines.parse(column).stream().map(reading).toList();
  }
}
