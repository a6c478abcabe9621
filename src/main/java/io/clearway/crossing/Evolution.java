package io.clearway.crossing;

import java.util.List;
import java.util.Optional;

/// How an event changes the passages: total for what the rules can produce, else the log is corrupt
/// and it throws [IllegalStateException].
public final class Evolution {

  private Evolution() {}

  public static Crossings evolve(Crossings crossings, CrossingEvent event) {
    return switch (event) {
      case CrossingEvent.VehicleArrived e -> crossings.begin(begun(e));
      case CrossingEvent.RegistrationLinked e ->
          crossings.with(crossings.all().get(e.crossing()).withRegistration(e.registration()));
      case CrossingEvent.FirstKeyTurned e -> firstKey(crossings, e);
      case CrossingEvent.EntryCompleted e -> secondKey(crossings, e);
      case CrossingEvent.AgencyLate e -> late(crossings, e);
      case CrossingEvent.YardEntered e -> yardEntered(crossings, e);
      case CrossingEvent.YardLeft e -> yardLeft(crossings, e);
      case CrossingEvent.GateLeft e -> gateLeft(crossings, e);
      case CrossingEvent.ReportSetAside e -> crossings;
      case CrossingEvent.CrossingCarried(Crossing crossing) -> carried(crossings, crossing);
      case CrossingEvent.CrossingsRetired(List<Long> ids) -> {
        Crossings rest = crossings;
        for (long id : ids) {
          rest = rest.without(id);
        }
        yield rest;
      }
    };
  }

  static Crossing begun(CrossingEvent.VehicleArrived e) {
    return new Crossing(
        e.crossing(),
        e.key(),
        e.registration(),
        e.plate(),
        e.gate(),
        e.direction(),
        new Keys.None(),
        new Track.AtGate(e.occurredAt()));
  }

  private static Crossings firstKey(Crossings crossings, CrossingEvent.FirstKeyTurned e) {
    Crossing crossing = crossings.all().get(e.crossing());
    if (!(crossing.keys() instanceof Keys.None)) {
      throw corrupt(e);
    }
    Keys.Turned by = new Keys.Turned(e.actor(), e.at());
    return crossings
        .with(crossing.with(new Keys.One(e.agency(), by, e.otherDue(), false)))
        .withDue(crossings.due().with(e.otherDue(), e.crossing()));
  }

  private static Crossings secondKey(Crossings crossings, CrossingEvent.EntryCompleted e) {
    Crossing crossing = crossings.all().get(e.crossing());
    if (!(crossing.keys() instanceof Keys.One one) || one.turned() == e.agency()) {
      throw corrupt(e);
    }
    Keys.Turned second = new Keys.Turned(e.actor(), e.at());
    Optional<Agency> late = one.late() ? Optional.of(e.agency()) : Optional.empty();
    Keys.Both both =
        switch (e.agency()) {
          case BORDER_GUARD -> new Keys.Both(second, one.by(), late);
          case CUSTOMS -> new Keys.Both(one.by(), second, late);
        };
    return crossings
        .with(crossing.with(both))
        .withDue(crossings.due().without(one.due(), e.crossing()));
  }

  private static Crossings late(Crossings crossings, CrossingEvent.AgencyLate e) {
    Crossing crossing = crossings.all().get(e.crossing());
    if (!(crossing.keys() instanceof Keys.One one)) {
      throw corrupt(e);
    }
    return crossings
        .with(crossing.with(new Keys.One(one.turned(), one.by(), one.due(), true)))
        .withDue(crossings.due().without(one.due(), e.crossing()));
  }

  private static Crossings yardEntered(Crossings crossings, CrossingEvent.YardEntered e) {
    Crossing crossing = crossings.all().get(e.crossing());
    if (!(crossing.track() instanceof Track.AtGate here)) {
      throw corrupt(e);
    }
    return crossings.with(
        crossing.with(new Track.InYard(here.arrivedAt(), e.yard(), e.occurredAt())));
  }

  private static Crossings yardLeft(Crossings crossings, CrossingEvent.YardLeft e) {
    Crossing crossing = crossings.all().get(e.crossing());
    Track before = crossing.track();
    if (!(before instanceof Track.AtGate) && !(before instanceof Track.InYard)) {
      throw corrupt(e);
    }
    return crossings.with(
        crossing.with(
            new Track.OutOfYard(before.arrivedAt(), before.yardEnteredAt(), e.occurredAt())));
  }

  private static Crossings gateLeft(Crossings crossings, CrossingEvent.GateLeft e) {
    Crossing crossing = crossings.all().get(e.crossing());
    if (!crossing.live()) {
      throw corrupt(e);
    }
    Track before = crossing.track();
    Track gone =
        new Track.Gone(
            before.arrivedAt(), before.yardEnteredAt(), before.yardLeftAt(), e.occurredAt());
    Crossings changed =
        crossing.keys() instanceof Keys.One one
            ? crossings.withDue(crossings.due().without(one.due(), e.crossing()))
            : crossings;
    return changed
        .with(crossing.with(gone))
        .withClosed(changed.closed().with(e.occurredAt(), e.crossing()));
  }

  private static Crossings carried(Crossings crossings, Crossing crossing) {
    Crossings held = crossings.begin(crossing);
    if (crossing.track() instanceof Track.Gone gone) {
      return held.withClosed(held.closed().with(gone.leftGateAt(), crossing.id()));
    }
    return crossing.keys() instanceof Keys.One one && !one.late()
        ? held.withDue(held.due().with(one.due(), crossing.id()))
        : held;
  }

  private static IllegalStateException corrupt(CrossingEvent event) {
    return new IllegalStateException("corrupt log: " + event + " cannot follow");
  }
}
