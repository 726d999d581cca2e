package org.visavis.routing.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.WaitlistEntry;
import org.visavis.routing.WaitlistToken;

/** One entry of a waitlist in the table. Inserted and deleted; confirmed by a statement. */
@Entity(name = "RoutingWaitlist")
@Table(name = "routing_waitlist")
@Cacheable(false)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class WaitlistRow {

  @Id private String token;
  private String employee;
  private String channel;
  private String email;

  @Column(name = "email_key")
  private String emailKey;

  private String language;

  @Column(name = "confirmed_at")
  @Convert(converter = InstantConverter.class)
  private @Nullable Instant confirmedAt;

  @Column(name = "ends_at")
  @Convert(converter = InstantConverter.class)
  private Instant endsAt;

  /** For the persistence provider. */
  protected WaitlistRow() {}

  static WaitlistRow of(WaitlistEntry entry) {
    WaitlistRow row = new WaitlistRow();
    row.token = entry.token().value();
    row.employee = entry.employee().value();
    row.channel = entry.channel().code();
    row.email = entry.email();
    row.emailKey = key(entry.email());
    row.language = entry.language().toLanguageTag();
    row.confirmedAt = entry.since().orElse(null);
    row.endsAt = entry.until();
    return row;
  }

  static String key(String email) {
    return email.toLowerCase(Locale.ROOT);
  }

  WaitlistEntry toDomain() {
    return new WaitlistEntry(
        WaitlistToken.of(token),
        EmployeeId.of(employee),
        Channel.from(channel),
        email,
        Locale.forLanguageTag(language),
        Optional.ofNullable(confirmedAt),
        endsAt);
  }
}
