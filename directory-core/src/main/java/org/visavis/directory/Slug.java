package org.visavis.directory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form that ids made from names share. */
final class Slug {

  private static final int MAX_LENGTH = 100;
  private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

  private Slug() {}

  static void requireValid(String value) {
    if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "An id has 1 to 100 lower-case letters and digits, with single hyphens between them");
    }
  }

  static String from(String name) {
    String german =
        name.toLowerCase(Locale.ROOT)
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("ß", "ss");
    String plain = MARKS.matcher(Normalizer.normalize(german, Normalizer.Form.NFKD)).replaceAll("");
    String slug = OTHERS.matcher(plain).replaceAll("-");
    slug = slug.startsWith("-") ? slug.substring(1) : slug;
    slug = slug.length() > MAX_LENGTH ? slug.substring(0, MAX_LENGTH) : slug;
    return slug.endsWith("-") ? slug.substring(0, slug.length() - 1) : slug;
  }
}
