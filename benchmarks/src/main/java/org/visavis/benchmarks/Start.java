package org.visavis.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long it takes from the start of the process until the first page with people is answered,
 * beside an empty {@code webProfile-10.0} server, which is timed until its welcome page. Both have
 * been started before, so that the runtime's caches are warm, and are started in turn: the portal
 * as it is delivered, and once more with its classes archived.
 *
 * <p>Arguments: the number of starts (9), the page ({@code /en/people}).
 */
final class Start {
  private Start() {}

  public static void main(String[] args) throws Exception {
    int starts = args.length > 0 ? Integer.parseInt(args[0]) : 9;
    String page = args.length > 1 ? args[1] : "/en/people";
    List<Duration> ours = new ArrayList<>();
    List<Duration> archived = new ArrayList<>();
    List<Duration> theirs = new ArrayList<>();
    try (Liberty portal = Liberty.portal("portal");
        Liberty kept = Liberty.portal("portal-archived");
        Liberty empty = Liberty.empty("webProfile-10.0")) {
      once(portal, page);
      once(kept, page);
      kept.archiveClasses(page);
      once(empty, "/");
      for (int i = 0; i < starts; i++) {
        theirs.add(once(empty, "/"));
        ours.add(once(portal, page));
        archived.add(once(kept, page));
        System.out.printf(
            Locale.ROOT,
            "%2d: empty webProfile-10.0 %5d ms, portal %5d ms, with its classes archived %5d ms%n",
            i + 1,
            theirs.get(i).toMillis(),
            ours.get(i).toMillis(),
            archived.get(i).toMillis());
      }
    }
    System.out.printf(
        Locale.ROOT,
        "median of %d: empty webProfile-10.0 %d ms, to %s: portal %d ms, archived %d ms%n",
        starts,
        median(theirs),
        page,
        median(ours),
        median(archived));
    System.out.printf(
        Locale.ROOT,
        "ratio empty / portal (gate 0.90): %.2f, archived %.2f%n",
        (double) median(theirs) / median(ours),
        (double) median(theirs) / median(archived));
  }

  private static Duration once(Liberty server, String page) throws Exception {
    Duration took = server.start(page);
    server.stop();
    return took;
  }

  private static long median(List<Duration> times) {
    return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow().toMillis();
  }
}
