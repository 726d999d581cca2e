package org.visavis.web.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * Lets each key do something so many times in a period, and evenly more as time goes by. Counts on
 * this node alone, and forgets keys that have been quiet or are too many. Thread-safe.
 */
public final class RateLimit {

  private static final int MAX_KEYS = 100_000;

  private final long times;
  private final Duration period;
  private final Cache<String, Bucket> buckets;

  private RateLimit(long times, Duration period) {
    this.times = times;
    this.period = period;
    this.buckets = Caffeine.newBuilder().maximumSize(MAX_KEYS).expireAfterAccess(period).build();
  }

  /**
   * Answers a limit.
   *
   * @param times how often, at least 1; 0 for any number
   * @param period the period in which a key that has done its all may do it all again
   */
  public static RateLimit of(long times, Duration period) {
    if (times < 0) {
      throw new IllegalArgumentException("A rate is at least 0, not " + times);
    }
    return new RateLimit(times, period);
  }

  /**
   * Counts one time for the key.
   *
   * @return how long to wait before the next try; zero when this time was within the limit
   */
  public Duration count(String key) {
    if (times == 0) {
      return Duration.ZERO;
    }
    ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
  }

  /** Takes one counted time back. */
  public void takeBack(String key) {
    if (times > 0) {
      bucket(key).addTokens(1);
    }
  }

  /** Answers whole seconds, rounded up, for a {@code Retry-After} header (RFC 9110). */
  public static String retryAfter(Duration wait) {
    return Long.toString(Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
  }

  private Bucket bucket(String key) {
    return buckets.get(
        key,
        unused ->
            Bucket.builder()
                .addLimit(limit -> limit.capacity(times).refillGreedy(times, period))
                .build());
  }
}
