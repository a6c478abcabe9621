package io.clearway.codec;

import io.clearway.clearance.Booked;
import io.clearway.clearance.Booking;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceEvent;
import io.clearway.clearance.Inspection;
import io.clearway.clearance.Opening;
import io.clearway.clearance.Second;
import io.clearway.clearance.Stops;
import io.clearway.site.Agency;
import io.clearway.site.Means;
import io.clearway.world.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// The clearances in [GoldenEvents]. Never changed.
final class GoldenLoads {

  private static final Instant AT = GoldenEvents.AT;
  private static final Duration WAITED = Duration.ofMinutes(83).plusNanos(7);
  private static final Clearance.Word WORD =
      new Clearance.Word(
          9,
          AT,
          OptionalInt.of(2),
          Optional.of(GoldenEvents.known(5, "nhãn chì rõ")),
          Optional.of(new Clearance.ByRule("THERMAL", Agency.MEDICAL_QUARANTINE, List.of("o-1"))));
  private static final Clearance.Word BARE =
      new Clearance.Word(0, Instant.EPOCH, OptionalInt.empty(), Optional.empty(), Optional.empty());
  private static final Clearance.Hold HOLD =
      new Clearance.Hold(
          77,
          Agency.PLANT_QUARANTINE,
          Clearance.HoldKind.TEST,
          9,
          AT,
          Optional.of(GoldenEvents.known(5, "mẫu số 4")),
          List.of(Agency.CUSTOMS, Agency.PLANT_QUARANTINE));
  private static final Inspection.Joined JOINED =
      new Inspection.Joined(Agency.ANIMAL_QUARANTINE, 9, AT);
  private static final Inspection.Result RESULT =
      new Inspection.Result(Means.SAMPLING, Inspection.Outcome.FAULT, Agency.TRAFFIC_POLICE, 9, AT);

  private static final List<Booking> BOOKINGS =
      List.of(new Booking(Means.BAY, "HN_BAYS"), new Booking(Means.XRAY, "Máy soi"));
  private static final List<Clearance.AskedAgain> ASKED_AGAIN =
      List.of(new Clearance.AskedAgain(Agency.CUSTOMS, WAITED, AT));

  private GoldenLoads() {}

  private static List<Clearance.Task> tasks() {
    return List.of(
        task("A_STEP", Agency.BORDER_GUARD, new Clearance.State.Required(AT, true)),
        task("B_STEP", Agency.CUSTOMS, new Clearance.State.Open()),
        task("C_STEP", Agency.TRANSPORT_STATION, new Clearance.State.Requested(9, AT)),
        task("D_STEP", Agency.MEDICAL_QUARANTINE, new Clearance.State.Confirmed(WORD)),
        task("E_STEP", Agency.MANAGEMENT_BOARD, new Clearance.State.Refused(WORD)));
  }

  private static Clearance.Task task(String step, Agency agency, Clearance.State state) {
    return new Clearance.Task(step, agency, state, WAITED);
  }

