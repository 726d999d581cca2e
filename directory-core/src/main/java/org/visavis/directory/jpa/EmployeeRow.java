package org.visavis.directory.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.PortraitId;
import org.visavis.directory.TopicId;

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

  private String title;
  private String departments;
  private String topics;
  private String languages;
  private @Nullable String region;

  @Column(name = "time_zone")
  private String timeZone;

  private @Nullable String mail;
  private String channels;
  private String links;
  private @Nullable String portrait;

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
    title = Lines.ofLabel(employee.title());
    departments = Lines.of(employee.departments());
    topics = Lines.of(employee.topics());
    languages = Lines.of(employee.languages().stream().map(Locale::toLanguageTag).toList());
    region = employee.region().orElse(null);
    timeZone = employee.timeZone().getId();
    mail = employee.mail().orElse(null);
    channels = Lines.ofChannels(employee.channels());
    links = Lines.ofLinks(employee.links());
    portrait = employee.portrait().map(PortraitId::value).orElse(null);
  }

  Employee toDomain() {
    Employee.Builder employee =
        Employee.named(EmployeeId.of(id), givenName, familyName)
            .displayName(displayName)
            .title(Lines.parseLabel(title))
            .departments(Lines.parse(departments).stream().map(DepartmentId::of).toList())
            .topics(Lines.parse(topics).stream().map(TopicId::of).toList())
            .languages(languages())
            .region(region)
            .timeZone(ZoneId.of(timeZone))
            .mail(mail)
            .channels(Lines.parseChannels(channels))
            .links(Lines.parseLinks(links));
    if (portrait != null) {
      employee.portrait(PortraitId.of(portrait));
    }
    return employee.build();
  }

  private List<Locale> languages() {
    return Lines.parse(languages).stream().map(Locale::forLanguageTag).toList();
  }
}
