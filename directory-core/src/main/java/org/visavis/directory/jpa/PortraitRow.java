package org.visavis.directory.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Base64;
import org.visavis.directory.Portrait;

/** One image in the table. It never changes: its id is made from its content. */
@Entity(name = "DirectoryPortrait")
@Table(name = "directory_portrait")
@Cacheable(false)
@SuppressWarnings("NullAway.Init")
class PortraitRow {

  @Id private String id;

  @Column(name = "media_type")
  private String mediaType;

  private String content;

  /** For the persistence provider. */
  protected PortraitRow() {}

  static PortraitRow of(Portrait portrait) {
    PortraitRow row = new PortraitRow();
    row.id = portrait.id().value();
    row.mediaType = portrait.mediaType();
    row.content = Base64.getEncoder().encodeToString(portrait.bytes());
    return row;
  }

  Portrait toDomain() {
    return Portrait.of(mediaType, Base64.getDecoder().decode(content));
  }
}
