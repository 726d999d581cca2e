package org.visavis.directory.exchange;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Comparator;
import org.visavis.directory.Employee;

/**
 * Everything that the directory knows of one person, in JSON, for the person's right of access: the
 * JSContact card (RFC 9553) with all that it has, published or not, and beside it the consents with
 * their time and basis, what the person keeps up, and the portrait. Needs Jakarta JSON Processing.
 * Thread-safe.
 */
public final class PersonRecord {

  private PersonRecord() {}

  /** Answers the record of a person. */
  public static JsonObject of(Employee employee, Names names) {
    JsonObjectBuilder consents = Json.createObjectBuilder();
    employee
        .consents()
        .byAttribute()
        .forEach(
            (attribute, consent) ->
                consents.add(
                    attribute.code(),
                    Json.createObjectBuilder()
                        .add("disclosedTo", consent.disclosure().code())
                        .add("since", consent.given().toString())
                        .add("basis", consent.basis().kind().code())
                        .add("statement", consent.basis().text())));
    JsonArrayBuilder own = Json.createArrayBuilder();
    employee.ownFields().stream()
        .sorted(Comparator.naturalOrder())
        .forEach(part -> own.add(part.code()));
    JsonObjectBuilder record =
        Json.createObjectBuilder()
            .add("card", JsContactWriting.card(PersonValues.of(employee, names), names))
            .add("consents", consents)
            .add("keptUpByThePerson", own);
    employee.portrait().ifPresent(portrait -> record.add("portrait", portrait.value()));
    return record.build();
  }
}
