package org.visavis.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.visavis.directory.ImportedPeople.Part;

/** Compares what a file says about people with what the directory knows. Used once. */
final class ImportComparison {

  private final ImportedPeople file;
  private final DirectorySnapshot known;
  private final Optional<Consent> consent;
  private final Map<String, DepartmentId> departmentNames = new HashMap<>();
  private final Map<String, TopicId> topicNames = new HashMap<>();
  private final Map<DepartmentId, Department> newDepartments = new LinkedHashMap<>();
  private final Map<TopicId, Topic> newTopics = new LinkedHashMap<>();

  private ImportComparison(
      ImportedPeople file, DirectorySnapshot known, Optional<Consent> consent) {
    this.file = file;
    this.consent = consent;
    this.known = known;
    known.departments().values().forEach(d -> learn(d.name(), d.id(), departmentNames));
    known.topics().values().forEach(t -> learn(t.name(), t.id(), topicNames));
  }

  /**
   * Compares.
   *
   * @param consent what counts for attributes of which nobody has said anything yet
   */
  static ImportPlan compare(
      ImportedPeople file, DirectorySnapshot known, Optional<Consent> consent) {
    return new ImportComparison(file, known, consent).plan();
  }

  private ImportPlan plan() {
    List<Employee> created = new ArrayList<>();
    List<Employee> changed = new ArrayList<>();
    List<Employee> replaced = new ArrayList<>();
    List<ImportPlan.Kept> kept = new ArrayList<>();
    int unchanged = 0;
    for (ImportedPeople.Row row : file.people()) {
      Employee said = withKnownIds(row);
      Employee before = known.people().get(said.id());
      if (before == null) {
        created.add(disclosed(said));
        continue;
      }
      Set<Part> withheld = withheld(before, said);
      if (!withheld.isEmpty()) {
        kept.add(new ImportPlan.Kept(before.id(), withheld));
      }
      Employee after = disclosed(merge(before, said, taken(before)));
      if (after.equals(before)) {
        unchanged++;
      } else {
        changed.add(after);
        replaced.add(before);
      }
    }
    return new ImportPlan(
        file.rowsRead(),
        created,
        changed,
        replaced,
        unchanged,
        List.copyOf(newDepartments.values()),
        List.copyOf(newTopics.values()),
        file.refused(),
        file.ignored(),
        kept);
  }

  /** What of the file the person does not keep up. */
  private Set<Part> taken(Employee before) {
    Set<Part> taken = EnumSet.noneOf(Part.class);
    taken.addAll(file.parts());
    taken.removeIf(part -> isOwn(part, before.ownFields()));
    return taken;
  }

  /** What of the file is otherwise than the person keeps it up. */
  private Set<Part> withheld(Employee before, Employee said) {
    Set<Part> withheld = EnumSet.noneOf(Part.class);
    for (Part part : file.parts()) {
      if (isOwn(part, before.ownFields())
          && !merge(before, said, EnumSet.of(part)).equals(before)) {
        withheld.add(part);
      }
    }
    return withheld;
  }

  /** Titles and departments are parts of roles, and telephones are channels. */
  private static boolean isOwn(Part part, Set<Part> own) {
    return own.contains(part)
        || (part == Part.ROLES && (own.contains(Part.TITLE) || own.contains(Part.DEPARTMENTS)))
        || ((part == Part.TITLE || part == Part.DEPARTMENTS) && own.contains(Part.ROLES))
        || (part == Part.PHONE && own.contains(Part.CHANNELS))
        || (part == Part.CHANNELS && own.contains(Part.PHONE));
  }

