package org.visavis.web.wiring;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.logging.Logger;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Opens the database and brings its tables up to date before anything else uses it. This goes on
 * beside the discovery of the beans, which takes about as long and needs another processor, so that
 * a start is a second shorter; whoever observes {@link Startup} later finds it done.
 *
 * <p>Every core ships its own migrations under {@code db/NAME} and has its own history table {@code
 * NAME_schema_history}, so that the numbers of one core never meet those of another. On Liberty,
 * Flyway finds a folder by a file {@code flyway.location} in it; {@code db/callback}, which it
 * always looks for, is there for that alone.
 */
public class Migrations implements Extension {
  /** In this order, because tables of one may refer to those before it. */
  static final List<String> LOCATIONS = List.of("directory", "presence", "routing", "web");

  /** Flyway hands on here what a database says of each statement; a filter goes with its logger. */
  private static final Logger STATEMENTS =
      Logger.getLogger("org.flywaydb.core.internal.sqlscript.DefaultSqlScriptExecutor");

  /** SQL's state for a statement that found no rows, as those that copy do in an empty database. */
  private static final String NO_DATA = "02000";

  private CompletableFuture<Void> done = new CompletableFuture<>();

  void begin(@Observes BeforeBeanDiscovery start) {
    done = CompletableFuture.runAsync(Migrations::migrate, Migrations::beside);
  }

  /** Ends the start of the application with what went wrong, if anything did. */
  void finish(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) Startup startup) {
    try {
      done.join();
    } catch (CompletionException e) {
      throw new IllegalStateException("The tables could not be brought up to date", e.getCause());
    }
  }

  private static void beside(Runnable task) {
    Thread thread = new Thread(task, "migrations");
    thread.setContextClassLoader(Migrations.class.getClassLoader());
    thread.setDaemon(true);
    thread.start();
  }

  private static void migrate() {
    STATEMENTS.setFilter(record -> !String.valueOf(record.getMessage()).contains(NO_DATA));
    DataSource database = database();
    LOCATIONS.forEach(location -> migrate(database, location));
  }

  /** Nothing injects yet; the name is a constant and the server's own. */
  @SuppressWarnings("BanJNDI")
  private static DataSource database() {
    try {
      return InitialContext.doLookup("jdbc/visavis");
    } catch (NamingException e) {
      throw new IllegalStateException("The server has no data source jdbc/visavis", e);
    }
  }

  private static void migrate(DataSource database, String location) {
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
