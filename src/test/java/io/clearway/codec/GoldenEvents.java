package io.clearway.codec;

import io.clearway.crossing.Contradiction;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Keys;
import io.clearway.crossing.Placing;
import io.clearway.crossing.Plugging;
import io.clearway.crossing.Track;
import io.clearway.crossing.Turning;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import io.clearway.reconciliation.Case;
import io.clearway.reconciliation.CaseEvent;
import io.clearway.registration.Preset;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationEvent;
import io.clearway.site.Agency;
import io.clearway.site.SiteEvent;
import io.clearway.world.Clock;
import io.clearway.world.Event;
import io.clearway.world.Obligation;
import io.clearway.world.WorldEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// The events in the golden files: each kind once with everything in it and once with as little as
/// it may have. Never changed, or the files would have to be; a new kind is added to both.
final class GoldenEvents {

  private GoldenEvents() {}

  static final Instant AT = Instant.parse("2026-11-24T01:02:03.456789012Z");
  static final Instant LATER = Instant.parse("2026-11-24T01:32:03Z");
  static final UUID KEY = UUID.fromString("01932f6c-7a10-7c3e-9a55-0123456789ab");
  private static final Instant ZERO = Instant.EPOCH;
  private static final UUID NO_KEY = new UUID(0, 0);
  private static final Optional<Contradiction> FITS = Optional.empty();

  static Personal<String> known(long low, String value) {
    return new Personal.Known<>(new Subject(0x0123456789abcdefL, low), value);
  }

  static Personal<String> erased() {
    return new Personal.Erased<>(new Subject(-1, -1));
  }

  static List<Event> full() {
    List<Event> all = new ArrayList<>(fullPapers());
    all.addAll(2, GoldenAuthority.full());
    all.addAll(fullPassages());
    all.addAll(GoldenAway.full());
    all.addAll(fullBooks());
    all.addAll(GoldenLoads.full());
    all.addAll(GoldenTurns.full());
    all.addAll(GoldenFees.full());
    all.addAll(GoldenTransshipments.full());
    all.addAll(GoldenFleet.full());
    all.addAll(GoldenPairings.full());
    return List.copyOf(all);
  }

  private static List<Event> fullPapers() {
    return List.of(
        new Event.OfSite(new SiteEvent.SiteAdopted(GoldenSites.full())),
        new Event.OfSite(new SiteEvent.SitePlanned(GoldenSites.full())),
        of(new RegistrationEvent.Registered(GoldenForms.full(), AT)),
        of(new RegistrationEvent.RegistrationsRetired(List.of(1L, 64L, Long.MAX_VALUE))),
        amended(GoldenForms.fullForm()),
        of(new RegistrationEvent.PresetKept(GoldenForms.preset())),
        of(new RegistrationEvent.PresetDropped(95)),
        of(new RegistrationEvent.PapersConfirmed(69, GoldenForms.PAPERS)));
  }

  static Event amended(Registration.Form form) {
    return of(
        new RegistrationEvent.Amended(69, GoldenForms.CHANGE, form, List.of(Agency.CUSTOMS), true));
  }

  static Event minimalAmended() {
    return of(
        new RegistrationEvent.Amended(
            0,
            new Registration.Change(ZERO, List.of()),
            GoldenForms.minimalForm(),
            List.of(),
            false));
  }

  private static List<Event> fullPassages() {
    return List.of(
        of(arrived()),
        of(new CrossingEvent.RegistrationLinked(70, 69, AT)),
        of(new CrossingEvent.FirstKeyTurned(70, KeyHolder.BORDER_GUARD, 5, AT, LATER)),
        of(new CrossingEvent.EntryCompleted(70, KeyHolder.CUSTOMS, 6, AT)),
        of(new CrossingEvent.AgencyLate(70, KeyHolder.CUSTOMS, LATER, AT)),
        of(new CrossingEvent.YardEntered(70, "Y-1", AT, LATER, yardTooEarly())),
        of(new CrossingEvent.YardLeft(70, "Y-1", AT, LATER, yardTooEarly())),
        of(
            new CrossingEvent.GateLeft(
                70, AT, LATER, Optional.of(Contradiction.LEFT_WITHOUT_BOTH_KEYS))),
        of(new CrossingEvent.ReportSetAside(70, CrossingEvent.Report.GATE_LEFT, AT, LATER)),
        of(new CrossingEvent.CrossingCarried(standing())),
        of(new CrossingEvent.CrossingsRetired(List.of(70L, 71L))),
        of(
            new CrossingEvent.KeysVoided(
                70, List.of(KeyHolder.BORDER_GUARD, KeyHolder.CUSTOMS), LATER, AT)),
        of(new CrossingEvent.KeyRenewed(70, KeyHolder.CUSTOMS, 6, AT)));
  }

