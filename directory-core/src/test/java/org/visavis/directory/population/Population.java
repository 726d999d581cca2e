package org.visavis.directory.population;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.visavis.directory.Audience;
import org.visavis.directory.Basis;
import org.visavis.directory.Channel;
import org.visavis.directory.Consents;
import org.visavis.directory.Department;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;
import org.visavis.directory.Profile;
import org.visavis.directory.Topic;
import org.visavis.directory.spi.PeopleIndex.Entry;

/**
 * A company of invented people: surnames as frequent as in Germany, 60 departments, 300 topics. The
 * same size gives the same people. Immutable.
 */
public final class Population {

  private static final String GIVEN =
      "Peter Michael Thomas Andreas Wolfgang Claus Jürgen Günter Stefan Christian Uwe Werner Horst"
          + " Frank Dieter Manfred Gerhard Hans Bernd Thorsten Matthias Helmut Walter Heinz Martin Jörg"
          + " Rolf Jens Sven Alexander Jan Rainer Holger Karl Dirk Joachim Ralf Carsten Herbert Oliver"
          + " Wilhelm Kurt Markus Heinrich Harald Paul Hermann Norbert Rudolf Marco Maria Ursula Monika"
          + " Petra Elisabeth Sabine Renate Helga Karin Brigitte Ingrid Erika Andrea Gisela Claudia"
          + " Susanne Gabriele Christa Christine Hildegard Anna Birgit Barbara Gertrud Heike Marianne"
          + " Elke Martina Angelika Irmgard Inge Ute Elfriede Doris Marion Ruth Ulrike Hannelore Jutta"
          + " Gerda Kerstin Ilse Anneliese Margarete Ingeborg Anja Edith Sandra Waltraud Beate Rita"
          + " Katharina Christel Nicole Regina Eva Rosemarie Erna Manuela Sonja Johanna Irene Silke Gudrun"
          + " Christiane Cornelia Tanja Anke Bettina Zoë André René Elif Mehmet Ayşe Łukasz Agnieszka"
          + " Björn Søren Noémi Dmytro Olena Linh Chiara Luca Sinéad Emeka Amara";

  private static final List<String> KINDS =
      List.of(
          "Neue",
          "Private",
          "Gewerbliche",
          "Fehlende",
          "Verspätete",
          "Digitale",
          "Internationale",
          "Jährliche",
          "Dringende",
          "Allgemeine",
          "Technische",
          "Rechtliche",
          "Medizinische",
          "Städtische",
          "Ländliche");

  private static final List<String> THINGS =
      List.of(
          "Rechnungen",
          "Verträge",
          "Lieferungen",
          "Anschlüsse",
          "Zähler",
          "Heizungen",
          "Garantien",
          "Kündigungen",
          "Beschwerden",
          "Förderungen",
          "Umzüge",
          "Bestellungen",
          "Versicherungen",
          "Reparaturen",
          "Genehmigungen",
          "Fahrräder",
          "Steuern",
          "Darlehen",
          "Termine",
          "Gutachten");

  private final List<Entry> entries = new ArrayList<>();
  private final List<Topic> topics = new ArrayList<>();
  private final Set<String> names = new TreeSet<>();

  private Population(int people) {
    Random random = new Random(people);
    List<Department> departments = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      departments.add(Department.named("Abteilung " + (char) ('A' + i % 26) + i / 26));
    }
    for (String kind : KINDS) {
      THINGS.forEach(thing -> topics.add(Topic.named(kind + " " + thing)));
    }
    List<String> given = List.of(GIVEN.split(" "));
    Surnames surnames = new Surnames(Math.max(200, Math.min(people / 5, 60_000)), random);
    Consents consents = Consents.toEverybody(Instant.EPOCH, Basis.ofThePerson());
    for (int i = 0; i < people; i++) {
      Department department = one(departments, random);
      List<Topic> cares =
          List.of(one(topics.subList(0, 150), random), one(topics.subList(150, 300), random));
      String first = one(given, random);
      String last = surnames.draw(random);
      names.add(first + " " + last);
      Employee employee =
          Employee.named(EmployeeId.of("p" + i), first, last)
              .title(Label.of("Sachbearbeitung " + random.nextInt(40)))
              .departments(List.of(department.id()))
              .topics(cares.stream().map(Topic::id).toList())
              .languages(
                  random.nextBoolean()
                      ? List.of(Locale.GERMAN)
                      : List.of(Locale.GERMAN, Locale.ENGLISH))
              .channel(Channel.MESSAGE)
              .consents(consents)
              .build();
      Profile profile = Profile.of(employee, Audience.PUBLIC, Instant.EPOCH).orElseThrow();
      entries.add(new Entry(profile, List.of(department), cares));
    }
  }

  /** Answers the company of that size. */
  public static Population of(int people) {
    return new Population(people);
  }

  /** Answers everybody. */
  public List<Entry> entries() {
    return entries;
  }

  /** Answers the topics. */
  public List<Topic> topics() {
    return topics;
  }

  /** Answers whether somebody is called so. */
  public boolean knows(String name) {
    return names.contains(name);
  }

  /** Answers somebody. */
  public Profile anybody(Random random) {
    return one(entries, random).profile();
  }

  private static <T> T one(List<T> some, Random random) {
    return some.get(random.nextInt(some.size()));
  }
}
