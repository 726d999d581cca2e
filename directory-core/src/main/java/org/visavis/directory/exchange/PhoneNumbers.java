package org.visavis.directory.exchange;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.net.URI;

/** Telephone numbers as people write them, made into addresses (RFC 3966). */
final class PhoneNumbers {

  private static final String COLUMN = "phone";

  private PhoneNumbers() {}

  /**
   * Answers the address of a number.
   *
   * @param number as it is written, with or without the country code
   * @param region whose numbers have no country code, as ISO 3166-2 writes it; may be empty
   * @throws BadCellException when no such number is possible there
   */
  static URI uri(String number, String region) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    String country = region.length() >= 2 ? region.substring(0, 2) : "ZZ";
    try {
      PhoneNumber parsed = numbers.parse(number, country);
      if (!numbers.isPossibleNumber(parsed)) {
        throw BadCellException.malformed(COLUMN, number);
      }
      return URI.create(numbers.format(parsed, PhoneNumberFormat.RFC3966));
    } catch (NumberParseException e) {
      throw BadCellException.malformed(COLUMN, number);
    }
  }
}
