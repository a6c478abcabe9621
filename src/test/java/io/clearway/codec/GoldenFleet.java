package io.clearway.codec;

import io.clearway.crossing.KeyHolder;
import io.clearway.fleet.Change;
import io.clearway.fleet.FleetEvent;
import io.clearway.fleet.PoolDriver;
import io.clearway.fleet.Visit;
import io.clearway.kernel.Personal;
import io.clearway.registration.Registration;
import io.clearway.registration.Tractor;
import io.clearway.world.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// Events of what drives among [GoldenEvents]. Never changed.
final class GoldenFleet {

  private static final Instant AT = GoldenEvents.AT;
  private static final Instant LATER = GoldenEvents.LATER;
  private static final UUID KEY = GoldenEvents.KEY;
  private static final Instant ZERO = Instant.EPOCH;
  private static final Change.Word WORD = new Change.Word(5, AT);

  private GoldenFleet() {}

  static List<Event> full() {
    return List.of(
        of(new FleetEvent.TractorAsked(change(Optional.empty()))),
        of(new FleetEvent.TractorKeyTurned(100, 101, KeyHolder.CUSTOMS, 6, AT)),
        of(new FleetEvent.TractorChanged(100, 101, KeyHolder.BORDER_GUARD, 5, LATER)),
        of(new FleetEvent.TractorAskEnded(100, 101, Optional.of(KeyHolder.BORDER_GUARD), 5, LATER)),
        of(new FleetEvent.TractorSeen(100, 101, FleetEvent.Sight.YARD_LEFT, true, AT, LATER)),
        of(new FleetEvent.TractorLeft(100, 101, AT, LATER, true)),
        of(new FleetEvent.FleetForgotten(List.of(100L, Long.MAX_VALUE), List.of(103L))),
        of(new FleetEvent.ChangeCarried(change(Optional.of(LATER)))),
        of(new FleetEvent.DriverEnrolled(driver())),
        of(new FleetEvent.DriverAssigned(105, 101, 7, AT)),
        of(new FleetEvent.PersonsCameIn(visit())),
        of(new FleetEvent.PersonsWentOut(103, 101, List.of(0, 2), 104, 5, LATER)),
        of(new FleetEvent.StayTold(103, 101, Visit.Told.OVER, AT, LATER)),
        of(new FleetEvent.DriverFreed(105, OptionalLong.of(101), true, 7, LATER)));
  }

  static List<Event> minimal() {
    return List.of(
        of(new FleetEvent.TractorAsked(least())),
        of(new FleetEvent.TractorKeyTurned(0, 0, KeyHolder.BORDER_GUARD, 0, ZERO)),
        of(new FleetEvent.TractorChanged(0, 0, KeyHolder.CUSTOMS, 0, ZERO)),
        of(new FleetEvent.TractorAskEnded(0, 0, Optional.empty(), 0, ZERO)),
        of(new FleetEvent.TractorSeen(0, 0, FleetEvent.Sight.ARRIVED, false, ZERO, ZERO)),
        of(new FleetEvent.TractorLeft(0, 0, ZERO, ZERO, false)),
        of(new FleetEvent.FleetForgotten(List.of(), List.of())),
        of(new FleetEvent.ChangeCarried(least())),
        of(
            new FleetEvent.DriverEnrolled(
                new PoolDriver(
                    0,
                    new UUID(0, 0),
                    "",
                    GoldenEvents.erased(),
                    GoldenEvents.erased(),
                    List.of(),
                    false,
                    Optional.empty()))),
        of(new FleetEvent.DriverAssigned(0, 0, 0, ZERO)),
        of(
            new FleetEvent.PersonsCameIn(
                new Visit(
                    0,
                    new UUID(0, 0),
                    0,
                    "",
                    GoldenEvents.erased(),
                    ZERO,
                    Optional.empty(),
                    List.of(),
                    Visit.Told.NOTHING))),
        of(new FleetEvent.PersonsWentOut(0, 0, List.of(), 0, 0, ZERO)),
        of(new FleetEvent.StayTold(0, 0, Visit.Told.ENDS, ZERO, ZERO)),
        of(new FleetEvent.DriverFreed(0, OptionalLong.empty(), false, 0, ZERO)));
  }

  private static Change change(Optional<Instant> made) {
    Registration.Driver driver =
        new Registration.Driver(
            GoldenEvents.known(20, "Trần 𠮷 B"),
            GoldenEvents.known(20, "0912345678"),
            GoldenEvents.known(20, "001099012345"),
            List.of(
                new Registration.Document(
                    Registration.DocumentKind.DRIVING_LICENCE,
                    GoldenEvents.known(20, "790012345678"),
                    Optional.of("2027-03-01"))),
            List.of(
                new Registration.Person(
                    GoldenEvents.known(21, "阿明"), Optional.empty(), Optional.empty(), List.of())));
    Tractor tractor =
        new Tractor(
            GoldenEvents.known(2, "29C54321"),
            GoldenEvents.known(2, "29C-543.21"),
            2,
            Registration.Country.CN,
            driver,
            Optional.of("GP-2"),
            Optional.of("2027-03-01"),
            Optional.of("BH-2"),
            Optional.of("2027-03-02"));
    return new Change(
        100,
        KEY,
        101,
        102,
        "HN",
        GoldenEvents.known(1, "29C12345"),
        tractor,
        WORD,
        made.map(at -> WORD),
        made.map(at -> new Change.Word(6, at)),
        made,
        Optional.of(AT),
        made.map(at -> at.plusNanos(1)));
  }

  private static PoolDriver driver() {
    return new PoolDriver(
        105,
        KEY,
        "HN",
        GoldenEvents.known(20, "Trần 𠮷 B"),
        GoldenEvents.known(20, "001099012345"),
        List.of(
            new Registration.Document(
                Registration.DocumentKind.BORDER_PASS,
                GoldenEvents.known(20, "790012345678"),
                Optional.of("2027-03-01"))),
        true,
        Optional.of(new PoolDriver.Assignment(101, 7, AT)));
  }

  private static Visit visit() {
    return new Visit(
        103,
        KEY,
        101,
        "HN",
        GoldenEvents.known(1, "桂F12345"),
        AT,
        Optional.of(new Visit.Stay(AT.plusNanos(1), LATER)),
        List.of(
            new Visit.Guest(GoldenEvents.known(20, "阿明"), Optional.of(new Visit.Out(LATER, 104))),
            new Visit.Guest(GoldenEvents.known(21, "阿强"), Optional.empty())),
        Visit.Told.ENDS);
  }

  private static Change least() {
    Personal<String> erased = GoldenEvents.erased();
    return new Change(
        0,
        new UUID(0, 0),
        0,
        0,
        "",
        erased,
        new Tractor(
            erased,
            erased,
            0,
            Registration.Country.VN,
            new Registration.Driver(erased, erased, erased, List.of(), List.of()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        new Change.Word(0, ZERO),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Event of(FleetEvent fact) {
    return new Event.OfFleet(fact);
  }
}
