package org.visavis.directory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a file says about people, read but not yet compared with the directory. Made by the formats
 * in the exchange package. Immutable.
 *
 * @param rowsRead how many rows (or entries) the file has, the header not counted
 * @param parts what the file has columns for; everything else about a known person stays as it is
 * @param people the rows that could be understood
 * @param refused the rows that could not
 * @param ignored the headers of columns that were passed over
 */
public record ImportedPeople(
    int rowsRead, Set<Part> parts, List<Row> people, List<Refusal> refused, List<String> ignored) {

  /** Copies what comes in. */
  public ImportedPeople {
    parts = Set.copyOf(parts);
    people = List.copyOf(people);
    refused = List.copyOf(refused);
    ignored = List.copyOf(ignored);
  }

  /**
   * One person as the file has him or her.
   *
   * @param line the line of the file where the row begins, from 1
   * @param employee the person
   * @param departments the departments that the row names, to be created where they are new
   * @param topics the topics that the row names, to be created where they are new
   */
  public record Row(int line, Employee employee, List<Department> departments, List<Topic> topics) {

    /** Copies what comes in. */
    public Row {
      departments = List.copyOf(departments);
      topics = List.copyOf(topics);
    }
  }

  /**
   * One row that is not taken, and why.
   *
   * @param line the line of the file where the row begins, from 1
   * @param column the header of the column at fault, where it is one column
   * @param reason why
   * @param detail what a person needs to find and mend it, such as the beginning of the value;
   *     never longer than 80 characters
   */
  public record Refusal(int line, Optional<String> column, Reason reason, String detail) {}

  /** A part of a person that a file can speak of. */
  public enum Part {
    /** The given, family and shown name, and their order. */
    NAME,
    /** The title. */
    TITLE,
    /** The departments. */
    DEPARTMENTS,
    /** The topics. */
    TOPICS,
    /** The languages. */
    LANGUAGES,
    /** The region. */
    REGION,
    /** The time zone. */
    TIME_ZONE,
    /** The mail address. */
    MAIL,
    /** The telephone number, and with it whether the channel phone is offered. */
    PHONE,
    /** All channels. */
    CHANNELS,
    /** The published addresses. */
    LINKS,
    /** What stands before the surname. */
    FORM_OF_ADDRESS,
    /** The pronouns. */
    PRONOUNS,
    /** The office. */
    OFFICE,
    /** The free text about the person. */
    ABOUT,
    /** The portrait. */
    PORTRAIT,
    /** The last day. */
    LEAVES_ON,
    /** The departments and what the person is in each. */
    ROLES;

    /** Answers the name used in files and the API: lower case, with hyphens. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Answers the part with that code, in any case.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Part from(String code) {
      return valueOf(code.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /** Why a row is not taken. */
  public enum Reason {
    /** A required value is empty. */
    MISSING,
    /** An earlier row of the file has the same id. */
    DUPLICATE_ID,
    /** The value is not of the form that the column has. */
    MALFORMED,
    /** The value is longer than the column takes. */
    TOO_LONG,
    /** The row has more or fewer cells than the header. */
    WRONG_NUMBER_OF_CELLS,
    /** The file cannot be read from here on; what came before it is taken. */
    UNREADABLE,
    /** The file has nothing in it. */
    EMPTY,
    /** The file is larger than is read. */
    TOO_LARGE,
    /** The file is no text: a picture, a program, cut off, or of an unknown encoding. */
    NO_TEXT
  }
}
