package io.clearway.clearance;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Refusal;
import io.clearway.kernel.Said;
import java.util.Optional;

/// Holds: any agency places one on its own word; it is lifted by those whom it names.
final class Holding {

  private static final int MOST = 16;

  private Holding() {}

  static Decision<ClearanceEvent> place(ClearanceRules.Load load, ClearanceCommand.PlaceHold c) {
    if (c.lifters().isEmpty()) {
      return ClearanceRules.no("LIFTERS_MISSING", "C-11", "A hold says who may lift it.");
    }
    // Each agency's own: none keeps another from holding.
    if (load.clearance().holds().stream().filter(h -> h.agency() == c.agency()).count() >= MOST) {
      return ClearanceRules.no("TOO_MANY_HOLDS", "C-11", "So many holds of yours stand already.");
    }
    Optional<Refusal> untimely = Said.fault(c.said(), load.now());
    if (untimely.isPresent()) {
      return Decision.refuse(untimely.get());
    }
    Clearance.Hold hold =
        new Clearance.Hold(
            load.facts().nextId(),
            c.agency(),
            c.kind(),
            load.facts().actor(),
            load.now(),
            c.note(),
            c.lifters().stream().distinct().sorted().toList());
    return load.said(
        new ClearanceEvent.HoldPlaced(load.id(), hold), "HOLD", Said.at(c.said(), load.now()));
  }

  static Decision<ClearanceEvent> lift(ClearanceRules.Load load, ClearanceCommand.LiftHold c) {
    var hold = load.clearance().holds().stream().filter(h -> h.id() == c.hold()).findFirst();
    if (hold.isEmpty()) {
      return ClearanceRules.no("HOLD_UNKNOWN", "C-12", "There is no such hold.");
    }
    if (!hold.get().lifters().contains(c.agency())) {
      return ClearanceRules.no("NOT_LIFTER", "C-12", "Your agency may not lift this hold.");
    }
    Decision<ClearanceEvent> done =
        Decision.accept(
            new ClearanceEvent.HoldLifted(
                load.id(), c.hold(), c.agency(), load.facts().actor(), load.now()));
    return hold.get().byTwo()
        ? Seconds.twice(load, new Second.Wish.Lift(c.hold()), c.voice(), done)
        : done;
  }
}
