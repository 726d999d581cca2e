package org.visavis.web.identity;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which role each route asks for: the whole table. What is not in it is open to everybody. Routes
 * of the API declare their roles at their resources as well.
 */
final class RouteRoles {

  private static final List<Rule> TABLE =
      List.of(
          rule("/[a-z]{2}/workspace(/.*)?", Role.EMPLOYEE),
          rule("/[a-z]{2}/admin(/.*)?", Role.ADMIN),
          rule("/api/v1/me(/.*)?", Role.EMPLOYEE),
          rule("/api/v1/admin(/.*)?", Role.ADMIN),
          rule("/scim(/.*)?", Role.ADMIN));

  private RouteRoles() {}

  /**
   * Answers the role that a route asks for.
   *
   * @param path the path as the server matched it, decoded
   */
  static Optional<Role> required(String path) {
    return TABLE.stream()
        .filter(rule -> rule.path().matcher(path).matches())
        .map(Rule::role)
        .findFirst();
  }

  private static Rule rule(String path, Role role) {
    return new Rule(Pattern.compile(path, Pattern.DOTALL), role);
  }

  private record Rule(Pattern path, Role role) {}
}
