package org.visavis.directory.portrait;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * Lets a decoder read the bytes of an image where they are, and nothing that follows it. Some
 * decoders go on with zeros at the end of a file, slowly and for as long as the header promised
 * pixels: whoever asks too often beyond the end is stopped.
 */
final class BytesInput extends ImageInputStreamImpl {

  /** Decoders look a few bytes ahead of what they need. */
  private static final int MOST_BEYOND_THE_END = 256;

  private final byte[] bytes;
  private final int end;
  private int beyond;

  BytesInput(byte[] bytes, int end) {
    this.bytes = bytes;
    this.end = end;
  }

  @Override
  public int read() throws IOException {
    bitOffset = 0;
    return streamPos < end ? bytes[(int) streamPos++] & 0xff : ended();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    bitOffset = 0;
    if (length == 0) {
      return 0;
    }
    int count = (int) Math.min(length, end - streamPos);
    if (count <= 0) {
      return ended();
    }
    System.arraycopy(bytes, (int) streamPos, target, offset, count);
    streamPos += count;
    return count;
  }

  private int ended() throws IOException {
    beyond++;
    if (beyond > MOST_BEYOND_THE_END) {
      throw new IOException("The image ends before its pixels do");
    }
    return -1;
  }

  @Override
  public long length() {
    return end;
  }
}
