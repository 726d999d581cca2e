package org.visavis.web.portal;

import java.util.Optional;
import java.util.function.Function;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Handles;
import org.visavis.routing.RequestToken;

/** Reads what names something in an address or a field; what has no possible form names nothing. */
final class Ids {

  private Ids() {}

  static Optional<EmployeeId> employee(String value, Handles handles) {
    return read(value, handles::resolve);
  }

  static Optional<Channel> channel(String value) {
    return read(value, Channel::from);
  }

  static Optional<RequestToken> request(String value) {
    return read(value, RequestToken::of);
  }

  static <T> Optional<T> read(String value, Function<String, T> reader) {
    try {
      return Optional.of(reader.apply(value));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
