package org.visavis.web.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.ImportedPeople.Part;
import org.visavis.directory.Label;
import org.visavis.directory.Role;
import org.visavis.directory.exchange.ScimFilter;
import org.visavis.directory.exchange.ScimPatch;
import org.visavis.web.api.ProvisionedNames.Called;
import org.visavis.web.api.ProvisionedNames.Kind;

/** Departments as groups of SCIM, with the people in them as members. */
@Dependent
class ScimGroups extends ScimResources {

  static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Group";

  private static final String NAME = "displayName";
  private static final String MEMBERS = "members";
  private static final int NOT_IMPLEMENTED = 501;

  @Inject private Directory directory;
  @Inject private ProvisionedNames names;

  ScimGroups() {
    super(Kind.GROUP);
  }

  @Override
  ProvisionedNames names() {
    return names;
  }

  @Override
  List<String> candidates(Optional<ScimFilter> filter) {
    Optional<String> id = filter.flatMap(f -> f.demanded("id"));
    return id.isPresent()
        ? id.stream().toList()
        : directory.departments().stream().map(Department::id).map(DepartmentId::value).toList();
  }

  @Override
  Function<String, Optional<JsonObject>> writing(Function<String, Optional<Called>> known) {
    Map<DepartmentId, List<Employee>> members = new HashMap<>();
    for (Employee person : directory.everybody()) {
      person
          .departments()
          .forEach(of -> members.computeIfAbsent(of, d -> new ArrayList<>()).add(person));
    }
    return id ->
        find(directory, id)
            .map(
                department ->
                    group(
                        department,
                        members.getOrDefault(department.id(), List.of()),
                        known.apply(id).flatMap(Called::externalId)));
  }

  private static Optional<Department> find(Directory directory, String id) {
    try {
      return directory.findDepartment(DepartmentId.of(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static JsonObject group(
      Department department, List<Employee> people, Optional<String> externalId) {
    JsonObjectBuilder group =
        Json.createObjectBuilder()
            .add("schemas", Json.createArrayBuilder().add(SCHEMA))
            .add("id", department.id().value())
            .add(NAME, department.name().toString());
    externalId.ifPresent(external -> group.add("externalId", external));
    JsonArrayBuilder members = Json.createArrayBuilder();
    for (Employee person : people) {
      members.add(
          Json.createObjectBuilder()
              .add("value", person.id().value())
              .add("display", person.displayName())
              .add("type", "User"));
    }
    return group.add(MEMBERS, members).build();
  }

  @Override
  String create(JsonObject said) {
    String name = name(said);
    Department department = named(name);
    boolean taken =
        directory.departments().stream()
            .anyMatch(
                known ->
                    known.id().equals(department.id())
                        || known.name().texts().stream().anyMatch(name::equalsIgnoreCase));
    if (taken) {
      throw ScimRefusal.taken("There is a department of this name");
    }
    directory.saveDepartments(List.of(department));
    keep(department, said);
    return department.id().value();
  }

  private static Department named(String name) {
    try {
      return Department.named(name);
    } catch (IllegalArgumentException e) {
      throw ScimRefusal.value("displayName has a letter or a digit");
    }
  }

  @Override
  void replace(String id, JsonObject said) {
    Department before = directory.findDepartment(DepartmentId.of(id)).orElseThrow();
    String name = name(said);
    if (before.name().texts().stream().noneMatch(name::equals)) {
      directory.saveDepartments(List.of(renamed(before, name)));
    }
    keep(before, said);
  }

  /** A name of several languages is changed where no language is stated. */
  private static Department renamed(Department before, String name) {
    Label label =
        before.name().texts().size() == 1 ? Label.of(name) : before.name().with(Locale.ROOT, name);
    return new Department(before.id(), label, before.synonyms(), before.parent(), before.lead());
  }

  @Override
  void patch(String id, JsonObject patch) {
    replace(id, ScimPatch.apply(find(id).orElseThrow(), patch));
  }

  @Override
  void delete(String id) {
    throw new ScimRefusal(
        NOT_IMPLEMENTED,
        "",
        "A department stays, because others may lie within it; take its members out of it.");
  }

  private static String name(JsonObject said) {
    return text(said, NAME, Label.MAX_LENGTH)
        .orElseThrow(() -> ScimRefusal.value("displayName is missing"));
  }

  private void keep(Department department, JsonObject said) {
    Optional<String> external = text(said, "externalId", ProvisionedNames.MAX_EXTERNAL);
    // The name is the department's own affair: only its id is unique here.
    names.keep(Kind.GROUP, department.id().value(), new Called(department.id().value(), external));
    Set<EmployeeId> wanted = members(said);
    for (Employee person : directory.everybody()) {
      boolean is = person.departments().contains(department.id());
      if (is != wanted.contains(person.id())) {
        directory.change(person.id(), before -> moved(before, department.id(), !is));
      }
    }
  }

  /** What the person keeps up stays. */
  private static Employee moved(Employee before, DepartmentId department, boolean in) {
    if (before.ownFields().contains(Part.DEPARTMENTS) || before.ownFields().contains(Part.ROLES)) {
      return before;
    }
    List<Role> roles = new ArrayList<>(before.roles());
    roles.removeIf(role -> role.department().equals(department));
    if (in) {
      roles.add(new Role(department, Label.empty()));
    }
    boolean keepsTitle = roles.isEmpty() || before.roles().isEmpty();
    Employee.Builder after = before.toBuilder().roles(roles);
    return (keepsTitle ? after.title(before.title()) : after).build();
  }

  private Set<EmployeeId> members(JsonObject said) {
    Optional<JsonValue> list =
        said.keySet().stream().filter(MEMBERS::equalsIgnoreCase).findFirst().map(said::get);
    Set<EmployeeId> members = new LinkedHashSet<>();
    if (list.isEmpty() || list.get().equals(JsonValue.NULL)) {
      return members;
    }
    if (!(list.get() instanceof JsonArray array)) {
      throw ScimRefusal.value("members is a list");
    }
    for (JsonValue member : array) {
      if (!(member instanceof JsonObject object)
          || !(object.get("value") instanceof JsonString id)) {
        throw ScimRefusal.value("A member has a value, which is the id of a user");
      }
      members.add(
          ScimUsers.find(directory, id.getString())
              .orElseThrow(() -> ScimRefusal.value("There is no user " + id.getString()))
              .id());
    }
    return members;
  }
}
