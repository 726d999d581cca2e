package org.visavis.directory;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A face, as it is served: the same square picture in one or more sizes. Immutable. Photographs
 * become one by {@link org.visavis.directory.portrait.PortraitProcessor}.
 */
public final class Portrait {

  private final PortraitId id;
  private final List<PortraitImage> images;

  private Portrait(PortraitId id, List<PortraitImage> images) {
    this.id = id;
    this.images = images;
  }

  /**
   * Answers the portrait of these images. Its id is the SHA-256 of the largest one's bytes.
   *
   * @throws IllegalArgumentException when there is none, or two of the same side
   */
  public static Portrait of(Collection<PortraitImage> images) {
    if (images.isEmpty()) {
      throw new IllegalArgumentException("A portrait has an image");
    }
    List<PortraitImage> ordered =
        images.stream().sorted(Comparator.comparingInt(PortraitImage::side)).toList();
    if (ordered.stream().mapToInt(PortraitImage::side).distinct().count() != ordered.size()) {
      throw new IllegalArgumentException("A portrait has one image of each side");
    }
    return new Portrait(digest(ordered.get(ordered.size() - 1).bytes()), ordered);
  }

  private static PortraitId digest(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return PortraitId.of(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** Answers the id: the SHA-256 of the largest image. */
  public PortraitId id() {
    return id;
  }

  /** Answers the images, the smallest first; never empty. */
  public List<PortraitImage> images() {
    return images;
  }

  /**
   * Answers which of these sides serves one that is wanted: the smallest that is at least as long,
   * or the longest where none is. Nothing where there is no side.
   */
  public static Optional<Integer> fitting(Collection<Integer> sides, int wanted) {
    return sides.stream()
        .filter(side -> side >= wanted)
        .min(Comparator.naturalOrder())
        .or(() -> sides.stream().max(Comparator.naturalOrder()));
  }
}
