package io.clearway.crossing;

import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import java.util.OptionalLong;
import java.util.UUID;

/// The passage of one vehicle through a gate: its papers' state and its wheels' state side by side,
/// because either may run ahead of the other.
///
/// @param id inside
/// @param key at the edge, made by who reported it first
/// @param registration the papers, when they are known
/// @param plate as reported, normalised
public record Crossing(
    long id,
    UUID key,
    OptionalLong registration,
    Personal<String> plate,
    String gate,
    Direction direction,
    Keys keys,
    Track track) {

  /// It has not gone yet.
  public boolean live() {
    return !(track instanceof Track.Gone);
  }

  Crossing with(Keys changed) {
    return new Crossing(id, key, registration, plate, gate, direction, changed, track);
  }

  Crossing with(Track changed) {
    return new Crossing(id, key, registration, plate, gate, direction, keys, changed);
  }

  Crossing without(Subject erased) {
    return new Crossing(id, key, registration, plate.without(erased), gate, direction, keys, track);
  }

  Crossing withRegistration(long papers) {
    return new Crossing(id, key, OptionalLong.of(papers), plate, gate, direction, keys, track);
  }
}
