package org.visavis.web.pages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;

/**
 * Draws for each visitor and day one of 64 orders in which people who fit equally well are shown,
 * so that nobody always comes first. It needs no cookie: a digest of the address and the day with a
 * secret that lives as long as the server. So few orders are no trace of anybody; whoever leafs on
 * takes the order along in the cursor. Not final, because CDI stands in for it. Thread-safe.
 */
@ApplicationScoped
public class Rotation {

  /** So many orders there are. */
  public static final int ORDERS = 64;

  private final byte[] secret = new byte[16];

  @Inject private Clock clock;

  /** Draws the secret. */
  public Rotation() {
    new SecureRandom().nextBytes(secret);
  }

  /** Answers the order of a visitor today, 0 to {@link #ORDERS} - 1. */
  public int of(String address) {
    String text = address + " " + LocalDate.now(clock);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(secret);
      return (digest.digest(text.getBytes(StandardCharsets.UTF_8))[0] & 0xFF) % ORDERS;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
