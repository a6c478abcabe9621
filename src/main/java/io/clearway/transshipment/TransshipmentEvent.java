package io.clearway.transshipment;

import java.time.Instant;
import java.util.List;

/// What happened to goods that change vehicles. `occurredAt` is the operator's clock, `at` ours.
public sealed interface TransshipmentEvent {

  long transshipment();

  /// Of what is planned for the first time, with the stage at its begin.
  record TransshipmentPlanned(Transshipment opened) implements TransshipmentEvent {
    @Override
    public long transshipment() {
      return opened.id();
    }
  }

  /// Planned differently; a call is void with it.
  record TransshipmentReplanned(long transshipment, Transshipment.Plan plan)
      implements TransshipmentEvent {}

  record TransshipmentCancelled(long transshipment, long actor, Instant at)
      implements TransshipmentEvent {}

  /// Bay, crew and receiving vehicles are reserved together.
  ///
  /// @param until when the call lapses
  record CalledToBay(long transshipment, String area, Instant until, Instant at)
      implements TransshipmentEvent {}

  record CallLapsed(long transshipment, Instant at) implements TransshipmentEvent {}

  record TransshipmentStarted(
      long transshipment, String area, long actor, Instant occurredAt, Instant at)
      implements TransshipmentEvent {}

  record VehicleLoaded(long transshipment, Transshipment.Loading loading)
      implements TransshipmentEvent {}

  /// @param differences beyond the tolerance
  record TransshipmentFinished(
      long transshipment,
      List<Transshipment.Lot> remaining,
      List<Balance.Difference> differences,
      long actor,
      Instant occurredAt,
      Instant at)
      implements TransshipmentEvent {}

  record TransshipmentSigned(long transshipment, Transshipment.Signature signature)
      implements TransshipmentEvent {}

  /// One as it stood when the books were closed.
  record TransshipmentCarried(Transshipment held) implements TransshipmentEvent {
    @Override
    public long transshipment() {
      return held.id();
    }
  }
}
