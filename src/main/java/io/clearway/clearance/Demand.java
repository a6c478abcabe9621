package io.clearway.clearance;

import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationRules;
import io.clearway.site.Procedure;
import io.clearway.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which steps the procedure in force demands of a registration, and which words no longer stand
/// when it is amended.
final class Demand {

  private Demand() {}

  /// The steps of a new registration.
  static List<Clearance.Task> of(Registration load, Site site, Instant now) {
    Registration.Form form = load.form();
    boolean elsewhere = load.via() == Registration.Via.PLATFORM;
    List<Clearance.Task> tasks = new ArrayList<>();
    for (Procedure.Step step : site.procedure().steps()) {
      if (concerns(step.applies(), form)) {
        Clearance.State state =
            asks(step.applies().trigger(), form) && !elsewhere
                ? new Clearance.State.Required(now, false)
                : new Clearance.State.Open();
        if (asks(step.applies().trigger(), form)
            || step.applies().trigger() == Procedure.Trigger.ON_REQUEST) {
          tasks.add(new Clearance.Task(step.code(), step.agency(), state, Duration.ZERO));
        }
      }
    }
    return List.copyOf(tasks);
  }

  /// The same after an amendment: what was said stays, what is demanded no longer falls away unless
  /// somebody worked on it, what is demanded now comes.
  static List<Clearance.Task> of(Clearance held, Registration load, Site site, Instant now) {
    List<Clearance.Task> demanded = of(load, site, now);
    List<Clearance.Task> tasks = new ArrayList<>();
    for (Procedure.Step step : site.procedure().steps()) {
      Optional<Clearance.Task> before = held.find(step.code());
      Optional<Clearance.Task> after =
          demanded.stream().filter(task -> task.step().equals(step.code())).findFirst();
      if (before.isPresent() && (worked(before.get()) || !rises(before.get(), after))) {
        if (after.isPresent() || worked(before.get())) {
          tasks.add(before.get());
        }
      } else {
        after.ifPresent(tasks::add);
      }
    }
    return List.copyOf(tasks);
  }

  /// It was not demanded unasked, and is now.
  private static boolean rises(Clearance.Task before, Optional<Clearance.Task> after) {
    return before.state() instanceof Clearance.State.Open
        && after.filter(Clearance::required).isPresent();
  }

  private static boolean worked(Clearance.Task task) {
    return switch (task.state()) {
      case Clearance.State.Confirmed c -> true;
      case Clearance.State.Refused r -> true;
      case Clearance.State.Requested r -> true;
      case Clearance.State.Required r -> r.again();
      case Clearance.State.Open o -> false;
    };
  }

  private static boolean concerns(Procedure.Applies applies, Registration.Form form) {
    if (applies.direction().filter(d -> d != form.direction()).isPresent()) {
      return false;
    }
    return applies.hs().isEmpty()
        || form.goods().stream()
            .flatMap(group -> group.lines().stream())
            .anyMatch(line -> applies.hs().stream().anyMatch(line.hsCode()::startsWith));
  }

  private static boolean asks(Procedure.Trigger trigger, Registration.Form form) {
    return switch (trigger) {
      case ALWAYS -> true;
      case ON_REQUEST -> false;
      case MEDICAL_ASKED -> form.quarantine().medical();
      case PLANT_ASKED -> form.quarantine().plant();
      case ANIMAL_ASKED -> form.quarantine().animal();
      case GOODS_RETURNED -> form.trade().regime() == Registration.Regime.RETURNED;
      case WITH_GOODS -> !RegistrationRules.empty(form.trade().regime());
      case TRANSPORT_PERMIT ->
          form.vehicles().stream().anyMatch(v -> v.papers().transportPermit().isPresent());
    };
  }

  /// C-21: the next visit asks again for whatever needs the vehicle in front of it.
  static List<ClearanceEvent> ended(Clearance held, Site site, Instant now) {
    List<String> anew =
        held.tasks().stream()
            .filter(Clearance::required)
            .map(Clearance.Task::step)
            .filter(code ->
                site.procedure()
                    .find(code)
                    .filter(step -> step.after().stream().allMatch(Procedure.Point.PAPERS::equals))
                    .filter(step -> step.following().isEmpty())
                    .isEmpty())
            .toList();
    ClearanceEvent ended = new ClearanceEvent.VisitEnded(held.registration(), anew, now);
    return Owing.changed(held.visited(anew, now), now)
        .map(owed -> List.of(ended, owed))
        .orElse(List.of(ended));
  }

  /// C-17: the words that rely on a field that changed; with any of them, or with a key, the word
  /// that opens the barrier.
  static List<String> voided(
      Clearance held, List<String> fields, boolean keys, Optional<String> barrier, Site site) {
    List<String> steps = new ArrayList<>();
    boolean any = keys;
    for (Clearance.Task task : held.tasks()) {
      boolean relies = RegistrationRules.relies(site, task.agency(), fields);
      any |= relies && said(task);
      boolean opens = barrier.filter(task.step()::equals).isPresent();
      if (relies && said(task) && !(opens && held.confirmed(task.step()))) {
        steps.add(task.step());
      }
    }
    if (any) {
      barrier.filter(held::confirmed).ifPresent(steps::add);
    }
    return List.copyOf(steps);
  }

  private static boolean said(Clearance.Task task) {
    return task.state() instanceof Clearance.State.Confirmed
        || task.state() instanceof Clearance.State.Refused;
  }
}
