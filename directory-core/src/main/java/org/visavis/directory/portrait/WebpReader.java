package org.visavis.directory.portrait;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import javax.imageio.ImageReader;

/** The only class that needs the optional library. */
final class WebpReader {

  private WebpReader() {}

  static ImageReader create() {
    // Asked by its class, so that nothing has to be registered for the whole process.
    return new WebPImageReaderSpi().createReaderInstance(null);
  }
}
