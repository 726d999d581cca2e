package org.visavis.directory;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.net.URI;
import java.util.Optional;

/**
 * Telephone numbers as people write them, and as addresses (RFC 3966). Stateless, thread-safe.
 *
 * <p>A number that no numbering plan knows is still an address: companies have internal ones.
 */
public final class Telephone {

  private Telephone() {}

  /**
   * Answers the address of a number; nothing when no such number is possible there.
   *
   * @param number as it is written, with or without the country code
   * @param region whose numbers have no country code, as ISO 3166-2 writes it ({@code DE-BY}); may
   *     be empty
   */
  public static Optional<URI> parse(String number, String region) {
    String country = region.length() >= 2 ? region.substring(0, 2) : "ZZ";
    return parsed(number, country)
        .filter(PhoneNumberUtil.getInstance()::isPossibleNumber)
        .map(found -> PhoneNumberUtil.getInstance().format(found, PhoneNumberFormat.RFC3966))
        .map(URI::create);
  }

  /**
   * Answers a telephone address in the international form that people read ({@code +49 89
   * 99998107}); what is behind the scheme where it is no number.
   */
  public static String international(URI address) {
    return parsed(address.toString(), "ZZ")
        .map(found -> PhoneNumberUtil.getInstance().format(found, PhoneNumberFormat.INTERNATIONAL))
        .orElseGet(() -> address.getSchemeSpecificPart().replaceFirst(";.*", "").replace('-', ' '));
  }

  /** Answers whether an address is certainly a mobile number. */
  public static boolean isMobile(URI address) {
    return parsed(address.toString(), "ZZ")
        .map(PhoneNumberUtil.getInstance()::getNumberType)
        .filter(type -> type == PhoneNumberType.MOBILE)
        .isPresent();
  }

  private static Optional<PhoneNumber> parsed(String number, String country) {
    try {
      String plain = number.regionMatches(true, 0, "sms:", 0, 4) ? number.substring(4) : number;
      return Optional.of(PhoneNumberUtil.getInstance().parse(plain, country));
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
