/**
 * What is public about a person's presence, written for other programs: presence information (PIDF)
 * and published busy times (iCalendar). Start with {@link
 * org.visavis.presence.exchange.PresenceDocument}. Nothing is read here; calendars are read in
 * {@code org.visavis.presence.calendar}.
 */
@NullMarked
package org.visavis.presence.exchange;

import org.jspecify.annotations.NullMarked;
