package org.visavis.directory.population;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Surnames as frequent as they are in Germany: the chance of a name falls with its rank as 1 /
 * (rank + 10), which gives the first one percent and the first hundred a quarter. Beyond the most
 * frequent ones they are put together of syllables. Immutable.
 */
final class Surnames {

  private static final String FREQUENT =
      "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer"
          + " Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann"
          + " Lange Schmitt Werner Schmitz Krause Meier Lehmann Schmid Schulze Maier Köhler Herrmann"
          + " König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert"
          + " Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke"
          + " Albrecht Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein"
          + " Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Schulte Dietrich"
          + " Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann Thomas Voigt Sauer Arnold Wolff"
          + " Pfeiffer Yılmaz Kaya Nowak Nguyen Kowalski Öztürk Demir Ivanov Novák García Rossi"
          + " Großmann Weiss Strauß Preuß Böttcher Grün Jürgens Hübner Förster Schütz Götz Thiel";

  private static final List<String> BEGINNINGS =
      List.of(
          "Alt", "Am", "Bach", "Berg", "Birk", "Blum", "Brand", "Breit", "Brück", "Buch", "Burg",
          "Dorn", "Ecker", "Eich", "Erl", "Feld", "Fichten", "Frei", "Gold", "Grün", "Haber",
          "Hirsch", "Hoch", "Holz", "Kalten", "Kirch", "Kropf", "Land", "Leit", "Linden", "Mühl",
          "Neu", "Nieder", "Nuss", "Ober", "Rauch", "Reich", "Rosen", "Roß", "Schell", "Schön",
          "Silber", "Sonn", "Stahl", "Stein", "Stolz", "Tann", "Unter", "Wald", "Weiden", "Wiesen");

  private static final List<String> ENDINGS =
      List.of(
          "acher", "auer", "bauer", "baum", "beck", "berger", "burger", "dorfer", "eder", "feld",
          "gruber", "hauser", "hofer", "huber", "inger", "kamp", "leitner", "maier", "mann",
          "meyer", "moser", "müller", "reiter", "rieder", "schmidt", "stetter", "thaler", "wanger",
          "weiler");

  private static final String CONSONANTS = "bdfgklmnprstvwz";
  private static final String VOWELS = "aeiouäöü";

  private final List<String> names;
  private final double[] cumulated;

  Surnames(int distinct, Random random) {
    Set<String> all = new LinkedHashSet<>(List.of(FREQUENT.split(" ")));
    while (all.size() < Math.min(distinct, 1_200)) {
      all.add(one(BEGINNINGS, random) + one(ENDINGS, random));
    }
    while (all.size() < distinct) {
      all.add(syllables(random));
    }
    names = new ArrayList<>(all);
    cumulated = new double[names.size()];
    double sum = 0;
    for (int rank = 0; rank < cumulated.length; rank++) {
      sum += 1.0 / (rank + 11);
      cumulated[rank] = sum;
    }
  }

  String draw(Random random) {
    double drawn = random.nextDouble() * cumulated[cumulated.length - 1];
    int found = java.util.Arrays.binarySearch(cumulated, drawn);
    return names.get(Math.min(names.size() - 1, found >= 0 ? found : -found - 1));
  }

  private static String syllables(Random random) {
    StringBuilder name = new StringBuilder();
    int syllables = 2 + random.nextInt(2);
    for (int i = 0; i < syllables; i++) {
      name.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
      name.append(VOWELS.charAt(random.nextInt(random.nextInt(4) == 0 ? VOWELS.length() : 5)));
      if (random.nextBoolean()) {
        name.append("lmnrst".charAt(random.nextInt(6)));
      }
    }
    String ending = random.nextInt(3) == 0 ? one(ENDINGS, random) : one(SHORT_ENDINGS, random);
    name.append(ending);
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static final List<String> SHORT_ENDINGS =
      List.of("", "", "ck", "ke", "ler", "ner", "ske", "wicz", "ß", "tz", "sen");

  private static String one(List<String> some, Random random) {
    return some.get(random.nextInt(some.size()));
  }
}
