package org.visavis.web.pages;

import java.util.List;

/**
 * A person as a card: the same for customers on every page and for the person's own preview.
 *
 * @param id by what the public calls the person
 * @param name the name to display
 * @param title what the person is, for example “Head of billing”
 * @param departments the departments by name
 * @param topics the topics by name
 * @param portrait the face
 * @param status the live status
 * @param load the room for another request
 * @param channels the ways to reach the person, the most useful first
 * @param matched what of the person fits the search, already in the page's language; may be empty
 */
public record PersonCard(
    String id,
    String name,
    String title,
    List<String> departments,
    List<String> topics,
    Portrait portrait,
    StatusView status,
    LoadWord load,
    List<ChannelButton> channels,
    List<String> matched) {

  /** Copies the lists. */
  public PersonCard {
    departments = List.copyOf(departments);
    topics = List.copyOf(topics);
    channels = List.copyOf(channels);
    matched = List.copyOf(matched);
  }

  /** The same card with another face. */
  public PersonCard withPortrait(Portrait face) {
    return new PersonCard(
        id, name, title, departments, topics, face, status, load, channels, matched);
  }

  /** Whether at least one channel can be used now. */
  public boolean reachable() {
    return channels.stream().anyMatch(ChannelButton::usable);
  }

  /** The channel buttons that take a lease. */
  public List<ChannelButton> leases() {
    return channels.stream().filter(ChannelButton::takesLease).toList();
  }

  /** The channel buttons that are links. */
  public List<ChannelButton> links() {
    return channels.stream().filter(channel -> !channel.takesLease()).toList();
  }
}
