package io.clearway.codec;

import io.clearway.crossing.KeyHolder;
import io.clearway.fleet.Change;
import io.clearway.fleet.FleetEvent;
import io.clearway.fleet.PoolDriver;
import io.clearway.fleet.Visit;
import io.clearway.registration.Registration;
import io.clearway.registration.Tractor;

/// Events of what drives of [SampleEvents].
final class SampleFleet {

  private final SampleValues values;

  SampleFleet(SampleValues values) {
    this.values = values;
  }

  FleetEvent event(EventType type) {
    if (type == EventType.TRACTOR_ASKED) {
      return new FleetEvent.TractorAsked(change());
    }
    if (type == EventType.TRACTOR_KEY_TURNED) {
      return new FleetEvent.TractorKeyTurned(
          values.id(), values.id(), agency(), values.id(), values.instant());
    }
    if (type == EventType.TRACTOR_CHANGED) {
      return new FleetEvent.TractorChanged(
          values.id(), values.id(), agency(), values.id(), values.instant());
    }
    if (type == EventType.TRACTOR_ASK_ENDED) {
      return new FleetEvent.TractorAskEnded(
          values.id(), values.id(), values.optional(this::agency), values.id(), values.instant());
    }
    if (type == EventType.TRACTOR_SEEN) {
      return new FleetEvent.TractorSeen(
          values.id(),
          values.id(),
          values.oneOf(FleetEvent.Sight.values()),
          values.flag(),
          values.instant(),
          values.instant());
    }
    if (type == EventType.TRACTOR_LEFT) {
      return new FleetEvent.TractorLeft(
          values.id(), values.id(), values.instant(), values.instant(), values.flag());
    }
    if (type == EventType.FLEET_FORGOTTEN) {
      return new FleetEvent.FleetForgotten(values.list(3, values::id), values.list(3, values::id));
    }
    return type == EventType.TRACTOR_CARRIED ? new FleetEvent.ChangeCarried(change()) : visit(type);
  }

  private FleetEvent visit(EventType type) {
    if (type == EventType.DRIVER_ENROLLED) {
      return new FleetEvent.DriverEnrolled(driver());
    }
    if (type == EventType.DRIVER_ASSIGNED) {
      return new FleetEvent.DriverAssigned(values.id(), values.id(), values.id(), values.instant());
    }
    if (type == EventType.DRIVER_FREED) {
      return new FleetEvent.DriverFreed(
          values.id(), values.optionalId(), values.flag(), values.id(), values.instant());
    }
    if (type == EventType.PERSONS_CAME_IN) {
      return new FleetEvent.PersonsCameIn(visit());
    }
    if (type == EventType.PERSONS_WENT_OUT) {
      return new FleetEvent.PersonsWentOut(
          values.id(),
          values.id(),
          values.list(3, () -> values.below(9)),
          values.id(),
          values.id(),
          values.instant());
    }
    return new FleetEvent.StayTold(
        values.id(), values.id(), told(), values.instant(), values.instant());
  }

  private PoolDriver driver() {
    return new PoolDriver(
        values.id(),
        values.uuid(),
        values.code(),
        values.personal(),
        values.personal(),
        new SampleForms(values).driver().documents(),
        values.flag(),
        values.optional(
            () -> new PoolDriver.Assignment(values.id(), values.id(), values.instant())));
  }

  private Visit.Told told() {
    return values.oneOf(Visit.Told.values());
  }

  private Visit visit() {
    return new Visit(
        values.id(),
        values.uuid(),
        values.id(),
        values.code(),
        values.personal(),
        values.instant(),
        values.optional(() -> new Visit.Stay(values.instant(), values.instant())),
        values.list(
            3,
            () ->
                new Visit.Guest(
                    values.personal(),
                    values.optional(() -> new Visit.Out(values.instant(), values.id())))),
        told());
  }

  private KeyHolder agency() {
    return values.oneOf(KeyHolder.values());
  }

  private Change change() {
    return new Change(
        values.id(),
        values.uuid(),
        values.id(),
        values.id(),
        values.code(),
        values.personal(),
        new Tractor(
            values.personal(),
            values.personal(),
            values.below(3),
            values.oneOf(Registration.Country.values()),
            new SampleForms(values).driver(),
            values.optional(values::text),
            values.optional(values::text),
            values.optional(values::text),
            values.optional(values::text)),
        word(),
        values.optional(this::word),
        values.optional(this::word),
        values.optional(values::instant),
        values.optional(values::instant),
        values.optional(values::instant));
  }

  private Change.Word word() {
    return new Change.Word(values.id(), values.instant());
  }
}
