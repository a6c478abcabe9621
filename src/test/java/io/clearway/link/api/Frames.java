package io.clearway.link.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads server-sent events as this interface writes them.
final class Frames {

  private static final Pattern FRAME =
      Pattern.compile("event: ([a-z]+)\nid: [0-9]+\ndata: ([^\n]*)");

  private Frames() {}

  /// Name and data of every event; comments are left out, and what is neither is named `?`.
  static List<Map.Entry<String, String>> of(String text) {
    List<Map.Entry<String, String>> found = new ArrayList<>();
    for (String frame : text.split("\n\n", -1)) {
      Matcher event = FRAME.matcher(frame);
      if (event.matches()) {
        found.add(Map.entry(event.group(1), event.group(2)));
      } else if (!frame.isBlank() && !frame.startsWith(":")) {
        found.add(Map.entry("?", frame));
      }
    }
    return found;
  }
}
