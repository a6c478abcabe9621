package io.clearway.world;

import io.clearway.authority.Actor;
import io.clearway.authority.Authorities;
import io.clearway.authority.AuthorityEvent;
import io.clearway.authority.Past;
import io.clearway.authority.Proposal;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceEvent;
import io.clearway.crossing.Approach;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.Outside;
import io.clearway.crossing.Trip;
import io.clearway.reconciliation.Case;
import io.clearway.reconciliation.CaseEvent;
import io.clearway.registration.Preset;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationEvent;
import io.clearway.site.SiteEvent;
import io.clearway.transshipment.Transshipment;
import io.clearway.transshipment.TransshipmentEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The events that recreate a world from nothing, in a canonical order: the head of each segment,
/// the body of a snapshot, and what a fingerprint is taken of.
public final class CarryForward {

  private CarryForward() {}

  /// @param at written into events that need a time; it does not reach the world
  public static List<Event> of(World world, Instant at) {
    List<Event> events = new ArrayList<>();
    world
        .sites()
        .current()
        .ifPresent(site -> events.add(new Event.OfSite(new SiteEvent.SiteAdopted(site))));
    world
        .sites()
        .coming()
        .ifPresent(site -> events.add(new Event.OfSite(new SiteEvent.SitePlanned(site))));
    world.clock().ifPresent(clock -> events.add(new Event.OfWorld(new WorldEvent.ClockSet(clock))));
    authority(world.authorities(), events);
    for (Registration r : sorted(world.registrations().all().values(), byRegistration())) {
      events.add(new Event.OfRegistration(new RegistrationEvent.Registered(r, at)));
    }
    for (Preset p : sorted(world.registrations().presets().all().values(), byPreset())) {
      events.add(new Event.OfRegistration(new RegistrationEvent.PresetKept(p)));
    }
    world.turns().carried().forEach(fact -> events.add(new Event.OfTurn(fact)));
    for (Clearance c : sorted(world.clearances().all().values(), byClearance())) {
      events.add(new Event.OfClearance(new ClearanceEvent.ClearanceCarried(c)));
    }
    for (Crossing c : sorted(world.crossings().all().values(), byCrossing())) {
      events.add(new Event.OfCrossing(new CrossingEvent.CrossingCarried(c)));
    }
    for (Transshipment t : world.transshipments().all().values()) {
      events.add(new Event.OfTransshipment(new TransshipmentEvent.TransshipmentCarried(t)));
    }
    outside(world.crossings().outside(), events);
    drives(world, events);
    world.fees().carried().forEach(fact -> events.add(new Event.OfFee(fact)));
    for (Case c : sorted(world.cases().open().values(), byCase())) {
      events.add(new Event.OfCase(new CaseEvent.CaseOpened(c)));
    }
    for (Obligation o : sorted(world.obligations().values(), byObligation())) {
      events.add(new Event.OfWorld(new WorldEvent.ObligationOpened(o)));
    }
    events.add(new Event.OfWorld(new WorldEvent.BooksOpened(world.nextId())));
    return List.copyOf(events);
  }

  /// What follows passages and trips: they come first.
  private static void drives(World world, List<Event> events) {
    world.fleets().carried().forEach(fact -> events.add(new Event.OfFleet(fact)));
    TwoWay.carried(world).forEach(fact -> events.add(new Event.OfPairing(fact)));
  }

  private static void outside(Outside outside, List<Event> events) {
    for (Approach a : sorted(outside.approaches().values(), byApproach())) {
      events.add(new Event.OfCrossing(new CrossingEvent.ApproachCarried(a)));
    }
    for (Trip t : sorted(outside.trips().values(), byTrip())) {
      events.add(new Event.OfCrossing(new CrossingEvent.TripCarried(t)));
    }
  }

  private static void authority(Authorities authorities, List<Event> events) {
    for (Actor actor : sorted(authorities.actors().values(), byActor())) {
      events.add(new Event.OfAuthority(new AuthorityEvent.ActorEnrolled(actor)));
    }
    if (!authorities.past().equals(Past.NOTHING)) {
      events.add(new Event.OfAuthority(new AuthorityEvent.PastCarried(authorities.past())));
    }
    for (Proposal p : sorted(authorities.proposals().all().values(), byProposal())) {
      events.add(new Event.OfAuthority(new AuthorityEvent.Proposed(p)));
    }
  }

  /// The world that the events recreate.
  public static World fold(List<Event> events) {
    World world = World.empty();
    for (Event event : events) {
      world = world.apply(event);
    }
    return world;
  }

  private static <T> List<T> sorted(Iterable<T> values, Comparator<T> order) {
    List<T> list = new ArrayList<>();
    values.forEach(list::add);
    list.sort(order);
    return list;
  }

  private static Comparator<Actor> byActor() {
    return Comparator.comparingLong(Actor::id);
  }

  private static Comparator<Proposal> byProposal() {
    return Comparator.comparingLong(Proposal::id);
  }

  private static Comparator<Registration> byRegistration() {
    return Comparator.comparingLong(Registration::id);
  }

  private static Comparator<Preset> byPreset() {
    return Comparator.comparingLong(Preset::id);
  }

  private static Comparator<Clearance> byClearance() {
    return Comparator.comparingLong(Clearance::registration);
  }

  private static Comparator<Crossing> byCrossing() {
    return Comparator.comparingLong(Crossing::id);
  }

  private static Comparator<Approach> byApproach() {
    return Comparator.comparingLong(Approach::id);
  }

  private static Comparator<Trip> byTrip() {
    return Comparator.comparingLong(Trip::crossing);
  }

  private static Comparator<Case> byCase() {
    return Comparator.comparingLong(Case::id);
  }

  private static Comparator<Obligation> byObligation() {
    return Comparator.comparingLong(Obligation::id);
  }
}
