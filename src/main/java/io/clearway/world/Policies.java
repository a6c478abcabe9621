package io.clearway.world;

import io.clearway.crossing.Contradiction;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.CrossingEvent;
import io.clearway.reconciliation.CaseCommand;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What follows by itself from an event, in the published order (docs/rules/policies.md). A policy
/// proposes commands that `decide` must accept.
final class Policies {

  private Policies() {}

  /// The policies in their order.
  private static final List<Policy> ORDER =
      List.of(
          Policies::papersCame,
          Policies::reasonGone,
          Policies::contradiction,
          Policies::entryComplete,
          Policies::keyOverdue);

  private interface Policy {
    /// The commands that follow; `world` is as it is right after the event.
    List<Command> follow(World world, Event event);
  }

  /// The commands that follow from the event, policy by policy.
  static void follow(World world, Event event, List<Command> into) {
    for (Policy policy : ORDER) {
      into.addAll(policy.follow(world, event));
    }
  }

  /// P-1: a registration comes for a vehicle that was seen already. One that still stands there is
  /// served before one that has gone.
  private static List<Command> papersCame(World world, Event event) {
    if (!(event instanceof Event.OfRegistration(RegistrationEvent.Registered e))) {
      return List.of();
    }
    Registration.Form form = e.registration().form();
    Optional<Crossing> waiting =
        world.crossings().withoutPapers(form.leading().plate().subject()).stream()
            .filter(c -> c.gate().equals(form.gate()) && c.direction() == form.direction())
            .min(Comparator.comparing(c -> !c.live()));
    return waiting
        .<List<Command>>map(c ->
            List.of(
                new Command.OfCrossing(
                    new CrossingCommand.LinkRegistration(c.id(), e.registration().id()))))
        .orElse(List.of());
  }

  /// P-2: with its papers there, the case that it was seen without them is over.
  private static List<Command> reasonGone(World world, Event event) {
    if (!(event instanceof Event.OfCrossing(CrossingEvent.RegistrationLinked e))) {
      return List.of();
    }
    return List.of(
        new Command.OfCase(
            new CaseCommand.CloseCase(e.crossing(), Contradiction.SEEN_BEFORE_REGISTERED)));
  }

  /// P-3: what contradicts the state opens a case.
  private static List<Command> contradiction(World world, Event event) {
    if (!(event instanceof Event.OfCrossing(CrossingEvent fact))) {
      return List.of();
    }
    return Contradicted.by(fact)
        .<List<Command>>map(c -> List.of(new Command.OfCase(c)))
        .orElse(List.of());
  }

  /// P-4: both keys turned: the trader is told.
  private static List<Command> entryComplete(World world, Event event) {
    if (!(event instanceof Event.OfCrossing(CrossingEvent.EntryCompleted e))) {
      return List.of();
    }
    return List.of(
        new Command.OfWorld(
            new WorldCommand.OpenObligation(Obligation.Kind.ENTRY_COMPLETE, e.crossing())));
  }

  /// P-5: the missing key's time came: its agency is late.
  private static List<Command> keyOverdue(World world, Event event) {
    if (!(event instanceof Event.OfWorld(WorldEvent.KeyDue e))) {
      return List.of();
    }
    return List.of(new Command.OfCrossing(new CrossingCommand.DeclareLate(e.crossing())));
  }
}
