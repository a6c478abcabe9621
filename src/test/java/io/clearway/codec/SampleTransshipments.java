package io.clearway.codec;

import io.clearway.site.Handling;
import io.clearway.transshipment.Balance;
import io.clearway.transshipment.Transshipment;
import io.clearway.transshipment.TransshipmentEvent;

/// Events of goods that change vehicles of [SampleEvents].
final class SampleTransshipments {

  private final SampleValues values;

  SampleTransshipments(SampleValues values) {
    this.values = values;
  }

  TransshipmentEvent event(EventType type) {
    if (type == EventType.TRANSSHIPMENT_PLANNED) {
      return new TransshipmentEvent.TransshipmentPlanned(held());
    }
    if (type == EventType.TRANSSHIPMENT_REPLANNED) {
      return new TransshipmentEvent.TransshipmentReplanned(values.id(), plan());
    }
    if (type == EventType.TRANSSHIPMENT_CANCELLED) {
      return new TransshipmentEvent.TransshipmentCancelled(
          values.id(), values.id(), values.instant());
    }
    if (type == EventType.TRANSSHIPMENT_CALLED) {
      return new TransshipmentEvent.CalledToBay(
          values.id(), values.code(), values.instant(), values.instant());
    }
    if (type == EventType.CALL_LAPSED) {
      return new TransshipmentEvent.CallLapsed(values.id(), values.instant());
    }
    if (type == EventType.TRANSSHIPMENT_STARTED) {
      return new TransshipmentEvent.TransshipmentStarted(
          values.id(), values.code(), values.id(), values.instant(), values.instant());
    }
    if (type == EventType.VEHICLE_LOADED) {
      return new TransshipmentEvent.VehicleLoaded(values.id(), loading());
    }
    if (type == EventType.TRANSSHIPMENT_FINISHED) {
      return new TransshipmentEvent.TransshipmentFinished(
          values.id(),
          values.list(3, this::lot),
          values.list(3, this::difference),
          values.id(),
          values.instant(),
          values.instant());
    }
    if (type == EventType.TRANSSHIPMENT_SIGNED) {
      return new TransshipmentEvent.TransshipmentSigned(values.id(), signature());
    }
    return new TransshipmentEvent.TransshipmentCarried(held());
  }

  private Transshipment held() {
    return new Transshipment(
        values.id(),
        values.uuid(),
        values.id(),
        plan(),
        stage(),
        values.list(3, this::loading),
        values.optional(this::signature));
  }

  private Transshipment.Stage stage() {
    return switch (values.below(4)) {
      case 0 -> new Transshipment.Stage.Planned(values.instant());
      case 1 -> new Transshipment.Stage.Called(values.code(), values.instant(), values.instant());
      case 2 -> new Transshipment.Stage.Started(values.code(), values.instant(), values.instant());
      default ->
          new Transshipment.Stage.Finished(
              values.code(),
              values.instant(),
              values.instant(),
              values.instant(),
              values.list(3, this::lot),
              values.list(3, this::difference));
    };
  }

  private Transshipment.Plan plan() {
    return new Transshipment.Plan(
        values.id(),
        values.instant(),
        values.oneOf(Handling.Method.values()),
        values.list(3, this::lot),
        values.list(
            4, () -> new Transshipment.Receiver(values.id(), values.list(3, values::text))));
  }

  private Transshipment.Lot lot() {
    return new Transshipment.Lot(values.text(), values.below(100_000), values.id());
  }

  private Balance.Difference difference() {
    return new Balance.Difference(values.text(), values.below(1_000) - 500, -values.id());
  }

  private Transshipment.Loading loading() {
    return new Transshipment.Loading(
        values.id(),
        values.list(3, this::lot),
        values.text(),
        values.id(),
        values.instant(),
        values.instant());
  }

  private Transshipment.Signature signature() {
    return new Transshipment.Signature(
        values.id(), values.instant(), values.optional(values::personal));
  }
}
