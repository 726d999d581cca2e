package org.visavis.benchmarks;

import java.util.List;
import java.util.Random;

/** Invented people in any number, the same ones at each call. */
final class ManyPeople {
  private static final List<String> GIVEN =
      List.of(
          "Anna", "Björn", "Clara", "David", "Elif", "Finn", "Grace", "Hüseyin", "Ida", "Jonas",
          "Karin", "Lan", "Marie", "Noemi", "Olga", "Paul", "Quentin", "Rosa", "Samuel", "Thanh",
          "Ursina", "Vera", "Wanda", "Xaver", "Yara", "Zoë");
  private static final List<String> FAMILY =
      List.of(
          "Adler",
          "Brandt",
          "Çelik",
          "Dubois",
          "Engström",
          "Fischer",
          "Großkopf",
          "Huber",
          "Ivanova",
          "Jüngling",
          "Kowalski",
          "Lehmann",
          "Meyer",
          "Nguyen",
          "Okafor",
          "Petersen",
          "Quast",
          "Richter",
          "Schröder",
          "Tanaka",
          "Ulrich",
          "Vogel",
          "Weiß",
          "Xu",
          "Yilmaz",
          "Zimmermann");
  private static final int DEPARTMENTS = 60;
  private static final int TOPICS = 300;

  private ManyPeople() {}

  /** Answers that many people as a file that the portal imports; their ids are {@code p0} on. */
  static String csv(int people) {
    Random random = new Random(10_000);
    StringBuilder csv =
        new StringBuilder(
            "id,givenName,familyName,title.de,title.en,departments,topics,languages,region,timeZone,"
                + "email,phone,channels\n");
    for (int i = 0; i < people; i++) {
      String family =
          one(FAMILY, random) + (random.nextInt(4) == 0 ? "-" + one(FAMILY, random) : "");
      csv.append("p%d,%s,%s,".formatted(i, one(GIVEN, random), family))
          .append("Beraterin für Fach %1$d,Adviser on field %1$d,".formatted(random.nextInt(500)))
          .append("department-%d,".formatted(random.nextInt(DEPARTMENTS)))
          .append(
              "topic-%d;topic-%d,"
                  .formatted(random.nextInt(150), 150 + random.nextInt(TOPICS - 150)))
          .append(random.nextBoolean() ? "de," : "de;en,")
          .append("DE-BY,Europe/Berlin,p%d@people.example,".formatted(i))
          .append("+49 89 %d,".formatted(90_000_000 + i))
          .append("message;callback;phone\n");
    }
    return csv.toString();
  }

  /** Answers a family name to search for. */
  static String familyName(Random random) {
    return one(FAMILY, random);
  }

  private static String one(List<String> names, Random random) {
    return names.get(random.nextInt(names.size()));
  }
}
