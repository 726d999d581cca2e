package org.visavis.directory.exchange;

import java.net.URI;
import org.visavis.directory.Telephone;

/** Telephone numbers as people write them, made into addresses (RFC 3966). */
final class PhoneNumbers {

  private PhoneNumbers() {}

  /**
   * Answers the address of a number.
   *
   * @param column where it stands
   * @param number as it is written, with or without the country code
   * @param region whose numbers have no country code, as ISO 3166-2 writes it; may be empty
   * @throws BadCellException when no such number is possible there
   */
  static URI uri(String column, String number, String region) {
    return Telephone.parse(number, region)
        .orElseThrow(() -> BadCellException.malformed(column, number));
  }
}
