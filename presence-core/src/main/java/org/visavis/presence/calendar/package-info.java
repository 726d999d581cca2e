/**
 * Calendars and public holidays: busy times out of iCalendar files, fetching them from addresses
 * that employees give, the public holidays of regions, and a person's presence written for other
 * programs. Start with {@link org.visavis.presence.calendar.CalendarReader}. Not a calendar: no
 * titles, no invitations, nothing is written back.
 *
 * <p>Each part needs an optional dependency: {@code CalendarReader} {@code org.dmfs:lib-recur},
 * {@code CalendarFetcher} {@code com.squareup.okhttp3:okhttp-jvm}, {@code RegionalHolidays} {@code
 * de.focus-shift:jollyday-core} and {@code jollyday-jaxb}.
 */
@NullMarked
package org.visavis.presence.calendar;

import org.jspecify.annotations.NullMarked;
