package org.visavis.web.identity;

/** What an account may do. */
public enum Role {
  /** Uses the workspace. */
  EMPLOYEE(Role.EMPLOYEE_NAME),
  /** Uses the administration. */
  ADMIN(Role.ADMIN_NAME);

  /** The container's name of {@link #EMPLOYEE}, for {@code @RolesAllowed}. */
  public static final String EMPLOYEE_NAME = "employee";

  /** The container's name of {@link #ADMIN}, for {@code @RolesAllowed}. */
  public static final String ADMIN_NAME = "admin";

  private final String code;

  Role(String code) {
    this.code = code;
  }

  /** Answers the container's name of the role. */
  public String code() {
    return code;
  }
}
