package org.visavis.web.live;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.PresenceChange;
import org.visavis.presence.PublicStatus;
import org.visavis.presence.Reachability;
import org.visavis.web.pages.Json;
import org.visavis.web.pages.Language;

/**
 * A change as bytes, written once for all who watch in the same language. Thread-safe.
 *
 * <p>Everybody who is not shown looks the same: an id and {@code "shown":false}, whether hidden or
 * gone.
 */
final class Rendered {

  private final PresenceChange change;
  private final String handle;
  private final Map<Language, byte[]> texts = new ConcurrentHashMap<>(2);

  Rendered(PresenceChange change, String handle) {
    this.change = change;
    this.handle = handle;
  }

  EmployeeId employee() {
    return change.employee();
  }

  /** Answers by what the stream calls the person. */
  String handle() {
    return handle;
  }

  long revision() {
    return change.revision();
  }

  boolean shown() {
    return change.reachability().shown();
  }

  /** Answers the fields {@code event} and {@code data}, each with its line end. */
  byte[] in(Language language) {
    return texts.computeIfAbsent(
        language,
        wanted ->
            ("event: presence\ndata: " + json(wanted) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private String json(Language language) {
    Reachability decision = change.reachability();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", handle);
    json.put("shown", decision.shown());
    if (decision.shown()) {
      json.put("status", status(decision.status(), language));
      json.put("load", decision.load().code());
      json.put("channels", channels(decision));
    }
    return Json.of(json);
  }

  private static Map<String, @Nullable Object> status(PublicStatus status, Language language) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("code", status.status().code());
    json.put("until", status.until().map(Rendered::time).orElse(null));
    json.put("note", status.note().text(language.locale()));
    return json;
  }

  private static List<Map<String, String>> channels(Reachability decision) {
    List<Map<String, String>> channels = new ArrayList<>();
    decision
        .channels()
        .forEach(
            (channel, openness) -> {
              Map<String, String> json = new LinkedHashMap<>();
              json.put("kind", channel.code());
              json.put("openness", openness.code());
              channels.add(json);
            });
    return channels;
  }

  /** RFC 3339 in UTC, to the second. */
  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
