package org.visavis.directory.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.visavis.directory.Topic;
import org.visavis.directory.TopicId;

/** One topic in the table. */
@Entity(name = "DirectoryTopic")
@Table(name = "directory_topic")
@Cacheable(false)
@SuppressWarnings("NullAway.Init")
class TopicRow {

  @Id private String id;
  @Version private long version;
  private String name;
  private String synonyms;

  /** For the persistence provider. */
  protected TopicRow() {}

  static TopicRow of(Topic topic) {
    TopicRow row = new TopicRow();
    row.id = topic.id().value();
    row.take(topic);
    return row;
  }

  String id() {
    return id;
  }

  void take(Topic topic) {
    name = Lines.ofLabel(topic.name());
    synonyms = Lines.ofSynonyms(topic.synonyms());
  }

  Topic toDomain() {
    return new Topic(TopicId.of(id), Lines.parseLabel(name), Lines.parseSynonyms(synonyms));
  }
}
