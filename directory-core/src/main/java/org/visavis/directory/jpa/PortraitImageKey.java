package org.visavis.directory.jpa;

import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import org.visavis.directory.PortraitId;

/** Identifies an image of a portrait; public for the persistence provider alone. */
public final class PortraitImageKey implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private String portrait = "";
  private int side;

  /** For the persistence provider. */
  public PortraitImageKey() {}

  static PortraitImageKey of(PortraitId portrait, int side) {
    PortraitImageKey key = new PortraitImageKey();
    key.portrait = portrait.value();
    key.side = side;
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PortraitImageKey key
        && portrait.equals(key.portrait)
        && side == key.side;
  }

  @Override
  public int hashCode() {
    return Objects.hash(portrait, side);
  }
}
