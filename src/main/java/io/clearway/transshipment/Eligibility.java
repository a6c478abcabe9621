package io.clearway.transshipment;

import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceRules;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.KeyHolder;
import io.clearway.site.Procedure;
import io.clearway.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether goods may change vehicles (đủ điều kiện sang tải, 符合过驳条件): everything that is missing,
/// at once. Rules: docs/rules/transshipment.md, T-5.
public final class Eligibility {

  /// No bay and no crew is reserved.
  public static final String NOT_CALLED = "BAY";

  private Eligibility() {}

  /// What is missing, as codes: of the source `SOURCE_…`, of the n-th receiving vehicle
  /// `RECEIVER_n_…`; empty when goods may change vehicles.
  ///
  /// @param parties the source first, then the receiving vehicles as planned
  public static List<String> unmet(Transshipment held, List<Party> parties, Site site) {
    List<String> unmet = new ArrayList<>();
    Party source = parties.getFirst();
    unmet.addAll(of("SOURCE_", source, site));
    if (!Planning.numbers(source.papers().form()).equals(held.plan().numbers())) {
      unmet.add("SOURCE_LOTS");
    }
    if (source.here() && source.passage().flatMap(c -> c.track().inYard()).isEmpty()) {
      unmet.add("SOURCE_IN_YARD");
    }
    source
        .load()
        .ifPresent(load -> {
          load.holds().stream()
              .map(hold -> "SOURCE_HOLD_" + hold.agency())
              .distinct()
              .forEach(unmet::add);
          if (ClearanceRules.inspecting(load)) {
            unmet.add("SOURCE_INSPECTION");
          }
        });
    for (int i = 1; i < parties.size(); i++) {
      unmet.addAll(of("RECEIVER_" + i + "_", parties.get(i), site));
      if (!Planning.receives(parties.get(i), source.papers().form())) {
        unmet.add("RECEIVER_" + i + "_PAPERS");
      }
    }
    if (held.stage() instanceof Transshipment.Stage.Planned) {
      unmet.add(NOT_CALLED);
    }
    return List.copyOf(unmet);
  }

  private static List<String> of(String who, Party party, Site site) {
    List<String> unmet = new ArrayList<>();
    if (party.foreign()) {
      permit(party, site).ifPresent(missing -> unmet.add(who + missing));
    }
    if (!party.here()) {
      unmet.add(who + Procedure.Point.VEHICLE);
      return unmet;
    }
    for (KeyHolder holder : party.missingKeys()) {
      unmet.add(who + "KEY_" + holder);
    }
    if (party.passage().flatMap(Crossing::turned).isPresent()) {
      unmet.add(who + "TURNED");
    }
    return unmet;
  }

  /// The international transport permit is registered, and confirmed where a step confirms it.
  private static Optional<String> permit(Party party, Site site) {
    if (party.papers().form().leading().papers().transportPermit().isEmpty()) {
      return Optional.of("PERMIT");
    }
    boolean open =
        party.load().stream()
            .flatMap(load -> load.tasks().stream())
            .filter(Clearance::required)
            .filter(task -> confirmsPermit(site, task.step()))
            .anyMatch(task -> !(task.state() instanceof Clearance.State.Confirmed));
    return open ? Optional.of("PERMIT_CONFIRMED") : Optional.empty();
  }

  private static boolean confirmsPermit(Site site, String step) {
    return site.procedure()
        .find(step)
        .filter(s -> s.applies().trigger() == Procedure.Trigger.TRANSPORT_PERMIT)
        .isPresent();
  }
}
