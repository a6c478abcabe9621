package io.clearway.transshipment;

import io.clearway.registration.Registrations;
import io.clearway.registration.Spelling;

/// One seal is on one vehicle. Rules: docs/rules/transshipment.md, T-7.
public final class Seals {

  private Seals() {}

  /// Whether another vehicle has that seal. A container or a trailer that changes vehicles as it is
  /// keeps the seal with which it came.
  public static boolean inUse(
      Transshipments known, Registrations registrations, TransshipmentCommand.RecordLoading c) {
    String seal = Spelling.seal(c.seal());
    boolean whole =
        known
            .find(c.transshipment())
            .filter(held -> TransshipmentRules.whole(held.plan().method()))
            .isPresent();
    boolean registered =
        registrations
            .bySeal()
            .find(seal)
            .filter(owner -> owner != c.receiver())
            .filter(owner -> !(whole && keeps(known, c, owner)))
            .isPresent();
    return registered
        || known.all().values().stream()
            .flatMap(held -> held.loadings().stream())
            .filter(loading -> loading.registration() != c.receiver())
            .anyMatch(loading -> Spelling.seal(loading.seal()).equals(seal));
  }

  private static boolean keeps(
      Transshipments known, TransshipmentCommand.RecordLoading c, long owner) {
    return known.find(c.transshipment()).filter(held -> held.source() == owner).isPresent();
  }
}
