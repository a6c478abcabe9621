package io.clearway.fee;

import io.clearway.kernel.Money;
import java.util.List;
import java.util.Optional;

/// One line of a charge, with everything that explains it.
///
/// @param clause code of the rate or the exemption in the tariff; empty when nothing there fits
/// @param goods the HS code that decides, empty without one
/// @param each the rate; empty when it is not known
/// @param quantity of trips or days
/// @param factors in the order of the tariff
/// @param amount what the line comes to; empty when the rate is not known
/// @param source where the rate was published, or what was looked for and not found
public record Line(
    FeeKind kind,
    String clause,
    Passing.Vehicle vehicle,
    String goods,
    Optional<Money> each,
    long quantity,
    List<Applied> factors,
    Optional<Money> amount,
    String source) {

  /// @param thousandths 1300 is 130 %
  public record Applied(String clause, int thousandths, String source) {}
}
