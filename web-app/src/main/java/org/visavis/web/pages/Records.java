package org.visavis.web.pages;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.exchange.Names;
import org.visavis.directory.exchange.PersonRecord;

/**
 * Tells all that the directory knows of one person, and of nobody else: to that person, or to an
 * administrator who answers the person's request (GDPR, article 15), which the log notes.
 * Immutable, thread-safe.
 */
@Dependent
public class Records {

  private static final Logger LOG = System.getLogger(Records.class.getName());

  @Inject private Directory directory;

  /** Answers the record for the person as JSON, written so that people can read it, too. */
  public String own(Employee person) {
    StringWriter text = new StringWriter();
    Map<String, Object> readable = Map.of(JsonGenerator.PRETTY_PRINTING, true);
    try (JsonWriter writer = Json.createWriterFactory(readable).createWriter(text)) {
      writer.write(record(person));
    }
    return text.toString().strip() + "\n";
  }

  /** Answers the same to an administrator, and notes that. */
  public String toAdministrator(Employee person, String account) {
    note(person, account);
    return own(person);
  }

  /** Answers the record for the person line by line. */
  public List<RecordView.Line> ownLines(Employee person) {
    List<RecordView.Line> lines = new ArrayList<>();
    flatten("", record(person), lines);
    return lines;
  }

  /** Answers the same to an administrator, and notes that. */
  public List<RecordView.Line> linesToAdministrator(Employee person, String account) {
    note(person, account);
    return ownLines(person);
  }

  /** Notes that an administrator has exported everybody. */
  public void noteEverybody(String account) {
    LOG.log(Level.INFO, "{0} has exported everybody", account);
  }

  private JsonObject record(Employee person) {
    return PersonRecord.of(person, Names.of(directory, Language.EN.locale()));
  }

  /** Who looked at whom; never what was there. */
  private static void note(Employee person, String account) {
    LOG.log(Level.INFO, "{0} has read all that is known of {1}", account, person.id());
  }

  private static void flatten(String path, JsonValue value, List<RecordView.Line> lines) {
    String before = path.isEmpty() ? "" : path + " › ";
    if (value instanceof JsonObject object) {
      object.forEach((name, part) -> flatten(before + name, part, lines));
    } else if (value instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        flatten(before + (i + 1), array.get(i), lines);
      }
    } else {
      String text = value instanceof JsonString string ? string.getString() : value.toString();
      lines.add(new RecordView.Line(path, text));
    }
  }
}
