package org.visavis.benchmarks;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.PeopleQuery;
import org.visavis.directory.Standing;
import org.visavis.directory.Standings;
import org.visavis.directory.population.Population;
import org.visavis.directory.search.TypoTolerantIndex;

/** The directory's index, with everything that it answers: counts, facets and reasons. */
final class OwnSearch implements SearchSpeed.Engine {

  private final TypoTolerantIndex index =
      new TypoTolerantIndex(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
  private final Standings standings;

  private OwnSearch(Set<EmployeeId> available) {
    Optional<Standing> seen =
        Optional.of(Standing.of(Set.of(Channel.MESSAGE), Set.of("available")));
    standings = Standings.of(id -> available.contains(id) ? seen : Optional.empty());
  }

  static OwnSearch over(Population population, Set<EmployeeId> available) {
    OwnSearch search = new OwnSearch(available);
    search.index.replaceAll(population.entries());
    return search;
  }

  @Override
  public String label() {
    return "Visavis";
  }

  @Override
  public List<String> search(SearchQuery query) {
    PeopleQuery people = PeopleQuery.everybody().text(query.text()).page(0, 10);
    people = query.topic().map(people::topic).orElse(people);
    return index.searchAmong(people, standings).matches().stream()
        .map(match -> match.profile().displayName())
        .toList();
  }
}
