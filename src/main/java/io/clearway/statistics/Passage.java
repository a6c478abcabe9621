package io.clearway.statistics;

import io.clearway.crossing.Crossing;
import io.clearway.crossing.KeyHolder;
import io.clearway.kernel.Direction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// One vehicle on its way, as far as the entries told. Belongs to one projection.
final class Passage {

  final long crossing;
  final String gate;
  final Direction direction;
  final Instant arrived;
  OptionalLong registration;
  Optional<Instant> customsKey = Optional.empty();
  Optional<Instant> guardKey = Optional.empty();
  Optional<Instant> entered = Optional.empty();
  Optional<Instant> yardEntered = Optional.empty();
  Optional<Instant> yardLeft = Optional.empty();
  Optional<Instant> left = Optional.empty();
  Optional<Instant> turned = Optional.empty();

  /// For how long it stood turned, and passed after all: no part of its stay (H-11).
  Duration stood = Duration.ZERO;

  Passage(
      long crossing, String gate, Direction direction, OptionalLong registration, Instant arrived) {
    this.crossing = crossing;
    this.gate = gate;
    this.direction = direction;
    this.registration = registration;
    this.arrived = arrived;
  }

  Optional<Instant> key(KeyHolder agency) {
    return switch (agency) {
      case CUSTOMS -> customsKey;
      case BORDER_GUARD -> guardKey;
    };
  }

  private void key(KeyHolder agency, Instant at) {
    switch (agency) {
      case CUSTOMS -> customsKey = Optional.of(at);
      case BORDER_GUARD -> guardKey = Optional.of(at);
    }
  }

  /// Turned for the first time; again does not move it.
  void turnKey(KeyHolder agency, Instant at) {
    if (key(agency).isEmpty()) {
      key(agency, at);
    }
  }

  /// The key that was just turned was said before.
  void saidEarlier(KeyHolder agency, Instant at, Instant said) {
    if (key(agency).equals(Optional.of(at))) {
      key(agency, said);
    }
  }

  void passesAfterAll(Instant at) {
    stood = turned.map(from -> stood.plus(Duration.between(from, at))).orElse(stood);
    turned = Optional.empty();
  }

  /// When it got through, if it did: the one meaning of it in all figures (F-13).
  private Optional<Instant> cleared() {
    return Crossing.clearedAt(left, turned.isPresent());
  }

  /// The day on which it counts.
  Optional<LocalDate> day(ZoneId zone) {
    return cleared().map(at -> LocalDate.ofInstant(at, zone));
  }

  OptionalInt bucket() {
    return cleared()
        .map(at -> OptionalInt.of(Buckets.of(Duration.between(arrived, at).minus(stood))))
        .orElse(OptionalInt.empty());
  }
}
