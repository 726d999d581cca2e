package org.visavis.web.api;

import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.visavis.routing.Slot;

/** A time that can be booked, or is. */
@Schema(name = "Slot")
public record SlotAnswer(
    @Schema(format = "date-time", description = "RFC 3339 with offset") String start,
    @Schema(format = "date-time", description = "RFC 3339 with offset") String end) {

  /** Answers the slot as the clocks of that zone show it. */
  static SlotAnswer of(Slot slot, ZoneId zone) {
    return new SlotAnswer(
        slot.start().atZone(zone).toOffsetDateTime().toString(),
        slot.end().atZone(zone).toOffsetDateTime().toString());
  }
}
