package io.clearway.crossing;

import io.clearway.kernel.Deadlines;
import java.time.Instant;
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
      case CrossingEvent.KeysVoided e -> voided(crossings, e);
      case CrossingEvent.KeyRenewed e -> renewed(crossings, e);
      case CrossingEvent.AgencyLate e -> late(crossings, e);
      case CrossingEvent.YardEntered e -> yardEntered(crossings, e);
      case CrossingEvent.YardLeft e -> yardLeft(crossings, e);
      case CrossingEvent.GateLeft e -> gateLeft(crossings, e);
      case CrossingEvent.ReportSetAside e -> crossings;
      case CrossingEvent.KeySaidEarlier e -> saidEarlier(crossings, e);
      case CrossingEvent.VehicleTurned e -> turned(crossings, e);
      case CrossingEvent.TurningWithdrawn e -> resumed(crossings, e);
      case CrossingEvent.KeysPutOff e -> putOff(crossings, e);
      case CrossingEvent.OfYard e -> inYard(crossings, e);
      case CrossingEvent.Away e -> crossings.with(crossings.outside().evolve(e));
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
        new Track.AtGate(e.occurredAt()),
        Turning.History.none(),
        Optional.empty());
  }

  private static Crossings inYard(Crossings crossings, CrossingEvent.OfYard e) {
    Crossing crossing = crossings.all().get(e.crossing());
    return crossings.with(
        switch (e) {
          case CrossingEvent.ReeferPlugged plugged -> {
            if (!crossing.track().isIn(plugged.yard()) || crossing.plugged()) {
              throw corrupt(e);
            }
            yield crossing.with(new Plugging(e.occurredAt(), Optional.empty()));
          }
          case CrossingEvent.ReeferUnplugged unplugged ->
              crossing.with(
                  crossing
                      .plugging()
                      .filter(p -> p.to().isEmpty())
                      .orElseThrow(() -> corrupt(e))
                      .ended(e.occurredAt()));
          case CrossingEvent.PlaceAssigned assigned -> {
            if (!(crossing.track() instanceof Track.InYard here)
                || !here.yard().equals(assigned.yard())) {
              throw corrupt(e);
            }
            yield crossing.with(here.on(new Placing(assigned.place(), e.occurredAt())));
          }
        });
  }

  private static Crossings turned(Crossings crossings, CrossingEvent.VehicleTurned e) {
    Crossing crossing = crossings.all().get(e.crossing());
    if (!crossing.live() || crossing.turned().isPresent()) {
      throw corrupt(e);
    }
    return changed(crossings, crossing, crossing.with(crossing.turnings().with(e.turning())));
  }

  private static Crossings resumed(Crossings crossings, CrossingEvent.TurningWithdrawn e) {
    Crossing crossing = crossings.all().get(e.crossing());
    if (!crossing.live() || crossing.turned().isEmpty()) {
      throw corrupt(e);
    }
    Keys later = e.due().map(crossing.keys()::until).orElse(crossing.keys());
    Turning.History passes = crossing.turnings().withdrawn(e.at());
    return changed(crossings, crossing, crossing.with(passes).with(later));
  }

  private static Crossings putOff(Crossings crossings, CrossingEvent.KeysPutOff e) {
    Crossing crossing = crossings.all().get(e.crossing());
    if (crossing.keys().deadline().isEmpty()) {
      throw corrupt(e);
    }
    return changed(crossings, crossing, crossing.with(crossing.keys().until(e.due())));
  }

  private static Crossings saidEarlier(Crossings crossings, CrossingEvent.KeySaidEarlier e) {
    Crossing crossing = crossings.all().get(e.crossing());
    if (crossing.keys().of(e.agency()).isEmpty()) {
      throw corrupt(e);
    }
    Keys earlier = crossing.keys().said(e.agency(), e.said(), e.inTime());
    return withKeys(crossings, crossing, earlier);
  }

  private static Crossings firstKey(Crossings crossings, CrossingEvent.FirstKeyTurned e) {
    Crossing crossing = crossings.all().get(e.crossing());
    if (!(crossing.keys() instanceof Keys.None)) {
      throw corrupt(e);
    }
    Keys.Turned by = new Keys.Turned(e.actor(), e.at());
    return withKeys(crossings, crossing, new Keys.One(e.agency(), by, e.otherDue(), false));
  }

  private static Crossings secondKey(Crossings crossings, CrossingEvent.EntryCompleted e) {
    Crossing crossing = crossings.all().get(e.crossing());
    Keys keys = crossing.keys();
    Optional<Keys.Turned> other = keys.of(e.agency().other());
    if (other.isEmpty() || keys.of(e.agency()).isPresent() || keys.enteredAt().isPresent()) {
      throw corrupt(e);
    }
    Keys.Turned second = new Keys.Turned(e.actor(), e.at());
    Optional<KeyHolder> late = keys.overdue() ? Optional.of(e.agency()) : Optional.empty();
    Keys.Both both =
        switch (e.agency()) {
          case BORDER_GUARD -> Keys.Both.first(second, other.get(), late);
          case CUSTOMS -> Keys.Both.first(other.get(), second, late);
        };
    return withKeys(crossings, crossing, both);
  }

  private static Crossings voided(Crossings crossings, CrossingEvent.KeysVoided e) {
    Crossing crossing = crossings.all().get(e.crossing());
    Keys keys = crossing.keys();
    if (!crossing.live() || e.agencies().stream().anyMatch(a -> keys.of(a).isEmpty())) {
      throw corrupt(e);
    }
    return withKeys(
        crossings,
        crossing,
        new Keys.Again(
            keys.of(KeyHolder.BORDER_GUARD)
                .filter(k -> !e.agencies().contains(KeyHolder.BORDER_GUARD)),
            keys.of(KeyHolder.CUSTOMS).filter(k -> !e.agencies().contains(KeyHolder.CUSTOMS)),
            keys.enteredAt(),
            e.at(),
            e.due(),
            false));
  }

  private static Crossings renewed(Crossings crossings, CrossingEvent.KeyRenewed e) {
    Crossing crossing = crossings.all().get(e.crossing());
    if (!(crossing.keys() instanceof Keys.Again again) || again.of(e.agency()).isPresent()) {
      throw corrupt(e);
    }
    Optional<Keys.Turned> turned = Optional.of(new Keys.Turned(e.actor(), e.at()));
    boolean guards = e.agency() == KeyHolder.BORDER_GUARD;
    Optional<Keys.Turned> guard = guards ? turned : again.borderGuard();
    Optional<Keys.Turned> customs = guards ? again.customs() : turned;
    if (guard.isEmpty() || customs.isEmpty()) {
      return withKeys(
          crossings,
          crossing,
          new Keys.Again(
              guard, customs, again.entered(), again.asked(), again.due(), again.late()));
    }
    Instant entered = again.entered().orElseThrow(() -> corrupt(e));
    Optional<KeyHolder> late = again.late() ? Optional.of(e.agency()) : Optional.empty();
    return withKeys(crossings, crossing, new Keys.Both(guard.get(), customs.get(), late, entered));
  }

  private static Crossings late(Crossings crossings, CrossingEvent.AgencyLate e) {
    Crossing crossing = crossings.all().get(e.crossing());
    return switch (crossing.keys()) {
      case Keys.One one ->
          withKeys(crossings, crossing, new Keys.One(one.turned(), one.by(), one.due(), true));
      case Keys.Again again ->
          withKeys(
              crossings,
              crossing,
              new Keys.Again(
                  again.borderGuard(),
                  again.customs(),
                  again.entered(),
                  again.asked(),
                  again.due(),
                  true));
      case Keys.None none -> throw corrupt(e);
      case Keys.Both both -> throw corrupt(e);
    };
  }

  /// The passage with other keys.
  private static Crossings withKeys(Crossings crossings, Crossing crossing, Keys keys) {
    return changed(crossings, crossing, crossing.with(keys));
  }

  /// The passage as it is after, and what is due on it.
  private static Crossings changed(Crossings crossings, Crossing before, Crossing after) {
    Deadlines due = crossings.due();
    if (before.deadline().isPresent()) {
      due = due.without(before.deadline().get(), before.id());
    }
    if (after.deadline().isPresent()) {
      due = due.with(after.deadline().get(), after.id());
    }
    return crossings.with(after).withDue(due);
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
        crossing
            .deadline()
            .map(due -> crossings.withDue(crossings.due().without(due, e.crossing())))
            .orElse(crossings);
    return changed
        .with(crossing.with(gone))
        .withClosed(changed.closed().with(e.occurredAt(), e.crossing()));
  }

  private static Crossings carried(Crossings crossings, Crossing crossing) {
    Crossings held = crossings.begin(crossing);
    if (crossing.track() instanceof Track.Gone gone) {
      return held.withClosed(held.closed().with(gone.leftGateAt(), crossing.id()));
    }
    return crossing
        .deadline()
        .map(due -> held.withDue(held.due().with(due, crossing.id())))
        .orElse(held);
  }

  private static IllegalStateException corrupt(CrossingEvent event) {
    return new IllegalStateException("corrupt log: " + event + " cannot follow");
  }
}
