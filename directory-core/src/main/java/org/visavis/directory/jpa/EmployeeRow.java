package org.visavis.directory.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.ImportedPeople.Part;
import org.visavis.directory.Label;
import org.visavis.directory.NameOrder;
import org.visavis.directory.PortraitId;
import org.visavis.directory.Role;

/** One person in the table. Never cached: another node may have changed the row. */
@Entity(name = "DirectoryEmployee")
@Table(name = "directory_employee")
@Cacheable(false)
@SuppressWarnings("NullAway.Init")
class EmployeeRow {

  @Id private String id;
  @Version private long version;

  @Column(name = "given_name")
  private String givenName;

  @Column(name = "family_name")
  private String familyName;

  @Column(name = "display_name")
  private String displayName;

  @Column(name = "name_order")
  private String nameOrder;

  @Column(name = "form_of_address")
  private String formOfAddress;

  private String pronouns;
  private String title;

  @Column(name = "role_titles")
  private String roleTitles;

  private String departments;
  private String topics;
  private String languages;
  private @Nullable String region;

  @Column(name = "time_zone")
  private String timeZone;

  private @Nullable String mail;
  private String office;
  private String about;
  private String channels;
  private String links;
  private @Nullable String portrait;

  @Column(name = "leaves_on")
  private @Nullable LocalDate leavesOn;

  private String consents;

  @Column(name = "own_fields")
  private String ownFields;

  /** For the persistence provider. */
  protected EmployeeRow() {}

  static EmployeeRow of(Employee employee) {
    EmployeeRow row = new EmployeeRow();
    row.id = employee.id().value();
    row.take(employee);
    return row;
  }

  String id() {
    return id;
  }

  void take(Employee employee) {
    givenName = employee.givenName();
    familyName = employee.familyName();
    displayName = employee.displayName();
    nameOrder = employee.nameOrder().code();
    formOfAddress = employee.formOfAddress();
    pronouns = Lines.ofLabel(employee.pronouns());
    title = Lines.ofLabel(employee.title());
    roleTitles = Lines.ofRoleTitles(employee.roles());
    departments = Lines.of(employee.departments());
    topics = Lines.of(employee.topics());
    languages = Lines.of(employee.languages().stream().map(Locale::toLanguageTag).toList());
    region = employee.region().orElse(null);
    timeZone = employee.timeZone().getId();
    mail = employee.mail().orElse(null);
    office = Lines.ofLabel(employee.office());
    about = Lines.ofLabel(employee.about());
    channels = Lines.ofChannels(employee.channels());
    links = Lines.ofLinks(employee.links());
    portrait = employee.portrait().map(PortraitId::value).orElse(null);
    leavesOn = employee.leavesOn().orElse(null);
    consents = Lines.ofConsents(employee.consents());
    ownFields = Lines.of(employee.ownFields().stream().map(Part::code).sorted().toList());
  }

  Employee toDomain() {
    return toDomain(new Shared());
  }

  /** Answers the person, made of objects that others of the same walk have, too. */
  Employee toDomain(Shared shared) {
    Employee.Builder employee =
        Employee.named(EmployeeId.of(id), shared.text(givenName), shared.text(familyName))
            .nameOrder(NameOrder.from(nameOrder))
            .displayName(displayName)
            .formOfAddress(shared.text(formOfAddress))
            .pronouns(shared.label(pronouns))
            .roles(roles(shared))
            .title(shared.label(title))
            .topics(shared.topics(topics))
            .languages(shared.languages(languages))
            .region(region == null ? null : shared.text(region))
            .timeZone(shared.zone(timeZone))
            .mail(mail)
            .office(shared.label(office))
            .about(Lines.parseLabel(about))
            .channels(shared.channels(channels))
            .links(Lines.parseLinks(links))
            .leavesOn(leavesOn)
            .consents(shared.consents(consents))
            .ownFields(Lines.parse(ownFields).stream().map(Part::from).collect(Collectors.toSet()));
    if (portrait != null) {
      employee.portrait(PortraitId.of(portrait));
    }
    return employee.build();
  }

  private List<Role> roles(Shared shared) {
    Map<String, Label> titles = Lines.parseRoleTitles(roleTitles);
    return shared.departments(departments).stream()
        .map(
            department ->
                new Role(department, titles.getOrDefault(department.value(), Label.empty())))
        .toList();
  }
}