  static List<Event> full() {
    return events(
        new ClearanceEvent.ClearanceOpened(12, tasks(), AT),
        new ClearanceEvent.StepsChanged(12, tasks(), AT),
        new ClearanceEvent.StepRequested(12, "B_STEP", 9, AT),
        new ClearanceEvent.StepConfirmed(12, "D_STEP", WORD, WAITED),
        new ClearanceEvent.StepRefused(12, "E_STEP", WORD, WAITED),
        new ClearanceEvent.StepsVoided(12, List.of("D_STEP", "E_STEP"), AT),
        new ClearanceEvent.HoldPlaced(12, HOLD),
        new ClearanceEvent.HoldLifted(12, 77, Agency.CUSTOMS, 9, AT),
        new ClearanceEvent.ChannelSet(12, Clearance.Channel.RED, 9, AT),
        new ClearanceEvent.InspectionOpened(12, BOOKINGS, JOINED),
        new ClearanceEvent.InspectionJoined(12, JOINED),
        new ClearanceEvent.ResultRecorded(12, RESULT),
        new ClearanceEvent.ClearanceCarried(carried()),
        new ClearanceEvent.TurnsEnded(
            12,
            List.of(
                new ClearanceEvent.Ended("B_STEP", WAITED),
                new ClearanceEvent.Ended("KEY_CUSTOMS", WAITED)),
            AT),
        new ClearanceEvent.VisitEnded(12, List.of("D_STEP", "E_STEP"), AT),
        new ClearanceEvent.SaidEarlier(12, "D_STEP", 9, AT, AT.plusSeconds(600)),
        new ClearanceEvent.MeansBooked(12, BOOKINGS, JOINED),
        new ClearanceEvent.InspectionVoided(12, AT),
        new ClearanceEvent.SecondAsked(12, lifting()),
        new ClearanceEvent.SecondWithdrawn(12, lowering().wish(), 9, AT),
        new ClearanceEvent.InspectionOwed(12, List.of(Agency.CUSTOMS, Agency.PLANT_QUARANTINE), AT),
        new ClearanceEvent.ClearanceOverdue(12, AT));
  }

  private static Clearance carried() {
    return full(
        ASKED_AGAIN,
        atItsPlaces(),
        List.of(lowering()),
        List.of(
            new Inspection.Owed(Agency.CUSTOMS, AT, Optional.empty(), WAITED),
            new Inspection.Owed(
                Agency.PLANT_QUARANTINE, AT, Optional.of(GoldenEvents.LATER), Duration.ZERO)));
  }

  private static Second lifting() {
    return new Second(
        new Second.Wish.Lift(77),
        9,
        new UUID(0x0123456789abcdefL, 0x0fedcba987654321L),
        AT,
        GoldenEvents.known(9, "lab is clean"));
  }

  /// An opening had one place in its first version.
  static Event openedOfVersion1() {
    return new Event.OfClearance(
        new ClearanceEvent.InspectionOpened(
            12, List.of(new Booking(Means.BAY, "B-3"), new Booking(Means.XRAY, "B-3")), JOINED));
  }

  static Event minimalOpened() {
    return minimal().get(9);
  }

  /// A carried clearance did not count the rounds of keys in its first version.
  static Event fullOfVersion1() {
    return new Event.OfClearance(
        new ClearanceEvent.ClearanceCarried(full(List.of(), atOnePlace(), List.of(), List.of())));
  }

  private static Second lowering() {
    return new Second(
        new Second.Wish.Lower(Clearance.Channel.YELLOW),
        9,
        new UUID(1, 2),
        AT,
        GoldenEvents.known(9, "papers fit"));
  }

  /// One officer alone did everything.
  static Event fullOfVersion2() {
    return new Event.OfClearance(
        new ClearanceEvent.ClearanceCarried(full(ASKED_AGAIN, atOnePlace(), List.of(), List.of())));
  }

  /// An inspection had one place for all means, since it was opened.
  static Event fullOfVersion3() {
    return new Event.OfClearance(
        new ClearanceEvent.ClearanceCarried(
            full(ASKED_AGAIN, atOnePlace(), List.of(lowering()), List.of())));
  }

  /// Nobody was waited for with an inspection.
  static Event fullOfVersion4() {
    return new Event.OfClearance(
        new ClearanceEvent.ClearanceCarried(
            full(ASKED_AGAIN, atItsPlaces(), List.of(lowering()), List.of())));
  }

  private static List<Booked> atItsPlaces() {
    return List.of(
        new Booked(Means.SAMPLING, "HN_BAYS", AT),
        new Booked(Means.XRAY, "HN_SCAN", GoldenEvents.LATER));
  }

  private static List<Booked> atOnePlace() {
    return List.of(new Booked(Means.SAMPLING, "B-3", AT));
  }

