package org.visavis.web.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;

/**
 * A request of somebody who has signed in, as servlets and resources ask for it: by {@code
 * getUserPrincipal}, {@code isUserInRole} and {@code @RolesAllowed}.
 */
final class SignedInRequest extends HttpServletRequestWrapper {

  private final SignedIn who;

  SignedInRequest(HttpServletRequest request, SignedIn who) {
    super(request);
    this.who = who;
  }

  @Override
  public String getRemoteUser() {
    return who.account();
  }

  @Override
  public Principal getUserPrincipal() {
    return who::account;
  }

  @Override
  public boolean isUserInRole(String role) {
    return who.roles().stream().anyMatch(one -> one.code().equals(role));
  }
}
