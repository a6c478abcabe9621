package io.clearway.world;

import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.clearance.ClearanceEvent;
import io.clearway.crossing.Contradiction;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.KeyHolder;
import io.clearway.reconciliation.CaseCommand;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationEvent;
import io.clearway.site.Agency;
import java.time.Instant;
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
          Policies::stepsRequired,
          Policies::papersAmended,
          Policies::reasonGone,
          Policies::contradiction,
          Policies::entryComplete,
          Policies::keyOverdue,
          Policies::testOver,
          Dues::charged,
          Turnings::told,
          Turnings::ended,
          Turnings::comesBack,
          Handlings::left,
          Handlings::unbalanced,
          Handlings::next,
          Handlings::called,
          Drives::changed,
          Drives::left,
          Drives::unseen,
          Drives::twice,
          Drives::cameIn,
          Drives::otherVehicle,
          Drives::wentOut,
          Drives::stays,
          Drives::undriven,
          TwoWay::paired,
          TwoWay::moved,
          TwoWay::told);

  private interface Policy {
    /// Adds the commands that follow; `world` is as it is right after the event.
    void follow(World world, Event event, List<Command> into);
  }

  /// Adds the commands that follow from the event, policy by policy.
  static void follow(World world, Event event, List<Command> into) {
    for (Policy policy : ORDER) {
      policy.follow(world, event, into);
    }
  }

  /// P-1: a registration comes, or its plate is set right, for a vehicle that was seen already. One
  /// that still stands there is served before one that has gone.
  private static void papersCame(World world, Event event, List<Command> into) {
    if (event instanceof Event.OfRegistration(RegistrationEvent.Registered e)) {
      link(world, e.registration().id(), e.registration().form(), into);
    }
    if (event instanceof Event.OfRegistration(RegistrationEvent.Amended e)
        && !world.crossings().holdsRegistration(e.registration())) {
      link(world, e.registration(), e.form(), into);
    }
  }

  private static void link(
      World world, long registration, Registration.Form form, List<Command> into) {
    List<Crossing> waiting = world.crossings().withoutPapers(form.leading().plate().subject());
    if (waiting.isEmpty()) {
      return;
    }
    waiting.stream()
        .filter(c -> c.gate().equals(form.gate()) && c.direction() == form.direction())
        .min(Comparator.comparing(c -> !c.live()))
        .map(c -> new CrossingCommand.LinkRegistration(c.id(), registration))
        .ifPresent(link -> into.add(new Command.OfCrossing(link)));
  }

  /// P-6: an amendment changes what an agency has confirmed: its key is void.
  private static void papersAmended(World world, Event event, List<Command> into) {
    if (event instanceof Event.OfRegistration(RegistrationEvent.Amended e)) {
      Amendments.live(world, e.registration())
          .ifPresent(crossing -> {
            List<KeyHolder> agencies = Amendments.voids(world, crossing, e);
            if (!agencies.isEmpty()) {
              into.add(
                  new Command.OfCrossing(new CrossingCommand.VoidKeys(crossing.id(), agencies)));
            }
          });
    }
  }

  /// P-7: the procedure in force is asked what it demands of a new registration, and again when it
  /// is amended; before a key becomes void, so that it sees for how long it was waited for.
  private static void stepsRequired(World world, Event event, List<Command> into) {
    if (!(event instanceof Event.OfRegistration)
        || world.sites().get().procedure().steps().isEmpty()) {
      return;
    }
    if (event instanceof Event.OfRegistration(RegistrationEvent.Registered e)) {
      require(e.registration().id(), List.of(), List.of(), into);
    }
    if (event instanceof Event.OfRegistration(RegistrationEvent.Amended e)
        && world.clearances().find(e.registration()).isPresent()) {
      List<Agency> keys =
          Amendments.live(world, e.registration()).stream()
              .flatMap(crossing -> Amendments.voids(world, crossing, e).stream())
              .map(Amendments::of)
              .toList();
      require(e.registration(), e.change().fields(), keys, into);
    }
  }

  private static void require(
      long registration, List<String> changed, List<Agency> keys, List<Command> into) {
    into.add(new Command.OfClearance(new ClearanceCommand.Require(registration, changed, keys)));
  }

  /// P-2: with its papers there, the case that it was seen without them is over.
  private static void reasonGone(World world, Event event, List<Command> into) {
    if (event instanceof Event.OfCrossing(CrossingEvent.RegistrationLinked e)) {
      var close = new CaseCommand.CloseCase(e.crossing(), Contradiction.SEEN_BEFORE_REGISTERED);
      into.add(new Command.OfCase(close));
    }
  }

  /// P-3: what contradicts the state opens a case.
  private static void contradiction(World world, Event event, List<Command> into) {
    if (event instanceof Event.OfCrossing(CrossingEvent fact)) {
      Contradicted.by(world, fact).forEach(open -> into.add(new Command.OfCase(open)));
    }
    if (event instanceof Event.OfClearance(ClearanceEvent fact)) {
      Contradicted.by(world, fact).ifPresent(open -> into.add(new Command.OfCase(open)));
    }
  }

  /// P-4: both keys turned: the trader is told.
  private static void entryComplete(World world, Event event, List<Command> into) {
    if (event instanceof Event.OfCrossing(CrossingEvent.EntryCompleted e)) {
      var notice = new WorldCommand.OpenObligation(Obligation.Kind.ENTRY_COMPLETE, e.crossing());
      into.add(new Command.OfWorld(notice));
    }
  }

  /// P-5: the missing key's time came: its agency is late.
  private static void keyOverdue(World world, Event event, List<Command> into) {
    if (event instanceof Event.OfWorld(WorldEvent.KeyDue e)) {
      into.add(new Command.OfCrossing(new CrossingCommand.DeclareLate(e.crossing())));
    }
  }

  /// P-11: a test is over, for which the clocks stood: those of missing keys, too.
  private static void testOver(World world, Event event, List<Command> into) {
    if (event instanceof Event.OfClearance(ClearanceEvent.HoldLifted e)) {
      Optional<Instant> stood =
          world
              .clearances()
              .find(e.registration())
              .filter(load -> !load.pauses().isEmpty())
              .map(load -> load.pauses().getLast())
              .filter(pause -> pause.to().equals(Optional.of(e.at())))
              .map(Clearance.Pause::from);
      Optional<Long> crossing = world.crossings().byRegistration().find(e.registration());
      if (stood.isPresent() && crossing.isPresent()) {
        into.add(
            new Command.OfCrossing(new CrossingCommand.PutOffKeys(crossing.get(), stood.get())));
      }
    }
  }
}
