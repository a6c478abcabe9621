package io.clearway.clearance;

import io.clearway.kernel.Decision;
import io.clearway.site.Agency;
import io.clearway.site.Procedure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns that end without a word: a hold comes, a key becomes void, the step before is asked again,
/// another step does for this one. What was waited for the agency until then is kept. With the word
/// that did for a step the step is asked again.
final class Turns {

  private static final String KEY = "KEY_";

  private Turns() {}

  /// The agency whose key of the entry is meant, if one is.
  static Optional<Agency> key(String line) {
    return line.startsWith(KEY)
        ? Optional.of(Agency.valueOf(line.substring(KEY.length())))
        : Optional.empty();
  }

  /// The events with the turns that end with them.
  ///
  /// @param voided whose keys are void from now on
  static Decision<ClearanceEvent> with(
      Clearances before,
      ClearanceRules.Load load,
      List<Agency> voided,
      Decision<ClearanceEvent> decision) {
    return switch (decision) {
      case Decision.Refused<ClearanceEvent> refused -> refused;
      case Decision.Accepted<ClearanceEvent>(List<ClearanceEvent> events) -> {
        // Under no edit: what is only tried out changes nothing that others hold.
        Clearances after = before.under(null);
        for (ClearanceEvent event : events) {
          after = after.evolve(event);
        }
        List<ClearanceEvent> more = new ArrayList<>(events);
        Clearance later = after.find(load.id()).orElse(load.clearance());
        Optional<ClearanceEvent> owed = Owing.changed(later, load.now());
        if (owed.isPresent()) {
          more.add(owed.get());
          later = after.evolve(owed.get()).find(load.id()).orElse(later);
        }
        List<ClearanceEvent.Ended> ended = ended(load, later, voided);
        if (!ended.isEmpty()) {
          more.add(new ClearanceEvent.TurnsEnded(load.id(), ended, load.now()));
        }
        List<String> fallen = load.done().fallen(load.clearance(), later);
        if (!fallen.isEmpty()) {
          more.add(new ClearanceEvent.StepsVoided(load.id(), fallen, load.now()));
        }
        yield Decision.accept(List.copyOf(more));
      }
    };
  }

  private static List<ClearanceEvent.Ended> ended(
      ClearanceRules.Load load, Clearance after, List<Agency> voided) {
    Waits waits = load.waits(load.clearance(), load.visit());
    Waits later = load.waits(after, load.visit().without(voided, load.now()));
    Instant until = load.visit().leftAt().filter(load.now()::isAfter).orElse(load.now());
    List<ClearanceEvent.Ended> ended = new ArrayList<>();
    for (Agency agency : voided) {
      waits
          .round(load.clearance(), agency)
          .ifPresent(waited -> ended.add(new ClearanceEvent.Ended(KEY + agency, waited)));
    }
    for (Clearance.Task task : load.clearance().tasks()) {
      Optional<Instant> turn = turn(load, waits, load.clearance(), task.step());
      boolean open = after.find(task.step()).filter(Clearance.Task::open).isPresent();
      if (turn.isPresent() && open && turn(load, later, after, task.step()).isEmpty()) {
        Duration waited = waits.worked(task.agency(), turn.get(), until);
        ended.add(new ClearanceEvent.Ended(task.step(), waited));
      }
    }
    for (Inspection.Owed owed : load.clearance().owed()) {
      Optional<Instant> turn = waits.turn(owed);
      if (turn.isPresent() && Owing.of(after, owed.agency()).flatMap(later::turn).isEmpty()) {
        Duration waited = waits.worked(owed.agency(), turn.get(), until);
        ended.add(new ClearanceEvent.Ended(Inspection.line(owed.agency()), waited));
      }
    }
    return List.copyOf(ended);
  }

  private static Optional<Instant> turn(
      ClearanceRules.Load load, Waits waits, Clearance held, String code) {
    Optional<Procedure.Step> step = load.facts().site().procedure().find(code);
    Optional<Clearance.Task> task = held.find(code).filter(Clearance.Task::open);
    return step.isPresent() && task.isPresent()
        ? waits.turn(held, task.get(), step.get())
        : Optional.empty();
  }
}
