package org.visavis.directory.portrait;

import javax.imageio.stream.ImageInputStreamImpl;

/** Lets a decoder read the bytes of an image where they are, and nothing that follows it. */
final class BytesInput extends ImageInputStreamImpl {

  private final byte[] bytes;
  private final int end;

  BytesInput(byte[] bytes, int end) {
    this.bytes = bytes;
    this.end = end;
  }

  @Override
  public int read() {
    bitOffset = 0;
    return streamPos < end ? bytes[(int) streamPos++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    bitOffset = 0;
    if (length == 0) {
      return 0;
    }
    int count = (int) Math.min(length, end - streamPos);
    if (count <= 0) {
      return -1;
    }
    System.arraycopy(bytes, (int) streamPos, target, offset, count);
    streamPos += count;
    return count;
  }

  @Override
  public long length() {
    return end;
  }
}
