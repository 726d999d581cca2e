package org.visavis.presence.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The zones as Windows and Exchange call them: which zone of the tz database each name means, for
 * the world as a whole (Unicode CLDR, supplemental data {@code windowsZones}).
 */
final class WindowsZones {

  private static final Map<String, ZoneId> BY_NAME = read();

  private WindowsZones() {}

  /** Answers the zone of that name, in any case. */
  static Optional<ZoneId> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name.strip().toLowerCase(Locale.ROOT)));
  }

  static int size() {
    return BY_NAME.size();
  }

  /** Leaves out what an older platform does not know. */
  private static Map<String, ZoneId> read() {
    Set<String> platform = ZoneId.getAvailableZoneIds();
    try (InputStream in = WindowsZones.class.getResourceAsStream("windows-zones.txt");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("=", 2))
          .filter(parts -> platform.contains(parts[1]))
          .collect(
              Collectors.toUnmodifiableMap(
                  parts -> parts[0].toLowerCase(Locale.ROOT), parts -> ZoneId.of(parts[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
