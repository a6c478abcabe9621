package io.clearway.codec;

import io.clearway.crossing.CrossingEvent;
import io.clearway.registration.RegistrationEvent;
import io.clearway.site.SiteEvent;
import io.clearway.world.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the bytes of an older version are read as, where that differs from [GoldenEvents]: the full
/// event and the minimal one. Never changed, but for a part that a still newer version brings.
final class GoldenOlder {

  private GoldenOlder() {}

  static Optional<List<Event>> of(EventType type, int version) {
    return switch (type.label() + " " + version) {
      case "site.SiteAdopted 1" ->
          Optional.of(
              List.of(
                  new Event.OfSite(new SiteEvent.SiteAdopted(GoldenSites.fullOfVersion1())),
                  new Event.OfSite(new SiteEvent.SiteAdopted(GoldenSites.minimal()))));
      case "registration.Registered 1" ->
          Optional.of(
              List.of(
                  new Event.OfRegistration(
                      new RegistrationEvent.Registered(
                          GoldenForms.fullOfVersion1(), GoldenEvents.AT)),
                  new Event.OfRegistration(
                      new RegistrationEvent.Registered(GoldenForms.minimal(), Instant.EPOCH))));
      case "crossing.CrossingCarried 1" ->
          Optional.of(
              List.of(
                  new Event.OfCrossing(
                      new CrossingEvent.CrossingCarried(GoldenEvents.goneOfVersion1())),
                  new Event.OfCrossing(
                      new CrossingEvent.CrossingCarried(GoldenEvents.atGateOfVersion1()))));
      default -> Optional.empty();
    };
  }
}
