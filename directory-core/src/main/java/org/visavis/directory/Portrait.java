package org.visavis.directory;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** The image of a face, as it is served. Immutable: the bytes are copied in and out. */
public final class Portrait {

  private final PortraitId id;
  private final String mediaType;
  private final byte[] bytes;

  private Portrait(PortraitId id, String mediaType, byte[] bytes) {
    this.id = id;
    this.mediaType = mediaType;
    this.bytes = bytes;
  }

  /**
   * Answers the portrait of that content; its id is the content's SHA-256.
   *
   * @param mediaType such as {@code image/webp}
   * @param bytes the encoded image
   */
  public static Portrait of(String mediaType, byte[] bytes) {
    Objects.requireNonNull(mediaType, "mediaType");
    byte[] copy = bytes.clone();
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(copy);
      return new Portrait(PortraitId.of(HexFormat.of().formatHex(digest)), mediaType, copy);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** Answers the id: the SHA-256 of the bytes. */
  public PortraitId id() {
    return id;
  }

  /** Answers the media type, such as {@code image/webp}. */
  public String mediaType() {
    return mediaType;
  }

  /** Answers a copy of the encoded image. */
  public byte[] bytes() {
    return bytes.clone();
  }
}
