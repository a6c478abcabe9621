package io.clearway.codec;

import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingEvent;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationEvent;
import io.clearway.site.Site;
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
    return place(type, version).or(() -> passage(type, version));
  }

  /// Of the site, and of who may act at it.
  private static Optional<List<Event>> place(EventType type, int version) {
    return switch (type.label() + " " + version) {
      case "site.SiteAdopted 1" -> adopted(GoldenSites.fullOfVersion1());
      case "site.SiteAdopted 2" -> adopted(GoldenSites.fullOfVersion2());
      case "site.SiteAdopted 3" -> adopted(GoldenSites.fullOfVersion3());
      case "site.SiteAdopted 4" -> adopted(GoldenSites.fullOfVersion4());
      case "site.SiteAdopted 5" -> adopted(GoldenSites.fullOfVersion5());
      case "site.SiteAdopted 6" -> adopted(GoldenSites.fullOfVersion6());
      case "site.SiteAdopted 7" -> adopted(GoldenSites.fullOfVersion7());
      case "site.SiteAdopted 8" -> adopted(GoldenSites.fullOfVersion8());
      case "site.SiteAdopted 9" -> adopted(GoldenSites.fullOfVersion9());
      case "site.SitePlanned 1" -> planned(GoldenSites.fullOfVersion2());
      case "site.SitePlanned 2" -> planned(GoldenSites.fullOfVersion3());
      case "site.SitePlanned 3" -> planned(GoldenSites.fullOfVersion4());
      case "site.SitePlanned 4" -> planned(GoldenSites.fullOfVersion5());
      case "site.SitePlanned 5" -> planned(GoldenSites.fullOfVersion6());
      case "site.SitePlanned 6" -> planned(GoldenSites.fullOfVersion7());
      case "site.SitePlanned 7" -> planned(GoldenSites.fullOfVersion8());
      case "site.SitePlanned 8" -> planned(GoldenSites.fullOfVersion9());
      case "authority.ActorEnrolled 1" ->
          both(GoldenAuthority.fullOfVersion1(), GoldenAuthority.minimalEnrolled());
      case "authority.ActorEnrolled 2" ->
          both(GoldenAuthority.fullOfVersion2(), GoldenAuthority.minimalEnrolled());
      case "authority.ActorRescoped 1" ->
          both(GoldenAuthority.rescopedOfVersion1(), GoldenAuthority.minimalRescoped());
      default -> Optional.empty();
    };
  }

  private static Optional<List<Event>> passage(EventType type, int version) {
    return switch (type.label() + " " + version) {
      case "registration.Registered 1" -> registered(GoldenForms.fullOfVersion1());
      case "registration.Registered 2" -> registered(GoldenForms.fullOfVersion2());
      case "registration.Amended 1" ->
          both(GoldenEvents.amended(GoldenForms.formWithoutAxles()), GoldenEvents.minimalAmended());
      case "crossing.CrossingCarried 1" ->
          carried(GoldenEvents.goneOfVersion1(), GoldenEvents.atGateOfVersion1());
      case "crossing.CrossingCarried 2" ->
          carried(GoldenEvents.goneOfVersion2(), GoldenEvents.atGateOfVersion4());
      case "crossing.CrossingCarried 3" ->
          carried(GoldenEvents.goneOfVersion3(), GoldenEvents.atGateOfVersion4());
      case "crossing.CrossingCarried 4" ->
          carried(GoldenEvents.goneOfVersion4(), GoldenEvents.atGateOfVersion4());
      case "crossing.CrossingCarried 5" ->
          carried(GoldenEvents.goneOfVersion5(), GoldenEvents.atGate());
      case "crossing.TurningWithdrawn 1" ->
          both(GoldenAway.withdrawn(Optional.empty()), GoldenAway.minimalWithdrawn());
      case "crossing.KeySaidEarlier 1" -> both(GoldenAway.said(false), GoldenAway.minimalSaid());
      default -> load(type, version);
    };
  }

  private static Optional<List<Event>> load(EventType type, int version) {
    return switch (type.label() + " " + version) {
      case "clearance.ClearanceCarried 1" ->
          both(GoldenLoads.fullOfVersion1(), GoldenLoads.minimalCarried());
      case "clearance.ClearanceCarried 2" ->
          both(GoldenLoads.fullOfVersion2(), GoldenLoads.minimalCarried());
      case "clearance.ClearanceCarried 3" ->
          both(GoldenLoads.fullOfVersion3(), GoldenLoads.minimalCarried());
      case "clearance.ClearanceCarried 4" ->
          both(GoldenLoads.fullOfVersion4(), GoldenLoads.minimalCarried());
      case "clearance.InspectionOpened 1" ->
          both(GoldenLoads.openedOfVersion1(), GoldenLoads.minimalOpened());
      default -> Optional.empty();
    };
  }

  private static Optional<List<Event>> carried(Crossing full, Crossing minimal) {
    return both(
        new Event.OfCrossing(new CrossingEvent.CrossingCarried(full)),
        new Event.OfCrossing(new CrossingEvent.CrossingCarried(minimal)));
  }

  private static Optional<List<Event>> adopted(Site site) {
    return both(
        new Event.OfSite(new SiteEvent.SiteAdopted(site)),
        new Event.OfSite(new SiteEvent.SiteAdopted(GoldenSites.minimal())));
  }

  private static Optional<List<Event>> planned(Site site) {
    return both(
        new Event.OfSite(new SiteEvent.SitePlanned(site)),
        new Event.OfSite(new SiteEvent.SitePlanned(GoldenSites.minimal())));
  }

  private static Optional<List<Event>> registered(Registration registration) {
    return both(
        new Event.OfRegistration(new RegistrationEvent.Registered(registration, GoldenEvents.AT)),
        new Event.OfRegistration(
            new RegistrationEvent.Registered(GoldenForms.minimal(), Instant.EPOCH)));
  }

  private static Optional<List<Event>> both(Event full, Event minimal) {
    return Optional.of(List.of(full, minimal));
  }
}
