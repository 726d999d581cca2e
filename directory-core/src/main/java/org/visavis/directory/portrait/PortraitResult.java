package org.visavis.directory.portrait;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.visavis.directory.PortraitImage;

/** What became of a file that was handed in as a portrait. Immutable. */
public sealed interface PortraitResult {

  /**
   * The file was taken.
   *
   * @param images the same square in each size, the smallest first; never empty
   */
  record Accepted(List<PortraitImage> images) implements PortraitResult {

    /** Copies the list. */
    public Accepted {
      images = List.copyOf(images);
      if (images.isEmpty()) {
        throw new IllegalArgumentException("A portrait has at least one image");
      }
    }
  }

  /**
   * The file was not taken.
   *
   * @param reason why
   */
  record Refused(PortraitRefusal reason) implements PortraitResult {

    /** Takes the reason. */
    public Refused {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** Answers what one of the functions makes of this outcome. */
  default <T> T fold(Function<Accepted, T> accepted, Function<Refused, T> refused) {
    return this instanceof Accepted taken ? accepted.apply(taken) : refused.apply((Refused) this);
  }
}
