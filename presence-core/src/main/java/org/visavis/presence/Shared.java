package org.visavis.presence;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Employee;
import org.visavis.presence.spi.PublicHolidays;

/**
 * What many people have in common, kept once: working times, rules, faces. What nobody has any more
 * goes with its last owner. Thread-safe.
 */
@SuppressWarnings("ReferenceEquality") // being the same is what this is about
final class Shared {

  private volatile PublicHolidays holidays;
  private final Pool<PersonState.Profile> profiles = new Pool<>();
  private final Pool<WorkingTime> workingTimes = new Pool<>();
  private final Pool<Map<RuleScope, AppearanceRule>> rules = new Pool<>();
  private final Pool<Reachability> faces = new Pool<>();

  /** A region's holidays are asked for once a year of it, so they stay. */
  private final Map<String, HolidayRegion> regions = new ConcurrentHashMap<>();

  Shared(PublicHolidays holidays) {
    this.holidays = holidays;
  }

  void useHolidays(PublicHolidays other) {
    holidays = other;
    regions.clear();
  }

  /** Answers what the directory says of a person, as presence needs it. */
  PersonState.Profile profile(Employee employee) {
    return profiles.of(
        new PersonState.Profile(
            OfferedChannels.of(employee.channels().keySet()),
            employee.leftAt().orElse(null),
            employee.timeZone(),
            employee.region().orElse(null)));
  }

  /** Answers an equal state with the working time that belongs to it, and parts that are shared. */
  PersonState of(PersonState state) {
    WorkingHours hours = state.effective().hours();
    PersonState.Profile profile = state.profile();
    WorkingTime wanted =
        workingTimes.of(WorkingTime.of(hours, profile.zone(), region(profile.region())));
    PersonState result = state.workingTime() == wanted ? state : state.with(wanted);
    PresenceSettings chosen = result.chosen();
    if (chosen == null) {
      return result;
    }
    Map<RuleScope, AppearanceRule> ownRules = rules.of(chosen.rules());
    return chosen.hours() == wanted.hours() && chosen.rules() == ownRules
        ? result
        : result.withChosen(
            new PresenceSettings(
                chosen.employee(),
                chosen.manual(),
                chosen.absences(),
                wanted.hours(),
                chosen.limit(),
                chosen.share(),
                chosen.channelLimits(),
                ownRules,
                Map.of()),
            result.loadStates());
  }

  private Optional<HolidayRegion> region(@Nullable String region) {
    return Optional.ofNullable(region)
        .map(id -> regions.computeIfAbsent(id, own -> HolidayRegion.of(own, holidays)));
  }

  /** Answers an equal face that others have, too, where it says nothing personal. */
  Reachability face(Reachability face) {
    PublicStatus status = face.status();
    return status.until().isEmpty() && status.note().isEmpty() ? faces.of(face) : face;
  }

  /** One of each among equal values, as long as somebody has it. */
  private static final class Pool<T> {

    private final Map<T, WeakReference<T>> values = new WeakHashMap<>();

    synchronized T of(T value) {
      WeakReference<T> known = values.get(value);
      T shared = known == null ? null : known.get();
      if (shared == null) {
        values.put(value, new WeakReference<>(value));
        return value;
      }
      return shared;
    }
  }
}
