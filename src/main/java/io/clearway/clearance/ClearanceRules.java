package io.clearway.clearance;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Refusal;
import io.clearway.kernel.Said;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationRules;
import io.clearway.site.Procedure;
import io.clearway.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Clearance as pure functions. Rules: docs/rules/clearance.md.
public final class ClearanceRules {

  private ClearanceRules() {}

  /// What the rules need to know from elsewhere.
  ///
  /// @param colleagues officers of the agency that speaks who asked for what takes two
  /// @param elsewhere what the vehicle waits for beside its own load: goods that change vehicles
  public record Facts(
      Site site,
      long actor,
      List<Long> colleagues,
      long nextId,
      Optional<Registration> registration,
      Optional<Visit> visit,
      Waits.Elsewhere elsewhere) {

    Optional<String> barrier(Instant now) {
      return registration.flatMap(held -> ClearanceRules.barrier(site, held, now));
    }

    boolean live() {
      return visit.filter(seen -> !seen.live()).isEmpty();
    }

    Visit seen(Registration held) {
      return visit.orElseGet(() -> notHere(held));
    }
  }

  /// The step that opens the barrier for that load today.
  public static Optional<String> barrier(Site site, Registration held, Instant now) {
    return site.procedure()
        .barrier(held.form().direction(), site.dayOf(now).toString())
        .map(Procedure.Step::code);
  }

