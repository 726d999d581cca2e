package org.visavis.presence.calendar;

import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** How fetching a calendar went. */
public sealed interface FetchedCalendar {

  /**
   * There is a calendar, not looked at yet.
   *
   * @param file its bytes, in memory, to be read once
   * @param version what to say next time, so that the same is not sent again; up to 300 characters
   */
  record Fetched(InputStream file, Optional<String> version) implements FetchedCalendar {

    /** Checks that both are there. */
    public Fetched {
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(version, "version");
    }

    @Override
    public <T> T fold(
        Function<Fetched, T> onFetched,
        Supplier<T> onUnchanged,
        Function<FetchFailure, T> onFailed) {
      return onFetched.apply(this);
    }
  }

  /** The calendar is as it was last time. */
  record Unchanged() implements FetchedCalendar {

    @Override
    public <T> T fold(
        Function<Fetched, T> onFetched,
        Supplier<T> onUnchanged,
        Function<FetchFailure, T> onFailed) {
      return onUnchanged.get();
    }
  }

  /**
   * Nothing was fetched.
   *
   * @param reason why
   */
  record Failed(FetchFailure reason) implements FetchedCalendar {

    /** Checks that there is a reason. */
    public Failed {
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public <T> T fold(
        Function<Fetched, T> onFetched,
        Supplier<T> onUnchanged,
        Function<FetchFailure, T> onFailed) {
      return onFailed.apply(reason);
    }
  }

  /** Answers what the function of the case that it is answers. */
  <T> T fold(
      Function<Fetched, T> onFetched, Supplier<T> onUnchanged, Function<FetchFailure, T> onFailed);
}
