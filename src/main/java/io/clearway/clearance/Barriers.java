package io.clearway.clearance;

import io.clearway.kernel.Decision;
import io.clearway.site.Procedure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// The step that opens the barrier is the one in force on the day, also of a load that was asked
/// about when it was another one (C-20).
public final class Barriers {

  private Barriers() {}

  /// Confirms; the step that opens the barrier today is demanded first, when it is not yet.
  static Decision<ClearanceEvent> asked(
      ClearanceRules.Load load,
      ClearanceCommand.ConfirmStep c,
      BiFunction<ClearanceRules.Load, ClearanceCommand.ConfirmStep, Decision<ClearanceEvent>>
          confirm) {
    return missing(load.clearance(), load.facts().barrier(load.now()))
        .filter(c.step()::equals)
        .flatMap(load.facts().site().procedure()::find)
        .map(step -> with(load, step))
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

  /// The step that opens the barrier, when something is asked for and that is not.
  ///
  /// @param barrier the step in force
  public static Optional<String> missing(Clearance held, Optional<String> barrier) {
    return barrier
        .filter(step -> held.tasks().stream().anyMatch(Clearance::required))
        .filter(step -> held.find(step).filter(Clearance::required).isEmpty());
  }

  /// whether the load might leave then, as far as is known now. The word that opens the
  /// barrier was given when nothing else was missing, and falls with whatever is missing later:
  /// given before and standing, or fallen since, it stood then.
  ///
  /// @param barrier the step that opened it on that day
  public static boolean mightLeave(
      Clearance held, Optional<String> barrier, Instant then, Done done) {
    if (!held.stops().noneAt(then)) {
      return false;
    }
    Optional<Clearance.Task> opens = barrier.flatMap(held::find).filter(Clearance::required);
    return opens.isEmpty()
        ? held.with(Stops.NONE).mayLeave(done) && missing(held, barrier).isEmpty()
        : switch (opens.get().state()) {
          case Clearance.State.Confirmed(Clearance.Word word) -> !word.at().isAfter(then);
          case Clearance.State.Required r -> r.again() && r.since().isAfter(then);
          case Clearance.State.Refused r -> false;
          case Clearance.State.Requested r -> false;
          case Clearance.State.Open o -> false;
        };
  }

  /// Whether the goods were free then, which went on in another vehicle: as [#mightLeave], but for
  /// the word that opens the barrier to the vehicle that brought them.
  public static boolean goodsFree(
      Clearance held, Optional<String> barrier, Instant then, Done done) {
    return held.unheldAt(then)
        && held.tasks().stream()
            .filter(Clearance::required)
            .filter(task -> barrier.filter(task.step()::equals).isEmpty())
            .allMatch(task -> stood(held, task, then, done));
  }

  private static boolean stood(Clearance held, Clearance.Task task, Instant then, Done done) {
    boolean fellSince =
        task.state() instanceof Clearance.State.Required r && r.again() && r.since().isAfter(then);
    return fellSince || done.at(held, task).filter(at -> !at.isAfter(then)).isPresent();
  }

  /// The steps with the missing one.
  private static List<Clearance.Task> with(ClearanceRules.Load load, Procedure.Step step) {
    List<Clearance.Task> tasks = new ArrayList<>(load.clearance().tasks());
    tasks.removeIf(task -> task.step().equals(step.code()));
    tasks.add(
        new Clearance.Task(
            step.code(),
            step.agency(),
            new Clearance.State.Required(load.now(), false),
            Duration.ZERO));
    return List.copyOf(tasks);
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
