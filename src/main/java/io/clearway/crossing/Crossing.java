package io.clearway.crossing;

import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// The passage of one vehicle through a gate: its papers' state and its wheels' state side by side,
/// because either may run ahead of the other.
///
/// @param id inside
/// @param key at the edge, made by who reported it first
/// @param registration the papers, when they are known
/// @param plate as reported, normalised
/// @param turnings an officer sent it back or to another gate
/// @param plugging its reefer, as it was plugged in last
public record Crossing(
    long id,
    UUID key,
    OptionalLong registration,
    Personal<String> plate,
    String gate,
    Direction direction,
    Keys keys,
    Track track,
    Turning.History turnings,
    Optional<Plugging> plugging) {

  /// As it is turned, if it is.
  public Optional<Turning> turned() {
    return turnings.standing();
  }

  /// It is turned, and was then.
  public boolean turnedBy(Instant then) {
    return turned().filter(turning -> !turning.at().isAfter(then)).isPresent();
  }

  /// It has not gone yet.
  public boolean live() {
    return !(track instanceof Track.Gone);
  }

  /// Its reefer is plugged in.
  public boolean plugged() {
    return plugging.filter(p -> p.to().isEmpty()).isPresent();
  }

  Crossing with(Keys changed) {
    return new Crossing(
        id, key, registration, plate, gate, direction, changed, track, turnings, plugging);
  }

  /// Off from the yard or the gate its reefer is off from the plug.
  Crossing with(Track changed) {
    Optional<Instant> off = changed.yardLeftAt().or(changed::gateLeftAt);
    Optional<Plugging> now = plugging.map(p -> off.map(p::ended).orElse(p));
    return new Crossing(
        id, key, registration, plate, gate, direction, keys, changed, turnings, now);
  }

  /// When a missing key is due; of a vehicle that was turned nobody waits for one.
  public Optional<Instant> deadline() {
    return turned().isPresent() ? Optional.empty() : keys.deadline();
  }

  /// It has gone without passing: its papers are free for another passage.
  public boolean turnedAway() {
    return turned().isPresent() && !live();
  }

  /// When it got through, if it did. The one meaning of *cleared* in reports, boards and overviews.
  public Optional<Instant> clearedAt() {
    return clearedAt(track.gateLeftAt(), turned().isPresent());
  }

  /// The same from what is told of a passage: it left the gate, and not because it was turned.
  public static Optional<Instant> clearedAt(Optional<Instant> left, boolean turned) {
    return turned ? Optional.empty() : left;
  }

  /// Sent by then to where that sighting is, which it has not left yet.
  public boolean wasSentTo(CrossingCommand.Sighting there) {
    return live()
        && direction == there.direction()
        && turned()
            .filter(turning -> turning.to().equals(Optional.of(there.gate())))
            .filter(turning -> !there.occurredAt().isBefore(turning.at()))
            .isPresent();
  }

  /// An import that went back over the line by then, because it was turned.
  public boolean turnedBack(Instant by) {
    return direction == Direction.IMPORT
        && turned().isPresent()
        && track.gateLeftAt().filter(left -> !left.isAfter(by)).isPresent();
  }

  Crossing with(Turning.History changed) {
    return new Crossing(
        id, key, registration, plate, gate, direction, keys, track, changed, plugging);
  }

  Crossing with(Plugging changed) {
    Optional<Plugging> latest = Optional.of(changed);
    return new Crossing(
        id, key, registration, plate, gate, direction, keys, track, turnings, latest);
  }

  Crossing with(Personal<String> other) {
    return new Crossing(
        id, key, registration, other, gate, direction, keys, track, turnings, plugging);
  }

  Crossing without(Subject erased) {
    return new Crossing(
        id,
        key,
        registration,
        plate.without(erased),
        gate,
        direction,
        keys,
        track,
        turnings,
        plugging);
  }

  Crossing withRegistration(long papers) {
    return new Crossing(
        id, key, OptionalLong.of(papers), plate, gate, direction, keys, track, turnings, plugging);
  }
}
