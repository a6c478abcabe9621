package io.clearway.clearance;

import io.clearway.kernel.Decision;
import io.clearway.site.Procedure;
import io.clearway.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Confirmation by a rule that the step's agency authorised, without a person.
final class Automation {

  private Automation() {}

  /// C-10: never what opens the barrier, never against a hold or in the red channel.
  static Decision<ClearanceEvent> confirm(
      ClearanceRules.Load load, ClearanceCommand.ConfirmByRule c) {
    Site site = load.facts().site();
    Optional<Procedure.Automatic> rule =
        site.procedure()
            .rule(c.rule(), site.dayOf(load.now()).toString())
            .filter(r -> r.step().equals(c.step()));
    Optional<Clearance.Task> task = load.clearance().find(c.step()).filter(Clearance::required);
    if (rule.isEmpty() || task.isEmpty() || task.get().agency() != rule.get().agency()) {
      return ClearanceRules.no(
          "RULE_NOT_IN_FORCE", "C-10", "No agency authorised this rule for this step.");
    }
    if (c.observations().isEmpty()) {
      return ClearanceRules.no("OBSERVATION_MISSING", "C-10", "A rule names what was observed.");
    }
    if (task.get().state() instanceof Clearance.State.Confirmed) {
      return ClearanceRules.no("ALREADY_CONFIRMED", "C-5", "This step is confirmed already.");
    }
    List<String> unmet = againstRule(load, task.get());
    if (!unmet.isEmpty()) {
      return ClearanceRules.unmet(
          "STEP_NOT_READY", "C-10", "A rule cannot confirm this now.", unmet);
    }
    Clearance.ByRule by =
        new Clearance.ByRule(c.rule(), rule.get().agency(), List.copyOf(c.observations()));
    Clearance.Word word =
        new Clearance.Word(
            load.facts().actor(),
            load.now(),
            OptionalInt.of(load.registration().version()),
            Optional.empty(),
            Optional.of(by));
    return Decision.accept(
        new ClearanceEvent.StepConfirmed(load.id(), c.step(), word, load.waited(task.get())));
  }

  /// What keeps a rule, and not a person, from confirming that step.
  private static List<String> againstRule(ClearanceRules.Load load, Clearance.Task task) {
    List<String> unmet = new ArrayList<>(ClearanceRules.unmet(load, task));
    load.clearance().holds().forEach(hold -> unmet.add("HOLD_" + hold.agency()));
    if (load.clearance().channel() == Clearance.Channel.RED) {
      unmet.add("CHANNEL_RED");
    }
    if (load.opensBarrier(task.step())) {
      unmet.add("PERSON");
    }
    if (task.state() instanceof Clearance.State.Refused) {
      unmet.add("PERSON");
    }
    return unmet;
  }
}