  static Event minimalCarried() {
    return minimal().stream()
        .filter(
            event -> event instanceof Event.OfClearance(ClearanceEvent.ClearanceCarried carried))
        .findFirst()
        .orElseThrow();
  }

  private static Clearance full(
      List<Clearance.AskedAgain> askedAgain,
      List<Booked> booked,
      List<Second> seconds,
      List<Inspection.Owed> owed) {
    return new Clearance(
        12,
        Clearance.Channel.YELLOW,
        tasks(),
        new Stops(
            List.of(HOLD),
            List.of(
                new Clearance.Pause(AT, Optional.of(GoldenEvents.LATER)),
                new Clearance.Pause(GoldenEvents.LATER, Optional.empty())),
            Optional.of(GoldenEvents.LATER)),
        new Opening(Optional.of(new Inspection(booked, List.of(JOINED), List.of(RESULT))), owed),
        askedAgain,
        seconds);
  }

  static List<Event> minimal() {
    Instant zero = Instant.EPOCH;
    Inspection.Joined joined = new Inspection.Joined(Agency.BORDER_GUARD, 0, zero);
    return events(
        new ClearanceEvent.ClearanceOpened(0, List.of(), zero),
        new ClearanceEvent.StepsChanged(0, List.of(), zero),
        new ClearanceEvent.StepRequested(0, "", 0, zero),
        new ClearanceEvent.StepConfirmed(0, "", BARE, Duration.ZERO),
        new ClearanceEvent.StepRefused(0, "", BARE, Duration.ZERO),
        new ClearanceEvent.StepsVoided(0, List.of(), zero),
        new ClearanceEvent.HoldPlaced(0, minimalHold()),
        new ClearanceEvent.HoldLifted(0, 0, Agency.BORDER_GUARD, 0, zero),
        new ClearanceEvent.ChannelSet(0, Clearance.Channel.NONE, 0, zero),
        new ClearanceEvent.InspectionOpened(0, List.of(), joined),
        new ClearanceEvent.InspectionJoined(0, joined),
        new ClearanceEvent.ResultRecorded(
            0,
            new Inspection.Result(
                Means.BAY, Inspection.Outcome.CLEAN, Agency.BORDER_GUARD, 0, zero)),
        new ClearanceEvent.ClearanceCarried(nothing()),
        new ClearanceEvent.TurnsEnded(0, List.of(), zero),
        new ClearanceEvent.VisitEnded(0, List.of(), zero),
        new ClearanceEvent.SaidEarlier(0, "", 0, zero, zero),
        new ClearanceEvent.MeansBooked(0, List.of(), joined),
        new ClearanceEvent.InspectionVoided(0, zero),
        new ClearanceEvent.SecondAsked(
            0,
            new Second(
                new Second.Wish.Lower(Clearance.Channel.NONE),
                0,
                new UUID(0, 0),
                zero,
                GoldenEvents.erased())),
        new ClearanceEvent.SecondWithdrawn(0, new Second.Wish.Lift(0), 0, zero),
        new ClearanceEvent.InspectionOwed(0, List.of(), zero),
        new ClearanceEvent.ClearanceOverdue(0, zero));
  }

  private static Clearance.Hold minimalHold() {
    Instant zero = Instant.EPOCH;
    return new Clearance.Hold(
        0, Agency.BORDER_GUARD, Clearance.HoldKind.DOUBT, 0, zero, Optional.empty(), List.of());
  }

  private static Clearance nothing() {
    return new Clearance(
        0,
        Clearance.Channel.NONE,
        List.of(),
        new Stops(List.of(), List.of(), Optional.empty()),
        new Opening(Optional.empty(), List.of()),
        List.of(),
        List.of());
  }

  private static List<Event> events(ClearanceEvent... facts) {
    return java.util.Arrays.stream(facts).<Event>map(Event.OfClearance::new).toList();
  }
}
