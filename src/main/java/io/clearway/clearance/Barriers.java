package io.clearway.clearance;

import io.clearway.kernel.Decision;
import io.clearway.site.Procedure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// The step that opens the barrier is the one in force on the day, also of a load that was asked
/// about when it was another one (C-20).
final class Barriers {

  private Barriers() {}

  /// Confirms; the step that opens the barrier today is demanded first, when it is not yet.
  static Decision<ClearanceEvent> asked(
      ClearanceRules.Load load,
      ClearanceCommand.ConfirmStep c,
      BiFunction<ClearanceRules.Load, ClearanceCommand.ConfirmStep, Decision<ClearanceEvent>>
          confirm) {
    Optional<List<Clearance.Task>> tasks =
        load.opensBarrier(c.step()) ? demanded(load, c.step()) : Optional.empty();
    return tasks
        .map(asked -> {
          Clearance clearance = load.clearance().withTasks(asked);
          var with =
              new ClearanceRules.Load(clearance, load.registration(), load.facts(), load.now());
          return after(
              new ClearanceEvent.StepsChanged(load.id(), asked, load.now()),
              confirm.apply(with, c));
        })
        .orElseGet(() -> confirm.apply(load, c));
  }

  /// The steps with that one, when something is asked for and that is not.
  private static Optional<List<Clearance.Task>> demanded(ClearanceRules.Load load, String step) {
    List<Clearance.Task> held = load.clearance().tasks();
    boolean there = load.clearance().find(step).filter(Clearance::required).isPresent();
    Optional<Procedure.Step> opens = load.facts().site().procedure().find(step);
    if (there || opens.isEmpty() || held.stream().noneMatch(Clearance::required)) {
      return Optional.empty();
    }
    List<Clearance.Task> tasks = new ArrayList<>(held);
    tasks.removeIf(task -> task.step().equals(step));
    tasks.add(
        new Clearance.Task(
            step,
            opens.get().agency(),
            new Clearance.State.Required(load.now(), false),
            Duration.ZERO));
    return Optional.of(List.copyOf(tasks));
  }

  private static Decision<ClearanceEvent> after(
      ClearanceEvent first, Decision<ClearanceEvent> decision) {
    return switch (decision) {
      case Decision.Refused<ClearanceEvent> refused -> refused;
      case Decision.Accepted<ClearanceEvent>(List<ClearanceEvent> events) -> {
        List<ClearanceEvent> all = new ArrayList<>();
        all.add(first);
        all.addAll(events);
        yield Decision.accept(List.copyOf(all));
      }
    };
  }
}
