package org.visavis.directory;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;

/**
 * An address that an employee publishes, such as a home page or a contact form. Immutable.
 *
 * @param uri the absolute address, of a scheme that does not run code
 * @param label what the link is, such as {@code homepage}; may be empty
 */
public record Link(URI uri, String label) {

  /**
   * @throws IllegalArgumentException when the address is not absolute, or of a scheme that browsers
   *     run as code
   */
  public Link {
    Objects.requireNonNull(label, "label");
    requireHarmless(uri);
  }

  /** Answers what the address leads to, by its scheme. */
  public LinkKind kind() {
    return LinkKind.of(uri);
  }

  static void requireHarmless(URI uri) {
    String scheme = uri.getScheme();
    if (scheme == null) {
      throw new IllegalArgumentException(
          "A link is an absolute address, such as https://example.org");
    }
    switch (scheme.toLowerCase(Locale.ROOT)) {
      case "javascript", "data", "vbscript", "blob", "file" ->
          throw new IllegalArgumentException(
              "A link of the scheme " + scheme + " is not published");
      default -> {}
    }
  }
}
