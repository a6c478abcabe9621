package io.clearway.takeover;

import io.clearway.link.json.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How far a vehicle has come, as the one or the other side knows it.
///
/// @param known false when nothing at all is said of it
/// @param times by the name of what happened; what did not is not there
/// @param state the word of docs/takeover.md
record Status(boolean known, Map<String, Instant> times, String state) {

  /// In the order of a passage.
  static final List<String> TIMES =
      List.of("borderGuardAt", "customsAt", "yardEnteredAt", "yardLeftAt", "gateLeftAt");

  /// Reads the fields out of a wider object, which the caller closes.
  static Status read(Fields f) {
    Map<String, Instant> times = new TreeMap<>();
    boolean known = false;
    for (String name : TIMES) {
      known = known || f.has(name);
      if (!f.any(name).isNull()) {
        times.put(name, f.time(name));
      }
    }
    return new Status(known, times, state(times));
  }

  /// What the times tell.
  private static String state(Map<String, Instant> times) {
    if (times.containsKey("gateLeftAt")) {
      return "GONE";
    }
    if (times.containsKey("yardLeftAt")) {
      return "OUT_OF_YARD";
    }
    if (times.containsKey("yardEnteredAt")) {
      return "IN_YARD";
    }
    boolean both = times.containsKey("borderGuardAt") && times.containsKey("customsAt");
    return both ? "ENTERED" : "REGISTERED";
  }

  Optional<Instant> at(String name) {
    return Optional.ofNullable(times.get(name));
  }

  /// The other side says nothing of an arrival: at the gate or on the way there is one to it.
  boolean sameState(Status other) {
    return arrived(state).equals(arrived(other.state));
  }

  private static String arrived(String state) {
    return state.equals("AT_GATE") ? "REGISTERED" : state;
  }
}
