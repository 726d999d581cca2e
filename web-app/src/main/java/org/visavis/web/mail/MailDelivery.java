package org.visavis.web.mail;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sends the mails of the outbox, one job for each; the job's instance is the mail's id. A mail that
 * is not taken is tried again after 10 s, 20 s, 40 s … and then every 15 minutes for three days.
 * Thread-safe.
 */
final class MailDelivery {

  /** Names the job; its instance is a mail's id. */
  static final TaskDescriptor<Void> JOB = TaskDescriptor.of("mail");

  private static final System.Logger LOG = System.getLogger(MailDelivery.class.getName());
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
  private static final int MOST_TRIES = 290;

  private final Outbox outbox;
  private final Optional<Postman> postman;
  private final AtomicBoolean troubled = new AtomicBoolean();

  /** Sends by that postman; without one, every mail keeps waiting. */
  MailDelivery(Outbox outbox, Optional<Postman> postman) {
    this.outbox = outbox;
    this.postman = postman;
  }

  /** Answers the job that sends one mail. */
  Task<Void> job() {
    return Tasks.oneTime(JOB)
        .onFailure(this::tryAgain)
        .execute((mail, context) -> deliver(mail.getId()));
  }

  /**
   * Sends a mail that waits; does nothing with one that does not.
   *
   * @throws NotTakenException when it shall be tried again
   */
  void deliver(String id) {
    Optional<Mail> waiting = outbox.find(id, MailState.WAITING);
    if (waiting.isPresent()) {
      outbox.settle(id, send(waiting.get()) ? MailState.SENT : MailState.FAILED);
    }
  }

  /** Answers how long to wait after that many failures in a row, from 0 for the first. */
  static Duration pauseAfter(int failures) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 20));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private boolean send(Mail mail) {
    try {
      boolean taken = postman.orElseThrow(NotTakenException::new).send(mail);
      if (troubled.getAndSet(false)) {
        LOG.log(INFO, "The mail server takes mails again.");
      }
      if (!taken) {
        LOG.log(WARNING, "Mail {0} was refused for good.", mail.id());
      }
      return taken;
    } catch (MessagingException e) {
      // The exception's message may hold an address: only its kind is told.
      if (!troubled.getAndSet(true)) {
        LOG.log(
            WARNING,
            "The mail server does not take mails ({0}). Nothing is lost: they are tried again.",
            e.getClass().getSimpleName());
      }
      throw new NotTakenException();
    }
  }

  private void tryAgain(ExecutionComplete failure, ExecutionOperations<Void> job) {
    int failures = failure.getExecution().consecutiveFailures;
    String id = failure.getExecution().taskInstance.getId();
    if (failures + 1 < MOST_TRIES) {
      job.reschedule(failure, failure.getTimeDone().plus(pauseAfter(failures)));
      return;
    }
    // First the note, then the end of the job: dying in between costs one more try, never a mail.
    outbox.settle(id, MailState.FAILED);
    LOG.log(WARNING, "Mail {0} was not taken for three days and is given up.", id);
    job.stop();
  }

  /** A mail was not taken, and shall be tried again. */
  static final class NotTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotTakenException() {
      super("The mail was not taken", null, false, false);
    }
  }
}