  private static List<Event> fullBooks() {
    return List.of(
        of(new CaseEvent.CaseOpened(new Case(80, 70, Contradiction.REPORT_OUT_OF_ORDER, AT))),
        of(new CaseEvent.CaseClosed(80, 70, AT)),
        of(new WorldEvent.KeyDue(70, LATER)),
        of(
            new WorldEvent.ObligationOpened(
                new Obligation(90, Obligation.Kind.ENTRY_COMPLETE, 70, 69, 4, AT))),
        of(new WorldEvent.ObligationClosed(90, LATER)),
        of(new WorldEvent.ClockSet(new Clock(AT, LATER, 60))),
        of(new WorldEvent.BooksOpened(1_000_000)),
        of(new WorldEvent.SubjectErased(new Subject(1, 2), "request-17", AT)));
  }

  static List<Event> minimal() {
    List<Event> all = new ArrayList<>(minimalPapers());
    all.addAll(2, GoldenAuthority.minimal());
    all.addAll(minimalPassages());
    all.addAll(GoldenAway.minimal());
    all.addAll(minimalBooks());
    all.addAll(GoldenLoads.minimal());
    all.addAll(GoldenTurns.minimal());
    all.addAll(GoldenFees.minimal());
    all.addAll(GoldenTransshipments.minimal());
    all.addAll(GoldenFleet.minimal());
    all.addAll(GoldenPairings.minimal());
    return List.copyOf(all);
  }

  private static List<Event> minimalPapers() {
    return List.of(
        new Event.OfSite(new SiteEvent.SiteAdopted(GoldenSites.minimal())),
        new Event.OfSite(new SiteEvent.SitePlanned(GoldenSites.minimal())),
        of(new RegistrationEvent.Registered(GoldenForms.minimal(), ZERO)),
        of(new RegistrationEvent.RegistrationsRetired(List.of())),
        minimalAmended(),
        of(new RegistrationEvent.PresetKept(noPreset())),
        of(new RegistrationEvent.PresetDropped(0)),
        of(new RegistrationEvent.PapersConfirmed(0, noPapers())));
  }

  private static List<Event> minimalPassages() {
    return List.of(
        of(
            new CrossingEvent.VehicleArrived(
                0, NO_KEY, OptionalLong.empty(), erased(), "", Direction.EXPORT, ZERO, ZERO, FITS)),
        of(new CrossingEvent.RegistrationLinked(0, 0, ZERO)),
        of(new CrossingEvent.FirstKeyTurned(0, KeyHolder.BORDER_GUARD, 0, ZERO, ZERO)),
        of(new CrossingEvent.EntryCompleted(0, KeyHolder.BORDER_GUARD, 0, ZERO)),
        of(new CrossingEvent.AgencyLate(0, KeyHolder.BORDER_GUARD, ZERO, ZERO)),
        of(new CrossingEvent.YardEntered(0, "", ZERO, ZERO, FITS)),
        of(new CrossingEvent.YardLeft(0, "", ZERO, ZERO, FITS)),
        of(new CrossingEvent.GateLeft(0, ZERO, ZERO, FITS)),
        of(new CrossingEvent.ReportSetAside(0, CrossingEvent.Report.ARRIVED, ZERO, ZERO)),
        of(new CrossingEvent.CrossingCarried(atGate())),
        of(new CrossingEvent.CrossingsRetired(List.of())),
        of(new CrossingEvent.KeysVoided(0, List.of(), ZERO, ZERO)),
        of(new CrossingEvent.KeyRenewed(0, KeyHolder.BORDER_GUARD, 0, ZERO)));
  }

  private static List<Event> minimalBooks() {
    return List.of(
        of(new CaseEvent.CaseOpened(new Case(0, 0, Contradiction.SEEN_BEFORE_REGISTERED, ZERO))),
        of(new CaseEvent.CaseClosed(0, 0, ZERO)),
        of(new WorldEvent.KeyDue(0, ZERO)),
        of(
            new WorldEvent.ObligationOpened(
                new Obligation(0, Obligation.Kind.ENTRY_COMPLETE, 0, 0, 0, ZERO))),
        of(new WorldEvent.ObligationClosed(0, ZERO)),
        of(new WorldEvent.ClockSet(new Clock(ZERO, ZERO, 1))),
        of(new WorldEvent.BooksOpened(1)),
        of(new WorldEvent.SubjectErased(new Subject(0, 0), "", AT)));
  }

