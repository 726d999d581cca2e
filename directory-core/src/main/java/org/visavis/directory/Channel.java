package org.visavis.directory;

import java.util.Locale;

/** A way in which a customer reaches an employee. */
public enum Channel {
  /** A written request, answered when the employee gets to it. */
  MESSAGE(false),
  /** A conversation in writing, now. */
  CHAT(true),
  /** A call by the customer, now. */
  PHONE(true),
  /** A call by the employee, later. */
  CALLBACK(false),
  /** A call with pictures, now. */
  VIDEO(true),
  /** A booked time. */
  APPOINTMENT(false);

  private final boolean live;

  Channel(boolean live) {
    this.live = live;
  }

  /** Answers whether the channel needs the employee at this very moment. */
  public boolean isLive() {
    return live;
  }

  /** Answers the name used in files, addresses and the API: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Answers the channel with that code, in any case.
   *
   * @throws IllegalArgumentException when there is none; the message lists those that exist
   */
  public static Channel from(String code) {
    for (Channel channel : values()) {
      if (channel.name().equalsIgnoreCase(code.strip())) {
        return channel;
      }
    }
    throw new IllegalArgumentException(
        "A channel is one of message, chat, phone, callback, video, appointment");
  }
}
