package org.visavis.web.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Signs people and programs in. An unknown name and a wrong password are answered alike and take as
 * long. Thread-safe.
 */
@ApplicationScoped
class SignIn {

  private static final int MAX_TYPED = 100;

  @Inject private Accounts accounts;
  @Inject private Passwords passwords;
  @Inject private Tokens tokens;
  @Inject private Throttle throttle;
  @Inject private Employment employment;

  /**
   * Tries to sign in.
   *
   * @param name the name as it was typed
   * @param password the password as it was typed
   * @param address the client's address, of which only so many tries are taken
   * @param kind what the token is for
   * @param label what the token is called among the account's others
   */
  Outcome attempt(String name, String password, String address, Tokens.Kind kind, String label) {
    String key = key(name);
    Duration wait = throttle.count(key, address);
    if (!wait.isZero()) {
      return new TooMany(wait);
    }
    Optional<Account> account = find(name);
    boolean right =
        account
            .map(found -> passwords.matches(password, found.passwordHash()))
            .orElseGet(() -> passwords.matchesNobody(password));
    if (!right || account.isEmpty()) {
      return new Wrong();
    }
    throttle.succeeded(key, address);
    return new Done(account.get().signedIn(), tokens.issue(account.get().name(), kind, label));
  }

  private Optional<Account> find(String typed) {
    try {
      return accounts.find(AccountName.from(typed)).filter(employment::holds);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String key(String typed) {
    String name = typed.strip().toLowerCase(Locale.ROOT);
    return name.length() > MAX_TYPED ? name.substring(0, MAX_TYPED) : name;
  }

  /** What came of a try. */
  sealed interface Outcome {

    <T> T fold(Function<Done, T> done, Function<Wrong, T> wrong, Function<TooMany, T> tooMany);
  }

  /** Signed in. */
  record Done(SignedIn who, Secret token) implements Outcome {
    @Override
    public <T> T fold(
        Function<Done, T> done, Function<Wrong, T> wrong, Function<TooMany, T> tooMany) {
      return done.apply(this);
    }
  }

  /** The name or the password is wrong; which of them is nobody's business. */
  record Wrong() implements Outcome {
    @Override
    public <T> T fold(
        Function<Done, T> done, Function<Wrong, T> wrong, Function<TooMany, T> tooMany) {
      return wrong.apply(this);
    }
  }

  /** Too many tries have failed. */
  record TooMany(Duration retryAfter) implements Outcome {
    @Override
    public <T> T fold(
        Function<Done, T> done, Function<Wrong, T> wrong, Function<TooMany, T> tooMany) {
      return tooMany.apply(this);
    }
  }
}
