package io.clearway.pairing;

import io.clearway.crossing.KeyHolder;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/// What can be asked of, or reported about, two-way trips and stays on the other side.
public sealed interface PairingCommand {

  /// A request of an officer: the trip is registered with that agency.
  ///
  /// @param seenExport the version of the export that the officer saw, when the officer's screen
  ///   says so
  /// @param seenImport the same of the import
  record ConfirmPair(long pair, KeyHolder agency, OptionalInt seenExport, OptionalInt seenImport)
      implements PairingCommand {}

  /// An officer heard from the other side that it holds the vehicle; said again under the same id
  /// it is said right.
  record ReportHeld(long visit, UUID key, Stay.Said said) implements PairingCommand {}

  /// An officer said it wrongly.
  record WithdrawHeld(long visit, UUID key) implements PairingCommand {}

  /// The system: both are registered, and one names the other.
  record LinkPair(long export, long imported) implements PairingCommand {}

  /// The system: neither names the other any more.
  record PartPair(long pair) implements PairingCommand {}

  /// The system: an amendment broke these conditions, or mended them.
  record JudgePair(long pair, List<String> broken) implements PairingCommand {}

  /// The system: what was told of that stay is no longer so.
  record JudgeStay(long visit) implements PairingCommand {}
}
