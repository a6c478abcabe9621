package io.clearway.clearance;

import io.clearway.kernel.Refusal;
import io.clearway.kernel.Said;
import java.time.Instant;
import java.util.Optional;

/// Words out of their time: said before and heard now, or said of what has left.
final class Earlier {

  private Earlier() {}

  /// C-22: what opens the barrier is said now or not at all, and no word undoes a later one.
  static Optional<Refusal> untimely(
      ClearanceRules.Load load, Clearance.Task task, ClearanceCommand.ConfirmStep c) {
    Instant said = Said.at(c.said(), load.now());
    if (load.done().refusedAfter(load.clearance(), task.step(), said)) {
      return Optional.of(
          Refusal.of("REFUSED_SINCE", "C-22", "Your agency has refused since that was said."));
    }
    if (task.state() instanceof Clearance.State.Required r
        && !r.again()
        && r.since().isAfter(load.registration().registeredAt())
        && said.isBefore(r.since())) {
      return Optional.of(
          Refusal.of("SAID_TOO_LONG_AGO", "C-22", "That was said before this was asked."));
    }
    if (Owing.over(load, task.step()).filter(said::isBefore).isPresent()) {
      return Optional.of(
          Refusal.of("INSPECTED_SINCE", "C-22", "The load was inspected since that was said."));
    }
    return c.said().isPresent() && load.opensBarrier(c.step())
        ? Optional.of(
            Refusal.of(
                "RELEASED_EARLIER", "C-22", "What opens the barrier is said now or not at all."))
        : Said.fault(c.said(), load.now());
  }

  /// What is still said of a vehicle that has left: a hold that was said before (C-22), and what
  /// another step did for (C-23).
  static boolean late(ClearanceRules.Load load, ClearanceCommand.Work command) {
    if (command instanceof ClearanceCommand.PlaceHold c) {
      return load.visit().leftAt().filter(Said.at(c.said(), load.now())::isBefore).isPresent();
    }
    return (command instanceof ClearanceCommand.ConfirmStep c && doneByOther(load, c.step()))
        || (command instanceof ClearanceCommand.RefuseStep r && doneByOther(load, r.step()));
  }

  private static boolean doneByOther(ClearanceRules.Load load, String step) {
    return load.clearance()
        .find(step)
        .flatMap(task -> load.done().byOther(load.clearance(), task))
        .isPresent();
  }
}
