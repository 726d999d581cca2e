package org.visavis.web.wiring;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.interceptor.Interceptor;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the tables up to date before anything else runs.
 *
 * <p>Every core ships its own migrations under {@code db/NAME} and has its own history table {@code
 * NAME_schema_history}, so that the numbers of one core never meet those of another. On Liberty,
 * Flyway finds a folder by a file {@code flyway.location} in it; {@code db/callback}, which it
 * always looks for, is there for that alone.
 */
@ApplicationScoped
class Migrations {
  /** In this order, because tables of one may refer to those before it. */
  static final List<String> LOCATIONS = List.of("directory", "presence", "routing", "web");

  @Resource(lookup = "jdbc/visavis")
  private DataSource database;

  void migrate(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) Startup startup) {
    LOCATIONS.forEach(this::migrate);
  }

  private void migrate(String location) {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database)
        .locations("classpath:db/" + location)
        .callbackLocations("classpath:db/" + location)
        .failOnMissingLocations(true)
        .table(location + "_schema_history")
        // The others' tables are there already; they are no reason to refuse.
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }
}
