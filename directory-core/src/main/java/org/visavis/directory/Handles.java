package org.visavis.directory;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * By what people are called in addresses and answers that anybody may read. An {@link EmployeeId}
 * such as {@code anna.schmidt} tells the surname; so whoever withholds the surname from the public
 * is called by a handle that tells nothing, and everybody else by the id itself.
 *
 * <p>A handle is the id, sealed with a key: the same for as long as the key is, different for every
 * other key, of no use for guessing without it, and kept nowhere. It stays good when the person
 * discloses the surname. The id of somebody who withholds the surname is nobody's handle.
 *
 * <p>The seal is a deterministic authenticated encryption built like SIV (RFC 5297): HMAC-SHA-256
 * of the id, cut to 64 bits, is the beginning of the counter of AES-128 in counter mode. Ids are
 * filled up to a multiple of 16 bytes, so that a handle tells of their length no more than that.
 *
 * <p>Immutable; as thread-safe as the directory.
 */
public final class Handles {

  /** A key has at least so many bytes. */
  public static final int MIN_KEY_LENGTH = 16;

  /** No id begins with it, so that no handle is an id. */
  private static final String MARK = "_";

  private static final Pattern FORM = Pattern.compile("_[A-Za-z0-9_-]{32,96}");
  private static final int BLOCK = 16;
  private static final int SEAL = 8;

  private final Directory directory;
  private final SecretKeySpec sealing;
  private final SecretKeySpec hiding;

  private Handles(Directory directory, byte[] key) {
    this.directory = directory;
    SecretKeySpec given = new SecretKeySpec(key, "HmacSHA256");
    this.sealing = new SecretKeySpec(mac(given, "seal"), "HmacSHA256");
    this.hiding = new SecretKeySpec(Arrays.copyOf(mac(given, "hide"), BLOCK), "AES");
  }

  /**
   * Answers the handles of the people of a directory.
   *
   * @param key random and secret, the same on every node and after every start
   * @throws IllegalArgumentException when the key has less than {@value #MIN_KEY_LENGTH} bytes
   */
  public static Handles over(Directory directory, byte[] key) {
    Objects.requireNonNull(directory, "directory");
    if (key.length < MIN_KEY_LENGTH) {
      throw new IllegalArgumentException("A key has at least " + MIN_KEY_LENGTH + " bytes");
    }
    return new Handles(directory, key);
  }

  /**
   * Answers by what the public calls a person: 1 to 97 letters, digits, dots, hyphens and
   * underscores of ASCII. Somebody whom the directory does not know is called as if the surname
   * were withheld.
   */
  public String of(EmployeeId id) {
    return directory
        .find(id)
        .filter(Handles::isOpen)
        .map(one -> id.value())
        .orElseGet(() -> sealed(id));
  }

  /**
   * Answers whom a handle calls; an id that nobody has where it calls nobody. So what is asked for
   * under it ends as it does for a person who does not exist, whichever of the two it is.
   *
   * @throws IllegalArgumentException when it can be no handle at all
   */
  public EmployeeId resolve(String handle) {
    if (FORM.matcher(handle).matches()) {
      return unsealed(handle).orElseGet(() -> nobody(handle));
    }
    EmployeeId plain = EmployeeId.of(handle);
    return of(plain).equals(handle) ? plain : nobody(handle);
  }

  /** Empty names count as well: a name withheld and a name not had look the same. */
  private static boolean isOpen(Employee employee) {
    return employee.consents().allows(Attribute.SURNAME, Audience.PUBLIC);
  }

  private String sealed(EmployeeId id) {
    byte[] text = id.value().getBytes(StandardCharsets.US_ASCII);
    byte[] seal = Arrays.copyOf(mac(sealing, id.value()), SEAL);
    byte[] filled = Arrays.copyOf(text, (text.length + BLOCK - 1) / BLOCK * BLOCK);
    byte[] handle = Arrays.copyOf(seal, SEAL + filled.length);
    System.arraycopy(hidden(seal, filled), 0, handle, SEAL, filled.length);
    return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(handle);
  }

  private Optional<EmployeeId> unsealed(String handle) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(handle.substring(MARK.length()));
      byte[] text =
          hidden(Arrays.copyOf(bytes, SEAL), Arrays.copyOfRange(bytes, SEAL, bytes.length));
      EmployeeId id =
          EmployeeId.of(new String(text, StandardCharsets.US_ASCII).replaceAll("\0+$", ""));
      return Optional.of(id).filter(found -> sealed(found).equals(handle));
    } catch (IllegalArgumentException e) {
      // Not of this key, or of nobody's.
      return Optional.empty();
    }
  }

  private EmployeeId nobody(String handle) {
    String drawn = HexFormat.of().formatHex(mac(sealing, MARK + handle), 0, 3 * SEAL);
    return EmployeeId.of("nobody-" + drawn);
  }

  /** Hides bytes, and shows hidden ones. */
  private byte[] hidden(byte[] seal, byte[] bytes) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
      IvParameterSpec counter = new IvParameterSpec(Arrays.copyOf(seal, BLOCK));
      cipher.init(Cipher.ENCRYPT_MODE, hiding, counter);
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has AES", e);
    }
  }

  private static byte[] mac(SecretKeySpec key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
    }
  }
}
