package org.visavis.directory.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Attribute;
import org.visavis.directory.Audience;
import org.visavis.directory.Basis;
import org.visavis.directory.Channel;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;
import org.visavis.directory.Link;
import org.visavis.directory.PortraitId;
import org.visavis.directory.Profile;
import org.visavis.directory.Topic;
import org.visavis.directory.TopicId;

/** Who was there before goes on showing exactly what was shown. */
class MigrationTest {

  private static final String URL = "jdbc:hsqldb:mem:" + UUID.randomUUID();

  private static void migrate(String target) {
    Flyway.configure()
        .dataSource(URL, "sa", "")
        .locations("classpath:db/directory")
        .target(target)
        .load()
        .migrate();
  }

  @Test
  void peopleOfTheFirstVersionKeepWhatTheyShowed() throws SQLException {
    migrate("1");
    try (Connection connection = DriverManager.getConnection(URL, "sa", "");
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO directory_employee (id, version, given_name, family_name, display_name, title,"
              + " departments, topics, languages, region, time_zone, mail, channels, links, portrait)"
              + " VALUES ('anna', 3, 'Anna', 'Brandt', 'Anna Brandt', 'de=Beraterin',"
              + " U&'billing\\000asales', 'invoices', U&'de\\000aen', 'DE-BY', 'Europe/Berlin',"
              + " 'anna@example.org', U&'message\\000aphone=tel:+49-89-99998101',"
              + " 'https://example.org/ homepage', '"
              + "ab".repeat(32)
              + "')");
      statement.executeUpdate("INSERT INTO directory_department VALUES ('billing', 0, 'de=Kasse')");
      statement.executeUpdate("INSERT INTO directory_topic VALUES ('invoices', 0, 'de=Rechnung')");
    }
    migrate("latest");

    try (EntityManagerFactory factory =
            Persistence.createEntityManagerFactory(
                "directory",
                Map.of(
                    "jakarta.persistence.jdbc.url", URL,
                    "jakarta.persistence.jdbc.user", "sa",
                    "jakarta.persistence.jdbc.password", ""));
        EntityManager entityManager = factory.createEntityManager()) {
      JpaDirectoryStore store = new JpaDirectoryStore(() -> entityManager);
      Employee anna = store.find(EmployeeId.of("anna")).orElseThrow();
      Employee expected =
          Employee.named(EmployeeId.of("anna"), "Anna", "Brandt")
              .title(Label.of(Map.of(Locale.GERMAN, "Beraterin")))
              .departments(List.of(DepartmentId.of("billing"), DepartmentId.of("sales")))
              .topics(List.of(TopicId.of("invoices")))
              .languages(List.of(Locale.GERMAN, Locale.ENGLISH))
              .region("DE-BY")
              .timeZone(ZoneId.of("Europe/Berlin"))
              .mail("anna@example.org")
              .channel(Channel.MESSAGE)
              .channel(Channel.PHONE, URI.create("tel:+49-89-99998101"))
              .links(List.of(new Link(URI.create("https://example.org/"), "homepage")))
              .portrait(PortraitId.of("ab".repeat(32)))
              .consents(anna.consents())
              .build();
      assertThat(anna).isEqualTo(expected);
      Profile seen = Profile.of(anna, Audience.PUBLIC, Instant.now()).orElseThrow();
      assertThat(seen.displayName()).isEqualTo("Anna Brandt");
      assertThat(seen.portrait()).isPresent();
      assertThat(seen.links()).hasSize(1);
      assertThat(seen.languages()).hasSize(2);
      assertThat(seen.channels().get(Channel.PHONE)).isPresent();
      assertThat(seen.mail()).as("the address never was published").isEmpty();
      assertThat(anna.consents().find(Attribute.SURNAME).orElseThrow().basis())
          .isEqualTo(Basis.beforeRecords());
      assertThat(store.departments())
          .containsExactly(
              new Department(DepartmentId.of("billing"), Label.of(Map.of(Locale.GERMAN, "Kasse"))));
      assertThat(store.topics())
          .containsExactly(
              new Topic(TopicId.of("invoices"), Label.of(Map.of(Locale.GERMAN, "Rechnung"))));
    }
  }
}
