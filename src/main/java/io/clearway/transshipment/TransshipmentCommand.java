package io.clearway.transshipment;

import io.clearway.kernel.Personal;
import io.clearway.site.Handling;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What can be asked about goods that change vehicles. All are requests.
public sealed interface TransshipmentCommand {

  /// Who registered them says how, and into which vehicles; said again as long as it has not begun.
  ///
  /// @param lots at most 50
  /// @param receivers at most 20
  record Plan(
      UUID key,
      long source,
      Handling.Method method,
      List<Transshipment.Lot> lots,
      List<Transshipment.Receiver> receivers)
      implements TransshipmentCommand {}

  /// What is about one that is held.
  sealed interface OfOne extends TransshipmentCommand {
    long transshipment();
  }

  /// Who planned it thinks better of it.
  record Cancel(long transshipment) implements OfOne {}

  /// The yard's operator works on it.
  sealed interface OfYard extends OfOne {
    /// The operator's clock.
    Instant occurredAt();
  }

  record Start(long transshipment, Instant occurredAt) implements OfYard {}

  /// What one receiving vehicle took, with its seal; said again it is set right.
  record RecordLoading(
      long transshipment,
      long receiver,
      List<Transshipment.Lot> lots,
      String seal,
      Instant occurredAt)
      implements OfYard {}

  /// @param remaining what stays on the source
  record Finish(long transshipment, List<Transshipment.Lot> remaining, Instant occurredAt)
      implements OfYard {}

  /// Customs signs what was packed.
  ///
  /// @param reason needed when the balance is broken
  record Sign(long transshipment, Optional<Personal<String>> reason) implements OfOne {}

  /// The system: who stands first in that yard is called to the bays that are free.
  record CallNext(String yard) implements TransshipmentCommand {}

  /// The system: the vehicle that brings the goods has left before they were taken over.
  record Drop(long transshipment) implements OfOne {}
}
