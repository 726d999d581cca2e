package org.visavis.routing;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The form of values that only their owner can know: 128 random bits or more, safe in an address.
 */
final class Secret {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22,64}");

  private Secret() {}

  static String random(SecureRandom random) {
    byte[] bytes = new byte[18];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static void requireValid(String value) {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("This is no valid token");
    }
  }
}
