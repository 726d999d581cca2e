package org.visavis.web.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.visavis.directory.Channel;
import org.visavis.presence.Reachability;
import org.visavis.presence.Reason;
import org.visavis.presence.Source;
import org.visavis.presence.Status;
import org.visavis.presence.Workload;
import org.visavis.web.pages.ChannelKind;
import org.visavis.web.pages.Phrase;
import org.visavis.web.pages.StatusKind;

/**
 * Says to an employee, in complete sentences, why customers see him or her as they do. For the
 * employee alone: the reasons of others are nobody's business.
 */
public final class Explanations {

  private Explanations() {}

  /** Answers one sentence for each reason of the decision, the deciding one first. */
  public static List<Phrase> of(Reachability decision) {
    return decision.reasons().stream()
        .map(reason -> sentence(reason, decision.shown()))
        .collect(Collectors.toUnmodifiableList());
  }

  /**
   * Answers one sentence about a source of the status.
   *
   * @param name what the employee calls it; empty where there is only one of its kind
   */
  public static Phrase of(Source source, String name) {
    List<Object> words = new ArrayList<>();
    words.add(Phrase.of("source.kind." + source.kind().code()));
    if (!name.isEmpty()) {
      words.add(name);
    }
    source.says().ifPresent(status -> words.add(word(status)));
    words.add(Phrase.of("source.standing." + source.standing().code()));
    String key = source.says().isPresent() ? "source.told" : "source.told.silent";
    return new Phrase(name.isEmpty() ? key : key + ".named", words);
  }

  static Phrase sentence(Reason reason, boolean shown) {
    if (reason instanceof Reason.SetByHand byHand) {
      return Phrase.of(
          byHand.untilBack() ? "explain.set-by-hand.until-back" : "explain.set-by-hand",
          word(byHand.status()),
          byHand.until());
    } else if (reason instanceof Reason.Absent absent) {
      return Phrase.of("explain.absent", word(absent.kind().status()), absent.returns());
    } else if (reason instanceof Reason.InCalendar calendar) {
      return Phrase.of("explain.in-calendar", word(calendar.status()), calendar.until());
    } else if (reason instanceof Reason.PublicHoliday holiday) {
      return holiday
          .nextStart()
          .map(start -> Phrase.of("explain.public-holiday", holiday.name(), start))
          .orElseGet(() -> Phrase.of("explain.public-holiday.no-end", holiday.name()));
    } else if (reason instanceof Reason.OutsideWorkingHours outside) {
      return outside
          .nextStart()
          .map(start -> Phrase.of("explain.outside-hours", start))
          .orElseGet(() -> Phrase.of("explain.outside-hours.no-end"));
    }
    return ofSessions(reason, shown);
  }

  private static Phrase ofSessions(Reason reason, boolean shown) {
    if (reason instanceof Reason.Reported reported) {
      return Phrase.of(
          "explain.reported", reported.client(), word(reported.state().status()), reported.until());
    } else if (reason instanceof Reason.AtTheDesk desk) {
      return Phrase.of("explain.at-the-desk", desk.until());
    } else if (reason instanceof Reason.NothingRecent) {
      return Phrase.of("explain.nothing-recent");
    }
    return ofRule(reason, shown);
  }

  private static Phrase ofRule(Reason reason, boolean shown) {
    if (reason instanceof Reason.HasLeft left) {
      return Phrase.of("explain.has-left", left.since());
    } else if (reason instanceof Reason.HiddenByRule) {
      return Phrase.of("explain.hidden-by-rule");
    } else if (reason instanceof Reason.ShownByRule) {
      return Phrase.of("explain.shown-by-rule");
    }
    return ofLoad(reason, shown);
  }

  private static Phrase ofLoad(Reason reason, boolean shown) {
    if (reason instanceof Reason.LoadBelowThreshold below) {
      Workload workload = below.workload();
      return Phrase.of("explain.load-below", workload.taken(), workload.limit(), below.hideAt());
    } else if (reason instanceof Reason.LoadReachedThreshold reached) {
      Workload workload = reached.workload();
      return Phrase.of(
          shown ? "explain.load-reached.shown" : "explain.load-reached",
          reached.since(),
          workload.taken(),
          workload.limit(),
          reached.showAgainAt());
    } else if (reason instanceof Reason.HeldByDwell held) {
      return Phrase.of("explain.held-by-dwell", held.until());
    } else if (reason instanceof Reason.LimitReached full) {
      return Phrase.of("explain.limit-reached", full.workload().taken(), full.workload().limit());
    }
    return ofShare(reason);
  }

  private static Phrase ofShare(Reason reason) {
    if (reason instanceof Reason.ShareOfLimit share) {
      return Phrase.of("explain.share", share.percent(), share.until());
    } else if (reason instanceof Reason.RampAfterAbsence ramp) {
      return Phrase.of("explain.ramp", ramp.percent(), ramp.until());
    }
    return ofChannel(reason);
  }

  private static Phrase ofChannel(Reason reason) {
    if (reason instanceof Reason.ChannelHiddenByRule hidden) {
      return Phrase.of("explain.channel-hidden", word(hidden.channel()));
    } else if (reason instanceof Reason.ChannelLoadReached reached) {
      return Phrase.of(
          "explain.channel-load-reached",
          word(reached.channel()),
          reached.since(),
          reached.workload().taken(),
          reached.workload().limit(),
          reached.showAgainAt());
    } else if (reason instanceof Reason.ChannelLimitReached full) {
      return Phrase.of(
          "explain.channel-limit-reached",
          word(full.channel()),
          full.workload().taken(),
          full.workload().limit());
    }
    throw new IllegalArgumentException("No words for " + reason.getClass().getSimpleName());
  }

  private static StatusKind word(Status status) {
    return StatusKind.valueOf(status.name());
  }

  private static ChannelKind word(Channel channel) {
    return ChannelKind.valueOf(channel.name());
  }
}