  /** Takes over only these parts. Roles come before titles, and channels after telephones. */
  static Employee merge(Employee before, Employee said, Set<Part> parts) {
    Employee.Builder after = before.toBuilder();
    if (parts.contains(Part.ROLES)) {
      after.roles(rolesOf(said, before));
    }
    for (Part part : parts) {
      switch (part) {
        case NAME ->
            after
                .name(said.givenName(), said.familyName())
                .nameOrder(said.nameOrder())
                .displayName(said.displayName());
        case TITLE -> after.title(said.title());
        case DEPARTMENTS -> {
          if (!parts.contains(Part.ROLES)) {
            after.departments(said.departments());
          }
        }
        case TOPICS -> after.topics(said.topics());
        case LANGUAGES -> after.languages(said.languages());
        case REGION -> after.region(said.region().orElse(null));
        case TIME_ZONE -> after.timeZone(said.timeZone());
        case MAIL -> after.mail(said.mail().orElse(null));
        case LINKS -> after.links(said.links());
        case PHONE -> after.channels(withPhoneOf(said, before));
        case FORM_OF_ADDRESS -> after.formOfAddress(said.formOfAddress());
        case PRONOUNS -> after.pronouns(said.pronouns());
        case OFFICE -> after.office(said.office());
        case ABOUT -> after.about(said.about());
        case PORTRAIT -> after.portrait(said.portrait().orElse(null));
        case LEAVES_ON -> after.leavesOn(said.leavesOn().orElse(null));
        case CHANNELS, ROLES -> {}
      }
    }
    if (parts.contains(Part.CHANNELS)) {
      after.channels(said.channels());
    }
    return after.build();
  }

  /** A role of which the file says no title keeps the one that it has. */
  private static List<Role> rolesOf(Employee said, Employee before) {
    Map<DepartmentId, Label> titles = new HashMap<>();
    before.roles().forEach(role -> titles.put(role.department(), role.title()));
    List<Role> roles = new ArrayList<>();
    for (Role role : said.roles()) {
      Label known = titles.getOrDefault(role.department(), Label.empty());
      roles.add(role.title().isEmpty() ? new Role(role.department(), known) : role);
    }
    return roles;
  }

  /** What somebody has already said of an attribute stands, above all that it is withdrawn. */
  private Employee disclosed(Employee employee) {
    if (consent.isEmpty()) {
      return employee;
    }
    Map<Attribute, Consent> consents = new EnumMap<>(Attribute.class);
    employee.attributes().forEach(attribute -> consents.put(attribute, consent.get()));
    consents.putAll(employee.consents().byAttribute());
    return employee.toBuilder().consents(Consents.of(consents)).build();
  }

  private static Map<Channel, Optional<Address>> withPhoneOf(Employee said, Employee before) {
    Map<Channel, Optional<Address>> channels = new HashMap<>(before.channels());
    channels.remove(Channel.PHONE);
    if (said.channels().containsKey(Channel.PHONE)) {
      channels.put(Channel.PHONE, said.channels().get(Channel.PHONE));
    }
    return channels;
  }

  /** A file may name a department or topic by its id or by one of its names. */
  private Employee withKnownIds(ImportedPeople.Row row) {
    Map<DepartmentId, DepartmentId> departments = new HashMap<>();
    for (Department department : row.departments()) {
      resolve(
          department,
          department.id(),
          known.departments(),
          departmentNames,
          newDepartments,
          departments);
    }
    Map<TopicId, TopicId> topics = new HashMap<>();
    for (Topic topic : row.topics()) {
      resolve(topic, topic.id(), known.topics(), topicNames, newTopics, topics);
    }
    List<Role> roles = new ArrayList<>();
    for (Role role : row.employee().roles()) {
      DepartmentId id = departments.getOrDefault(role.department(), role.department());
      roles.add(new Role(id, role.title()));
    }
    Employee.Builder known = row.employee().toBuilder().roles(roles);
    if (roles.isEmpty()) {
      known.title(row.employee().title());
    }
    return known.topics(translated(row.employee().topics(), topics::get)).build();
  }

  private static <K, V> void resolve(
      V value,
      K id,
      Map<K, V> known,
      Map<String, K> names,
      Map<K, V> created,
      Map<K, K> translation) {
    K knownAs = known.containsKey(id) ? id : names.getOrDefault(id.toString(), id);
    translation.put(id, knownAs);
    if (!known.containsKey(knownAs)) {
      created.putIfAbsent(knownAs, value);
    }
  }

  private static <K> List<K> translated(Collection<K> ids, Function<K, K> translation) {
    LinkedHashSet<K> result = new LinkedHashSet<>();
    for (K id : ids) {
      K other = translation.apply(id);
      result.add(other == null ? id : other);
    }
    return List.copyOf(result);
  }

  /**
   * Names are compared in the form of ids, so that case, umlauts and hyphens make no difference.
   */
  private static <K> void learn(Label name, K id, Map<String, K> names) {
    for (String text : name.texts()) {
      String slug = Slug.from(text);
      if (!slug.isEmpty()) {
        names.putIfAbsent(slug, id);
      }
    }
  }
}