  private static Registration.Papers noPapers() {
    return new Registration.Papers(Agency.BORDER_GUARD, 0, ZERO);
  }

  private static Preset noPreset() {
    return new Preset(0, NO_KEY, 0, Preset.Kind.DRAFT, "", ZERO, List.of());
  }

  private static CrossingEvent arrived() {
    return new CrossingEvent.VehicleArrived(
        70,
        KEY,
        OptionalLong.of(69),
        known(1, "桂A12345"),
        "HN-1",
        Direction.IMPORT,
        AT,
        LATER,
        Optional.of(Contradiction.SEEN_BEFORE_REGISTERED));
  }

  private static Optional<Contradiction> yardTooEarly() {
    return Optional.of(Contradiction.ENTERED_YARD_WITHOUT_BOTH_KEYS);
  }

  /// On its place of the yard.
  private static Crossing standing() {
    Track there = new Track.InYard(AT, "Y-1", LATER, Optional.of(new Placing("B-12", AT)));
    return full(keysSaidEarlier(), there, twice(), Optional.of(GoldenAway.PLUGGED));
  }

  static Crossing goneOfVersion5() {
    return gone(keysSaidEarlier(), twice(), Optional.of(GoldenAway.PLUGGED));
  }

  /// A key that was renewed later does not move the entry.
  private static Keys keysSaidEarlier() {
    return new Keys.Both(
        new Keys.Turned(5, AT),
        new Keys.Turned(6, LATER, Optional.of(AT)),
        Optional.of(KeyHolder.CUSTOMS),
        AT);
  }

  private static Turning.History twice() {
    return new Turning.History(
        Optional.of(GoldenAway.TURNED), List.of(new Turning.Span(AT, LATER)));
  }

  static Crossing goneOfVersion4() {
    return gone(keysOfGone(), once(), Optional.of(GoldenAway.PLUGGED));
  }

  private static Turning.History once() {
    return new Turning.History(Optional.of(GoldenAway.TURNED), List.of());
  }

  private static Turning.History never() {
    return new Turning.History(Optional.empty(), List.of());
  }

  private static Keys keysOfGone() {
    return new Keys.Both(
        new Keys.Turned(5, AT), new Keys.Turned(6, LATER), Optional.of(KeyHolder.CUSTOMS), AT);
  }

  static Crossing goneOfVersion1() {
    Keys keys =
        new Keys.Both(
            new Keys.Turned(5, AT),
            new Keys.Turned(6, LATER),
            Optional.of(KeyHolder.CUSTOMS),
            LATER);
    return gone(keys, never(), Optional.empty());
  }

  static Crossing goneOfVersion2() {
    return gone(keysOfGone(), never(), Optional.empty());
  }

  static Crossing goneOfVersion3() {
    return gone(keysOfGone(), once(), Optional.empty());
  }

  private static Crossing gone(Keys keys, Turning.History turnings, Optional<Plugging> plugging) {
    Track gone = new Track.Gone(AT, Optional.of(AT), Optional.of(LATER), LATER);
    return full(keys, gone, turnings, plugging);
  }

  private static Crossing full(
      Keys keys, Track track, Turning.History turnings, Optional<Plugging> plugging) {
    return new Crossing(
        70,
        KEY,
        OptionalLong.of(69),
        known(1, "29C12345"),
        "HN-1",
        Direction.EXPORT,
        keys,
        track,
        turnings,
        plugging);
  }

  static Crossing atGate() {
    return atGate(
        new Keys.Again(Optional.empty(), Optional.empty(), Optional.empty(), ZERO, ZERO, false));
  }

  /// Versions before the fifth did not say when a key was asked for.
  static Crossing atGateOfVersion4() {
    Instant asked = ZERO.minusSeconds(1800);
    return atGate(
        new Keys.Again(Optional.empty(), Optional.empty(), Optional.empty(), asked, ZERO, false));
  }

  static Crossing atGateOfVersion1() {
    return atGate(new Keys.None());
  }

  private static Crossing atGate(Keys keys) {
    return new Crossing(
        0,
        NO_KEY,
        OptionalLong.empty(),
        erased(),
        "",
        Direction.EXPORT,
        keys,
        new Track.AtGate(ZERO),
        never(),
        Optional.empty());
  }

  private static Event of(RegistrationEvent fact) {
    return new Event.OfRegistration(fact);
  }

  private static Event of(CrossingEvent fact) {
    return new Event.OfCrossing(fact);
  }

  private static Event of(CaseEvent fact) {
    return new Event.OfCase(fact);
  }

  private static Event of(WorldEvent fact) {
    return new Event.OfWorld(fact);
  }
}
