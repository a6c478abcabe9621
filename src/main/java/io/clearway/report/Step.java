package io.clearway.report;

import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Keys;
import io.clearway.crossing.Track;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A point of a passage, and whose turn it is to bring it about. Further steps are further rows:
/// nothing else knows how many there are.
///
/// @param party who is awaited
public record Step(String id, Party party) {

  /// Who can be awaited.
  public enum Party {
    TRADER,
    DRIVER,
    CUSTOMS,
    BORDER_GUARD,
    /// Whichever of customs and border guard has not turned its key.
    BOTH_KEYS,
    YARD,
    /// One after the other, over the whole stay.
    EVERYBODY
  }

  public static final Step REGISTERED = new Step("REGISTERED", Party.TRADER);
  public static final Step ARRIVED = new Step("ARRIVED", Party.DRIVER);
  public static final Step CUSTOMS_KEY = new Step("CUSTOMS_KEY", Party.CUSTOMS);
  public static final Step BORDER_GUARD_KEY = new Step("BORDER_GUARD_KEY", Party.BORDER_GUARD);
  public static final Step ENTERED = new Step("ENTERED", Party.BOTH_KEYS);
  public static final Step YARD_ENTERED = new Step("YARD_ENTERED", Party.DRIVER);
  public static final Step YARD_LEFT = new Step("YARD_LEFT", Party.YARD);
  public static final Step GATE_LEFT = new Step("GATE_LEFT", Party.DRIVER);

  /// In the order in which they are expected.
  public static final List<Step> ALL =
      List.of(
          REGISTERED,
          ARRIVED,
          CUSTOMS_KEY,
          BORDER_GUARD_KEY,
          ENTERED,
          YARD_ENTERED,
          YARD_LEFT,
          GATE_LEFT);

  /// From one step to another.
  ///
  /// @param party whose turn it is in between
  /// @param mirrored the other way round is an interval of its own and no contradiction
  public record Interval(String id, Step from, Step to, Party party, boolean mirrored) {
    static Interval of(Step from, Step to) {
      return new Interval(from.id() + "-" + to.id(), from, to, to.party(), false);
    }

    static Interval whole(Step from, Step to) {
      return new Interval(from.id() + "-" + to.id(), from, to, Party.EVERYBODY, false);
    }

    static Interval either(Step from, Step to) {
      return new Interval(from.id() + "-" + to.id(), from, to, to.party(), true);
    }
  }

  /// What is measured.
  public static final List<Interval> INTERVALS =
      List.of(
          Interval.of(REGISTERED, ARRIVED),
          Interval.of(ARRIVED, CUSTOMS_KEY),
          Interval.of(ARRIVED, BORDER_GUARD_KEY),
          Interval.either(CUSTOMS_KEY, BORDER_GUARD_KEY),
          Interval.either(BORDER_GUARD_KEY, CUSTOMS_KEY),
          Interval.of(ARRIVED, ENTERED),
          Interval.of(ENTERED, YARD_ENTERED),
          Interval.of(YARD_ENTERED, YARD_LEFT),
          Interval.of(YARD_LEFT, GATE_LEFT),
          Interval.whole(ARRIVED, GATE_LEFT));

  /// That a passage reached a step.
  record Mark(long crossing, Step step, Instant at) {}

  /// What an event of a passage marks. A report is of the device's clock, a key of ours.
  static List<Mark> of(CrossingEvent fact) {
    return switch (fact) {
      case CrossingEvent.VehicleArrived e -> mark(e.crossing(), ARRIVED, e.occurredAt());
      case CrossingEvent.FirstKeyTurned e -> mark(e.crossing(), key(e.agency()), e.at());
      case CrossingEvent.EntryCompleted e ->
          List.of(
              new Mark(e.crossing(), key(e.agency()), e.at()),
              new Mark(e.crossing(), ENTERED, e.at()));
      case CrossingEvent.KeyRenewed e -> mark(e.crossing(), key(e.agency()), e.at());
      case CrossingEvent.YardEntered e -> mark(e.crossing(), YARD_ENTERED, e.occurredAt());
      case CrossingEvent.YardLeft e -> mark(e.crossing(), YARD_LEFT, e.occurredAt());
      case CrossingEvent.GateLeft e -> mark(e.crossing(), GATE_LEFT, e.occurredAt());
      case CrossingEvent.CrossingCarried(Crossing c) -> carried(c);
      case CrossingEvent.KeySaidEarlier e -> List.of();
      case CrossingEvent.VehicleTurned e -> List.of();
      case CrossingEvent.TurningWithdrawn e -> List.of();
      case CrossingEvent.OfYard e -> List.of();
      case CrossingEvent.Away e -> List.of();
      case CrossingEvent.RegistrationLinked e -> List.of();
      case CrossingEvent.KeysVoided e -> List.of();
      case CrossingEvent.AgencyLate e -> List.of();
      case CrossingEvent.KeysPutOff e -> List.of();
      case CrossingEvent.ReportSetAside e -> List.of();
      case CrossingEvent.CrossingsRetired e -> List.of();
    };
  }

  private static List<Mark> mark(long crossing, Step step, Instant at) {
    return List.of(new Mark(crossing, step, at));
  }

  static Step key(KeyHolder agency) {
    return switch (agency) {
      case CUSTOMS -> CUSTOMS_KEY;
      case BORDER_GUARD -> BORDER_GUARD_KEY;
    };
  }

  /// What a passage shows that was carried into new books.
  private static List<Mark> carried(Crossing c) {
    Keys keys = c.keys();
    Track track = c.track();
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark(c.id(), ARRIVED, track.arrivedAt()));
    for (KeyHolder agency : KeyHolder.values()) {
      add(marks, c.id(), key(agency), keys.turnedAt(agency));
    }
    add(marks, c.id(), ENTERED, keys.enteredAt());
    add(marks, c.id(), YARD_ENTERED, track.yardEnteredAt());
    add(marks, c.id(), YARD_LEFT, track.yardLeftAt());
    add(marks, c.id(), GATE_LEFT, track.gateLeftAt());
    return List.copyOf(marks);
  }

  private static void add(List<Mark> marks, long crossing, Step step, Optional<Instant> at) {
    at.ifPresent(moment -> marks.add(new Mark(crossing, step, moment)));
  }
}
