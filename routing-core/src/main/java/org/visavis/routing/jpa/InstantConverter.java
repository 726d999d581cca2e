package org.visavis.routing.jpa;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Keeps instants as times with zone. Public because the persistence provider asks for it.
 *
 * <p>HSQLDB's driver reads what EclipseLink passes on as a local time of the virtual machine's
 * zone. Where that zone has an hour that comes twice, a time within it may be off by this hour; a
 * server on HSQLDB therefore runs in UTC ({@code -Duser.timezone=UTC}).
 */
@Converter
public final class InstantConverter
    implements AttributeConverter<@Nullable Instant, @Nullable OffsetDateTime> {

  /** For the persistence provider. */
  public InstantConverter() {}

  @Override
  public @Nullable OffsetDateTime convertToDatabaseColumn(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  @Override
  public @Nullable Instant convertToEntityAttribute(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
