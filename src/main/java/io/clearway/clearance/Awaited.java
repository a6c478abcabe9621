package io.clearway.clearance;

import io.clearway.site.Agency;
import java.time.Instant;
import java.util.List;

/// An agency that has to act, for what, and since when.
///
/// @param line of the waits, `HOLD_` and its kind, [#SECOND] or [#TRANSSHIPMENT]
public record Awaited(Agency agency, String line, Instant since) {

  /// A second officer is asked for.
  public static final String SECOND = "SECOND";

  /// What changed vehicles is to be signed.
  public static final String TRANSSHIPMENT = "TRANSSHIPMENT_SIGNED";

  private static final String HOLD = "HOLD_";

  /// What is waited for of whoever holds a load so.
  public static String line(Clearance.HoldKind kind) {
    return HOLD + kind;
  }

  /// Who holds the load; where it said that others lift the hold, these.
  public static List<Awaited> holders(Clearance held) {
    return held.holds().stream()
        .flatMap(hold ->
            (hold.lifters().contains(hold.agency()) ? List.of(hold.agency()) : hold.lifters())
                .stream().map(agency -> new Awaited(agency, line(hold.kind()), hold.at())))
        .toList();
  }
}
