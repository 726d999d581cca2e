package org.visavis.directory.portrait;

import java.io.Serial;

/** Carries a refusal from the depth of a file to the processor. Never leaves this package. */
final class RefusedImageException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final PortraitRefusal reason;

  RefusedImageException(PortraitRefusal reason) {
    super(reason.code(), null, false, false);
    this.reason = reason;
  }

  static RefusedImageException broken() {
    return new RefusedImageException(PortraitRefusal.BROKEN);
  }

  PortraitRefusal reason() {
    return reason;
  }
}
