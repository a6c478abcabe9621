package io.clearway.authority;

import io.clearway.kernel.Refusal;
import io.clearway.site.Agency;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/// Who hands a shift over to whom: officers of one agency, at the same gates. Rules:
/// docs/rules/authority.md, A-14 and A-15.
public final class HandOver {

  private HandOver() {}

  /// What stands for the agency in a proposal.
  public static UUID of(Agency agency) {
    return UUID.nameUUIDFromBytes(("shift of " + agency.name()).getBytes(StandardCharsets.UTF_8));
  }

  /// Why that actor may not propose, approve or withdraw it; empty for every other matter.
  ///
  /// @param subject of the proposal
  static Optional<Refusal> fault(Matter matter, UUID subject, Optional<Actor> asking) {
    return switch (matter) {
      case ENROL_ACTOR, RESCOPE_ACTOR, RENEW_SECRET, REFUND, ADJUST_CHARGE, ASSIGN_MONEY ->
          Optional.empty();
      case HAND_OVER_SHIFT ->
          asking
                  .flatMap(actor -> actor.role().agency())
                  .filter(agency -> of(agency).equals(subject))
                  .isPresent()
              ? Optional.empty()
              : Optional.of(
                  Refusal.of(
                      "OTHER_AGENCY_SHIFT", "A-14", "A shift is handed over within one agency."));
    };
  }

  /// Why the actor cannot take over what the other hands over.
  static Optional<Refusal> gates(Matter matter, Optional<Actor> from, Optional<Actor> to) {
    return switch (matter) {
      case ENROL_ACTOR, RESCOPE_ACTOR, RENEW_SECRET, REFUND, ADJUST_CHARGE, ASSIGN_MONEY ->
          Optional.empty();
      case HAND_OVER_SHIFT ->
          from.isPresent() && to.isPresent() && reaches(to.get().scope(), from.get().scope())
              ? Optional.empty()
              : Optional.of(
                  Refusal.of(
                      "OTHER_GATES", "A-15", "Who takes over works at every gate of the sheet."));
    };
  }

  private static boolean reaches(Scope to, Scope from) {
    return to.gates().isEmpty() || (!from.gates().isEmpty() && to.covers(from.gates()));
  }
}
