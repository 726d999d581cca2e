package org.visavis.directory.portrait;

import java.util.List;
import java.util.Locale;

/**
 * Looks for a second file in the file of an image. Whatever is found would not survive, for the
 * picture is written anew; but nobody hands such a file in by mistake.
 *
 * <p>Cameras append pictures and films of their own to a JPEG (multi-picture format, motion
 * photographs): those are left out in silence. Searched for are archives, documents, programs, and
 * images that no camera appends.
 */
final class SecondFile {

  /** As far as browsers and readers of PDF look for what a file is. */
  private static final int FIRST = 1024;

  /** Enough of the image's own signature that it is not found again. */
  private static final int OWN_SIGNATURE = 2;

  /** Long enough not to turn up by chance in some megabytes of a film. */
  private static final List<String> SIGNATURES =
      List.of(
          "PK\u0003\u0004\n\0",
          "PK\u0003\u0004\u0014\0",
          "PK\u0005\u0006\0\0\0\0",
          "Rar!\u001a\u0007",
          "7z\u00bc\u00af'\u001c",
          "%PDF-",
          "\u007fELF\u0001",
          "\u007fELF\u0002",
          "GIF87a",
          "GIF89a",
          "\u0089PNG\r\n\u001a\n");

  private static final List<String> MARKUP =
      List.of(
          "<!doctype", "<html", "<script", "<svg ", "<svg>", "<?php", "<iframe", "<body", "<head>");

  private SecondFile() {}

  static boolean isIn(Bytes file, int end) throws RefusedImageException {
    int first = Math.min(FIRST, end);
    return isIn(file.part(OWN_SIGNATURE, Math.max(0, first - OWN_SIGNATURE)).text())
        || isIn(file.part(end, file.length() - end).text());
  }

  private static boolean isIn(String text) {
    if (text.isBlank()) {
      return false;
    }
    String lower = text.indexOf('<') < 0 ? "" : text.toLowerCase(Locale.ROOT);
    return SIGNATURES.stream().anyMatch(text::contains)
        || MARKUP.stream().anyMatch(lower::contains);
  }
}
