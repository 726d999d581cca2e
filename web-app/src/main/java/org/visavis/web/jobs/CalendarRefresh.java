package org.visavis.web.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The job that fetches one calendar, again and again as long as it has an address, and less often
 * while that fails. Its instance is {@code employee/calendar}.
 */
final class CalendarRefresh {

  /** Names the job. */
  static final TaskDescriptor<Void> JOB = TaskDescriptor.of("calendar");

  private static final Duration PAUSE = Duration.ofMinutes(15);

  /** After as many failures in a row the pause does not grow any more: four hours. */
  private static final int MOST_DOUBLINGS = 4;

  private CalendarRefresh() {}

  /**
   * Answers the job.
   *
   * @param refresh fetches the calendar of an instance, and answers how long to wait before the
   *     next time; nothing when the calendar is gone. Throws when it could not be fetched
   */
  static Task<Void> job(Function<String, Optional<Duration>> refresh, RandomGenerator random) {
    return Tasks.custom(JOB.getTaskName(), Void.class)
        .onFailure(
            (failed, operations) -> {
              int before = failed.getExecution().consecutiveFailures;
              operations.reschedule(failed, failed.getTimeDone().plus(pauseAfter(before, random)));
            })
        .onDeadExecutionRevive()
        .execute((calendar, context) -> next(refresh.apply(calendar.getId())));
  }

  private static CompletionHandler<Void> next(Optional<Duration> pause) {
    return (complete, operations) ->
        pause.ifPresentOrElse(
            wait -> operations.reschedule(complete, complete.getTimeDone().plus(wait)),
            operations::stop);
  }

  /**
   * Answers how long to wait after that many failures in a row: a quarter of an hour, doubled up to
   * four hours, and up to a fifth more or less.
   */
  static Duration pauseAfter(int failures, RandomGenerator random) {
    return jittered(PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS)), random);
  }

  /** Answers a pause, up to a fifth longer or shorter, so that not all ask at once. */
  static Duration jittered(Duration pause, RandomGenerator random) {
    long fifth = pause.toMillis() / 5;
    return pause.plusMillis(random.nextLong(-fifth, fifth + 1));
  }
}
