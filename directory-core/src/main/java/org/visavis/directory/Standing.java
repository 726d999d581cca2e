package org.visavis.directory;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How somebody who may be seen stands towards the one who asks, at the moment: which channels he or
 * she offers to the one who asks, and further marks by which people are counted and filtered, such
 * as a status. The directory knows nothing of either; whoever searches says so. Immutable.
 */
public final class Standing {

  /** The most marks of one person. */
  public static final int MAX_MARKS = 16;

  private final Set<Channel> channels;
  private final Set<String> marks;
  private final int hash;

  private Standing(Set<Channel> channels, Set<String> marks) {
    this.channels = channels;
    this.marks = marks;
    this.hash = 31 * channels.hashCode() + marks.hashCode();
  }

  /**
   * Answers a standing.
   *
   * @param channels the channels that are offered
   * @param marks words of the caller's own ({@code available})
   * @throws IllegalArgumentException when there are more than {@link #MAX_MARKS} marks
   */
  public static Standing of(Set<Channel> channels, Set<String> marks) {
    if (marks.size() > MAX_MARKS) {
      throw new IllegalArgumentException(
          "A standing has at most " + MAX_MARKS + " marks, not " + marks.size());
    }
    EnumSet<Channel> offered = EnumSet.noneOf(Channel.class);
    offered.addAll(channels);
    return new Standing(
        Collections.unmodifiableSet(offered),
        Collections.unmodifiableSet(new LinkedHashSet<>(marks)));
  }

  /** Answers the channels that are offered. */
  public Set<Channel> channels() {
    return channels;
  }

  /** Answers the marks. */
  public Set<String> marks() {
    return marks;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Standing standing
            && hash == standing.hash
            && channels.equals(standing.channels)
            && marks.equals(standing.marks));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return "Standing[" + channels + ", " + marks + "]";
  }
}