  /// Of a vehicle that has not come.
  public static Visit notHere(Registration held) {
    return new Visit(
        held.form().gate(),
        held.form().direction(),
        held.registeredAt(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  /// Who holds the load, and whose second officer is asked for.
  public static List<Awaited> busy(Clearance held, Instant now) {
    List<Awaited> all = new ArrayList<>(Awaited.holders(held));
    all.addAll(Seconds.askedOf(held, now));
    return List.copyOf(all);
  }

  /// Whether an inspection is owed or under way.
  public static boolean inspecting(Clearance held) {
    return Inspecting.owed(held);
  }

  public static Decision<ClearanceEvent> decide(
      Clearances clearances, ClearanceCommand command, Facts facts, Instant now) {
    Optional<Clearance> held = clearances.find(command.registration());
    Optional<Load> load =
        held.flatMap(c -> facts.registration().map(r -> new Load(c, r, facts, now)));
    return switch (command) {
      case ClearanceCommand.Require c -> {
        Decision<ClearanceEvent> demanded = require(held, c, facts, now);
        yield load.filter(l -> facts.live())
            .map(l -> Turns.with(clearances, l, c.voided(), demanded))
            .orElse(demanded);
      }
      case ClearanceCommand.EndVisit c ->
          load.map(l -> Decision.accept(Demand.ended(l.clearance(), facts.site(), now)))
              .orElseGet(ClearanceRules::unknown);
      case ClearanceCommand.Work c ->
          load.map(l ->
                  facts.live() || Earlier.late(l, c)
                      ? Turns.with(clearances, l, List.of(), decide(l, c))
                      : no("ALREADY_GONE", "C-4", "The vehicle has left."))
              .orElseGet(ClearanceRules::unknown);
    };
  }

  private static Decision<ClearanceEvent> unknown() {
    return no("CLEARANCE_UNKNOWN", "C-1", "There is no such load.");
  }

  private static Decision<ClearanceEvent> decide(Load load, ClearanceCommand.Work command) {
    return switch (command) {
      case ClearanceCommand.RequestStep c -> request(load, c);
      case ClearanceCommand.ConfirmStep c -> Barriers.asked(load, c, ClearanceRules::confirm);
      case ClearanceCommand.ConfirmByRule c -> Automation.confirm(load, c);
      case ClearanceCommand.RefuseStep c -> refuse(load, c);
      case ClearanceCommand.PlaceHold c -> Holding.place(load, c);
      case ClearanceCommand.LiftHold c -> Holding.lift(load, c);
      case ClearanceCommand.WithdrawSecond c -> Seconds.withdraw(load, c);
      case ClearanceCommand.SetChannel c -> Inspecting.channel(load, c);
      case ClearanceCommand.OpenInspection c -> Inspecting.open(load, c);
      case ClearanceCommand.JoinInspection c -> Inspecting.join(load, c);
      case ClearanceCommand.RecordResult c -> Inspecting.result(load, c);
    };
  }

  /// One load, as every rule sees it.
  record Load(Clearance clearance, Registration registration, Facts facts, Instant now) {

    long id() {
      return clearance.registration();
    }

    Visit visit() {
      return facts.seen(registration);
    }

    Done done() {
      return Done.on(facts.site(), now);
    }

    boolean opensBarrier(String step) {
      return facts.barrier(now).filter(step::equals).isPresent();
    }

    /// What was just asked for is not in the release that was given.
    List<ClearanceEvent> with(ClearanceEvent event) {
      List<ClearanceEvent> events = new ArrayList<>();
      events.add(event);
      facts
          .barrier(now)
          .filter(clearance::confirmed)
          .ifPresent(step -> events.add(new ClearanceEvent.StepsVoided(id(), List.of(step), now)));
      return List.copyOf(events);
    }

    /// The event, and when it was said if that was before.
    Decision<ClearanceEvent> said(ClearanceEvent event, String line, Instant at) {
      return at.isBefore(now)
          ? Decision.accept(
              List.of(event, new ClearanceEvent.SaidEarlier(id(), line, facts.actor(), at, now)))
          : Decision.accept(event);
    }

    /// How long it was the turn of the task's agency up to now.
    Duration waited(Clearance.Task task) {
      return waited(task, now);
    }

    /// How long it was its turn until it spoke.
    Duration waited(Clearance.Task task, Instant said) {
      return waits(clearance, visit(), said).of(clearance, task).forAgency().minus(task.waited());
    }

    Waits waits(Clearance held, Visit visit) {
      return waits(held, visit, now);
    }

    private Waits waits(Clearance held, Visit visit, Instant at) {
      return new Waits(
          facts.site(),
          visit,
          held.pauses(),
          new Waits.Barrier(facts.barrier(now), facts.elsewhere()),
          at);
    }
  }

  static Decision<ClearanceEvent> no(String code, String rule, String detail) {
    return Decision.refuse(Refusal.of(code, rule, detail));
  }

  static Decision<ClearanceEvent> unmet(
      String code, String rule, String detail, List<String> unmet) {
    return Decision.refuse(new Refusal(code, rule, detail, List.copyOf(unmet), List.of()));
  }

  /// The system asks; where no procedure is in force nothing follows.
  private static Decision<ClearanceEvent> require(
      Optional<Clearance> held, ClearanceCommand.Require c, Facts facts, Instant now) {
    if (facts.registration().isEmpty() || facts.site().procedure().steps().isEmpty()) {
      return Decision.accept(List.of());
    }
    Registration registration = facts.registration().get();
    if (held.isEmpty()) {
      return Decision.accept(
          new ClearanceEvent.ClearanceOpened(
              registration.id(), Demand.of(registration, facts.site(), now), now));
    }
    if (!facts.live()) {
      return Decision.accept(List.of());
    }
    List<ClearanceEvent> events = new ArrayList<>();
    List<Clearance.Task> tasks = Demand.of(held.get(), registration, facts.site(), now);
    if (!tasks.equals(held.get().tasks())) {
      events.add(new ClearanceEvent.StepsChanged(registration.id(), tasks, now));
    }
    events.addAll(Inspecting.voided(held.get(), c.changed(), facts.site(), now));
    List<String> voided =
        Demand.voided(
            held.get(),
            c.changed(),
            !c.voided().isEmpty() || more(held.get(), tasks),
            facts.barrier(now),
            facts.site());
    if (!voided.isEmpty()) {
      events.add(new ClearanceEvent.StepsVoided(registration.id(), voided, now));
    }
    return Decision.accept(List.copyOf(events));
  }

  /// Something is required that was not.
  private static boolean more(Clearance held, List<Clearance.Task> tasks) {
    return tasks.stream()
        .filter(Clearance::required)
        .anyMatch(task -> held.find(task.step()).filter(Clearance::required).isEmpty());
  }

  private static Decision<ClearanceEvent> request(Load load, ClearanceCommand.RequestStep c) {
    Optional<Clearance.Task> task = load.clearance().find(c.step());
    if (task.isEmpty() || !(task.get().state() instanceof Clearance.State.Open)) {
      return no("STEP_NOT_OPEN", "C-18", "This step is required already, or not offered.");
    }
    if (load.done().needless(load.clearance(), c.step())) {
      return needless();
    }
    return Decision.accept(
        load.with(
            new ClearanceEvent.StepRequested(
                load.id(), c.step(), load.facts().actor(), load.now())));
  }

  private static Decision<ClearanceEvent> needless() {
    return no("STEP_NOT_NEEDED", "C-23", "Another step was confirmed that does for this one.");
  }

  private static Decision<ClearanceEvent> confirm(Load load, ClearanceCommand.ConfirmStep c) {
    Optional<Clearance.Task> task = load.clearance().find(c.step()).filter(Clearance::required);
    if (task.isEmpty()) {
      return no("STEP_NOT_REQUIRED", "C-2", "This step is not required of this load.");
    }
    if (task.get().agency() != c.agency()) {
      return no("OTHER_AGENCY", "C-3", "This step is another agency's.");
    }
    if (task.get().state() instanceof Clearance.State.Confirmed) {
      return no("ALREADY_CONFIRMED", "C-5", "This step is confirmed already.");
    }
    if (load.done().needless(load.clearance(), c.step())) {
      return needless();
    }
    Optional<Refusal> untimely = Earlier.untimely(load, task.get(), c);
    if (untimely.isPresent()) {
      return Decision.refuse(untimely.get());
    }
    if (stale(load, c)) {
      return no("STALE", "C-6", "What you confirm was amended since you saw it; look again.");
    }
    List<String> unmet = unmet(load, task.get());
    // What has left can be looked into no more.
    unmet.removeIf(word -> word.equals(Inspecting.OWED) && !load.visit().live());
    if (!unmet.isEmpty()) {
      return load.opensBarrier(c.step())
          ? unmet("NOT_RELEASABLE", "C-9", "Not everything is done that must be.", unmet)
          : unmet("STEP_NOT_READY", "C-7", "It is not this step's turn yet.", unmet);
    }
    Clearance.Word word =
        new Clearance.Word(load.facts().actor(), load.now(), c.seen(), c.note(), Optional.empty());
    Instant said = Said.at(c.said(), load.now());
    return load.said(
        new ClearanceEvent.StepConfirmed(load.id(), c.step(), word, load.waited(task.get(), said)),
        c.step(),
        said);
  }

  /// What opens the barrier is said of exactly the version that stands.
  private static boolean stale(Load load, ClearanceCommand.ConfirmStep c) {
    return load.opensBarrier(c.step())
        ? !c.seen().equals(OptionalInt.of(load.registration().version()))
        : RegistrationRules.amendedSince(
            load.facts().site(), load.registration(), c.agency(), c.seen());
  }

  /// What is missing before that step can be confirmed; of the one that opens the barrier all that
  /// is missing for leaving.
  static List<String> unmet(Load load, Clearance.Task task) {
    List<String> unmet = new ArrayList<>();
    load.facts()
        .site()
        .procedure()
        .find(task.step())
        .ifPresent(
            step -> unmet.addAll(Waits.unmet(load.clearance(), step, load.visit(), load.done())));
    if (load.opensBarrier(task.step())) {
      missing(load.clearance(), task.step(), load.visit(), load.done()).stream()
          .filter(word -> !unmet.contains(word))
          .forEach(unmet::add);
      unmet.addAll(load.facts().elsewhere().keeps());
    }
    return unmet;
  }

  /// Everything that keeps the load from leaving beside the word that opens the barrier.
  ///
  /// @param barrier the step that opens it
  public static List<String> missing(Clearance held, String barrier, Visit visit, Done done) {
    List<String> missing = new ArrayList<>();
    if (visit.arrivedAt().isEmpty()) {
      missing.add(Procedure.Point.VEHICLE.name());
    } else {
      visit.missingKeys().forEach(agency -> missing.add("KEY_" + agency));
    }
    for (Clearance.Task task : held.tasks()) {
      if (!task.step().equals(barrier) && !done.with(held, task)) {
        missing.add(task.step());
      }
    }
    held.holds().stream().map(hold -> "HOLD_" + hold.agency()).distinct().forEach(missing::add);
    if (Inspecting.owed(held)) {
      missing.add(Inspecting.OWED);
    }
    return List.copyOf(missing);
  }

  /// C-8: with a refusal the word that opens the barrier falls, and with that of customs clearance
  /// the release that did for it; of what has left nothing falls any more.
  private static Decision<ClearanceEvent> refuse(Load load, ClearanceCommand.RefuseStep c) {
    Optional<Clearance.Task> task = load.clearance().find(c.step()).filter(Clearance::required);
    if (task.isEmpty()) {
      return no("STEP_NOT_REQUIRED", "C-2", "This step is not required of this load.");
    }
    if (task.get().agency() != c.agency()) {
      return no("OTHER_AGENCY", "C-3", "This step is another agency's.");
    }
    if (task.get().state() instanceof Clearance.State.Refused) {
      return no("ALREADY_REFUSED", "C-5", "This step is refused already.");
    }
    if (load.done().needless(load.clearance(), c.step())) {
      return needless();
    }
    Clearance.Word word =
        new Clearance.Word(
            load.facts().actor(), load.now(), OptionalInt.empty(), c.note(), Optional.empty());
    ClearanceEvent refused =
        new ClearanceEvent.StepRefused(load.id(), c.step(), word, load.waited(task.get()));
    if (!load.visit().live()) {
      return Decision.accept(refused);
    }
    List<ClearanceEvent> events =
        new ArrayList<>(load.opensBarrier(c.step()) ? List.of(refused) : load.with(refused));
    load.done()
        .releaseOf(load.clearance(), c.step())
        .ifPresent(step ->
            events.add(new ClearanceEvent.StepsVoided(load.id(), List.of(step), load.now())));
    return Decision.accept(List.copyOf(events));
  }
}
