package org.visavis.directory.exchange;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.visavis.directory.Employee;
import org.visavis.directory.ImportedPeople;

/**
 * Reads people from LDIF (RFC 2849) with entries of {@code inetOrgPerson} (RFC 2798), and writes
 * them. Entries that are no people are passed over; a broken one is refused with the line where it
 * begins, and the others are taken; nothing is ever thrown for what is in the file. Values that are
 * to be read from another address are refused and never opened. Needs the library UnboundID LDAP
 * SDK. Thread-safe.
 *
 * <p>What {@code inetOrgPerson} has no attribute for is not written: pronouns, region, time zone,
 * order of the name, the last day, and channels but for the telephone.
 */
public final class LdifPeople {

  private LdifPeople() {}

  /**
   * Reads all entries of a file. Does not close it.
   *
   * @throws java.io.UncheckedIOException when the stream fails
   */
  public static ImportedPeople read(InputStream file) {
    Collected people = new Collected(PersonAttributes.NAMES);
    try {
      for (Block block : blocks(FileText.of(file))) {
        take(block, people);
      }
    } catch (UnreadableFileException e) {
      return e.nothing();
    }
    return people.result();
  }

  /**
   * Writes people as entries below a name, so that a server with the usual schema takes them.
   *
   * @param base the distinguished name below which they lie, such as {@code
   *     ou=people,dc=example,dc=org}
   * @param out where to; is not closed
   * @throws IOException when it cannot be written
   * @throws IllegalArgumentException when the base is no distinguished name
   */
  public static void write(Collection<Employee> people, Names names, String base, Appendable out)
      throws IOException {
    DN parent = parsed(base);
    out.append("version: 1\n");
    for (Employee person : people) {
      DN dn = new DN(new RDN("uid", person.id().value()), parent);
      out.append('\n');
      com.unboundid.ldap.sdk.Entry entry =
          new com.unboundid.ldap.sdk.Entry(dn, attributes(person, names));
      out.append(entry.toLDIFString(76).replace("\r\n", "\n"));
    }
  }

  private static List<Attribute> attributes(Employee person, Names names) {
    return PersonAttributes.of(PersonValues.of(person, names), names);
  }

  private static DN parsed(String base) {
    try {
      return new DN(base);
    } catch (LDAPException e) {
      throw new IllegalArgumentException("This is no distinguished name: " + base, e);
    }
  }

  private static void take(Block block, Collected people) {
    String[] lines = block.lines().toArray(String[]::new);
    for (String line : lines) {
      if (line.matches("[^: ]+:<.*")) {
        people.refuse(
            block.line(), BadCellException.malformed(line.substring(0, line.indexOf(':')), line));
        return;
      }
      if (line.regionMatches(true, 0, "changetype:", 0, 11)) {
        people.refuse(block.line(), "Changes are not read; please export entries");
        return;
      }
    }
    try {
      com.unboundid.ldap.sdk.Entry entry = LDIFReader.decodeEntry(lines);
      if (PersonAttributes.isPerson(entry)) {
        people.take(PersonAttributes.entry(entry, block.line()));
      }
    } catch (LDIFException | RuntimeException e) {
      people.refuse(block.line(), "The entry that begins here cannot be read");
    }
  }

  /** Cuts a file into entries, which empty lines part (RFC 2849, section 2). */
  private static List<Block> blocks(String text) {
    List<Block> blocks = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    int begin = 1;
    int number = 0;
    boolean comment = false;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank()) {
        add(blocks, begin, lines);
        comment = false;
        continue;
      }
      comment = line.startsWith("#") || (comment && line.startsWith(" "));
      boolean version = lines.isEmpty() && line.toLowerCase(Locale.ROOT).startsWith("version:");
      if (comment || version) {
        continue;
      }
      if (lines.isEmpty()) {
        begin = number;
      }
      lines.add(line);
    }
    add(blocks, begin, lines);
    return blocks;
  }

  private static void add(List<Block> blocks, int begin, List<String> lines) {
    if (!lines.isEmpty()) {
      blocks.add(new Block(begin, List.copyOf(lines)));
      lines.clear();
    }
  }

  private record Block(int line, List<String> lines) {}
}
