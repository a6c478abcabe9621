package io.clearway.link.rows;

import io.clearway.crossing.KeyHolder;
import io.clearway.fleet.FleetEvent;
import java.time.Instant;
import java.util.Optional;

/// What a vehicle's history tells of what drives it.
final class FleetLines {

  private FleetLines() {}

  /// The reporter's clock.
  static Optional<Instant> occurred(FleetEvent fact) {
    return switch (fact) {
      case FleetEvent.TractorSeen e -> Optional.of(e.occurredAt());
      case FleetEvent.TractorLeft e -> Optional.of(e.occurredAt());
      case FleetEvent.TractorAsked e -> Optional.empty();
      case FleetEvent.TractorKeyTurned e -> Optional.empty();
      case FleetEvent.TractorChanged e -> Optional.empty();
      case FleetEvent.TractorAskEnded e -> Optional.empty();
      case FleetEvent.PersonsCameIn e -> Optional.empty();
      case FleetEvent.PersonsWentOut e -> Optional.empty();
      case FleetEvent.StayTold e -> Optional.of(e.due());
      case FleetEvent.OfPool e -> Optional.empty();
      case FleetEvent.FleetForgotten e -> Optional.empty();
      case FleetEvent.ChangeCarried e -> Optional.empty();
    };
  }

  /// A word that tells more, or empty.
  static String detail(FleetEvent fact) {
    return switch (fact) {
      case FleetEvent.TractorKeyTurned e -> e.agency().name();
      case FleetEvent.TractorChanged e -> e.agency().name();
      case FleetEvent.TractorAskEnded e -> e.by().map(KeyHolder::name).orElse("");
      case FleetEvent.TractorSeen e -> (e.old() ? "OLD " : "NEW ") + e.sight().name();
      case FleetEvent.TractorLeft e -> e.unseen() ? "UNSEEN" : "";
      case FleetEvent.TractorAsked e -> "";
      case FleetEvent.PersonsWentOut e ->
          e.persons().size() + (e.with() == e.crossing() ? "" : " ANOTHER_VEHICLE");
      case FleetEvent.StayTold e -> e.told().name();
      case FleetEvent.PersonsCameIn e -> "";
      case FleetEvent.OfPool e -> "";
      case FleetEvent.FleetForgotten e -> "";
      case FleetEvent.ChangeCarried e -> "";
    };
  }
}
