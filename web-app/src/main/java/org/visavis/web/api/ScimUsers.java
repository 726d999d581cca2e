package org.visavis.web.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.ImportPlan;
import org.visavis.directory.exchange.Names;
import org.visavis.directory.exchange.ScimFilter;
import org.visavis.directory.exchange.ScimPatch;
import org.visavis.directory.exchange.ScimPeople;
import org.visavis.web.api.ProvisionedNames.Called;
import org.visavis.web.api.ProvisionedNames.Kind;
import org.visavis.web.jobs.Departures;

/**
 * People as users of SCIM. Whom no identity provider has named yet is known by the mail address, or
 * where there is none by the id; and by the id as the provider's own, so that people who came by a
 * file are met by their personnel number.
 */
@Dependent
class ScimUsers extends ScimResources {

  private static final int ID_BITS = 60;

  @Inject private Directory directory;
  @Inject private ProvisionedNames names;
  @Inject private Departures departures;
  @Inject private SecureRandom random;
  @Inject private Clock clock;

  ScimUsers() {
    super(Kind.USER);
  }

  @Override
  ProvisionedNames names() {
    return names;
  }

  @Override
  List<String> candidates(Optional<ScimFilter> filter) {
    Optional<String> id = filter.flatMap(f -> f.demanded("id"));
    Optional<String> name = filter.flatMap(f -> f.demanded("userName"));
    Optional<String> external = filter.flatMap(f -> f.demanded("externalId"));
    if (id.isPresent()) {
      return id.stream().toList();
    }
    if (name.isPresent()) {
      return List.copyOf(known(name, Optional.empty()));
    }
    return external.isPresent()
        ? List.copyOf(known(Optional.empty(), external))
        : directory.everybody().stream().map(Employee::id).map(EmployeeId::value).toList();
  }

  /** Whoever has that name or that id of the provider's own, said or by himself or herself. */
  private Set<String> known(Optional<String> name, Optional<String> externalId) {
    Set<String> ids = new TreeSet<>(names.having(Kind.USER, name, externalId));
    for (Employee person : directory.everybody()) {
      boolean meant =
          name.filter(unnamed(person).name()::equalsIgnoreCase).isPresent()
              || externalId.filter(person.id().value()::equals).isPresent();
      if (meant && names.find(Kind.USER, person.id().value()).isEmpty()) {
        ids.add(person.id().value());
      }
    }
    return ids;
  }

  private static Called unnamed(Employee person) {
    String id = person.id().value();
    return new Called(person.mail().orElse(id), Optional.of(id));
  }

  @Override
  Function<String, Optional<JsonObject>> writing(Function<String, Optional<Called>> known) {
    Names departments = departments();
    Instant now = clock.instant();
    return id ->
        find(directory, id)
            .map(
                person ->
                    named(
                        ScimPeople.write(person, departments, now),
                        known.apply(id).orElseGet(() -> unnamed(person))));
  }

  static Optional<Employee> find(Directory directory, String id) {
    return ExportResource.employee(id).flatMap(directory::find);
  }

  private Names departments() {
    return Names.of(directory, Locale.ROOT);
  }

  private static JsonObject named(JsonObject user, Called names) {
    JsonObjectBuilder named = Json.createObjectBuilder(user).add("userName", names.name());
    names.externalId().ifPresent(external -> named.add("externalId", external));
    return named.build();
  }

  @Override
  String create(JsonObject said) {
    // No name is in it: the id stands in public addresses, and nobody has disclosed a surname yet.
    EmployeeId id = EmployeeId.of("p" + new BigInteger(ID_BITS, random).toString(36));
    save(id, said);
    return id.value();
  }

  @Override
  void replace(String id, JsonObject said) {
    save(EmployeeId.of(id), said);
  }

  @Override
  void patch(String id, JsonObject patch) {
    Employee before = directory.require(EmployeeId.of(id));
    JsonObject user =
        named(
            ScimPeople.changeable(before, departments(), clock.instant()),
            names.find(Kind.USER, id).orElseGet(() -> unnamed(before)));
    save(before.id(), ScimPatch.apply(user, patch));
  }

  private void save(EmployeeId id, JsonObject said) {
    Called called =
        new Called(
            text(said, "userName", ProvisionedNames.MAX_NAME)
                .orElseThrow(() -> ScimRefusal.value("userName is missing")),
            text(said, "externalId", ProvisionedNames.MAX_EXTERNAL));
    requireFree(id, called);
    Optional<Employee> before = directory.find(id);
    Instant now = clock.instant();
    ImportPlan plan = directory.plan(ScimPeople.read(said, id, before, departments(), now));
    directory.apply(plan);
    names.keep(Kind.USER, id.value(), called);
    if (plan.changed().stream().anyMatch(person -> person.hasLeft(now))) {
      departures.handBack(id);
    }
  }

  private void requireFree(EmployeeId id, Called called) {
    Set<String> same = known(Optional.of(called.name()), called.externalId());
    same.remove(id.value());
    if (!same.isEmpty()) {
      throw ScimRefusal.taken(
          "Somebody else has this userName or externalId: the user of id "
              + same.iterator().next());
    }
  }

  @Override
  void delete(String id) {
    EmployeeId who = EmployeeId.of(id);
    departures.handBack(who);
    names.forget(Kind.USER, id);
    directory.remove(who);
  }
}
