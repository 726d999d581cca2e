package org.visavis.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes maps, lists, texts, numbers and truth values as JSON (RFC 8259) that is safe inside a data
 * block of a page: nothing in it can end the block.
 */
public final class Json {

  private Json() {}

  /**
   * The JSON text of a map, a list, a text, a number, a truth value or null; anything else is
   * written as the text it makes of itself.
   */
  public static String of(@Nullable Object value) {
    StringBuilder json = new StringBuilder(512);
    write(value, json);
    return json.toString();
  }

  private static void write(@Nullable Object value, StringBuilder json) {
    if (value instanceof Map<?, ?> map) {
      List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
      json.append('{');
      for (int i = 0; i < entries.size(); i++) {
        json.append(i == 0 ? "" : ",");
        write(String.valueOf(entries.get(i).getKey()), json);
        json.append(':');
        write(entries.get(i).getValue(), json);
      }
      json.append('}');
    } else if (value instanceof List<?> list) {
      json.append('[');
      for (int i = 0; i < list.size(); i++) {
        json.append(i == 0 ? "" : ",");
        write(list.get(i), json);
      }
      json.append(']');
    } else if (value == null || value instanceof Boolean || value instanceof Number) {
      json.append(value);
    } else {
      writeString(String.valueOf(value), json);
    }
  }

  /** Everything that could end the block or the string is written as an escape. */
  private static void writeString(String text, StringBuilder json) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (needsEscape(c)) {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }

  private static boolean needsEscape(char c) {
    return c < ' ' || "\"\\<>&".indexOf(c) >= 0 || c == 0x2028 || c == 0x2029;
  }
}
