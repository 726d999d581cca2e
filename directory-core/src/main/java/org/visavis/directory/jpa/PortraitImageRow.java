package org.visavis.directory.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Base64;
import org.visavis.directory.PortraitId;
import org.visavis.directory.PortraitImage;

/** One size of a portrait in the table. It never changes: its id is made from its content. */
@Entity(name = "DirectoryPortraitImage")
@Table(name = "directory_portrait_image")
@IdClass(PortraitImageKey.class)
@Cacheable(false)
@SuppressWarnings("NullAway.Init")
class PortraitImageRow {

  @Id private String portrait;
  @Id private int side;

  @Column(name = "media_type")
  private String mediaType;

  private String content;

  /** For the persistence provider. */
  protected PortraitImageRow() {}

  static PortraitImageRow of(PortraitId portrait, PortraitImage image) {
    PortraitImageRow row = new PortraitImageRow();
    row.portrait = portrait.value();
    row.side = image.side();
    row.mediaType = image.mediaType();
    row.content = Base64.getEncoder().encodeToString(image.bytes());
    return row;
  }

  PortraitImage toDomain() {
    return PortraitImage.of(side, mediaType, Base64.getDecoder().decode(content));
  }
}
