package io.clearway.twin;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityEvent;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.clearance.ClearanceEvent;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.KeyHolder;
import io.clearway.registration.Registration;
import io.clearway.site.Agency;
import io.clearway.turn.TurnCommand;
import io.clearway.turn.TurnEvent;
import io.clearway.world.Command;
import io.clearway.world.Event;
import io.clearway.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Who spoke, in whose name, when, and about which version: what was said must show in the entry
/// that it made, whatever the rules thought of it. Mutable, for one run.
final class SpokenBooks {

  private static final Duration NOW = Duration.ofMinutes(1);
  private static final Duration BELIEVED = Duration.ofMinutes(35);

  private final Set<Long> revoked = new TreeSet<>();

  /// Who may lift each hold.
  private final TreeMap<Long, List<Agency>> lifters = new TreeMap<>();

  /// I29, I31: every word is said by somebody of that agency, who is enrolled, at a gate of theirs.
  void check(World world, List<Event> entry) {
    for (Event event : entry) {
      if (event instanceof Event.OfAuthority(AuthorityEvent.ActorRevoked(long actor))) {
        revoked.add(actor);
      }
      if (event instanceof Event.OfCrossing(CrossingEvent fact)) {
        check(world, fact);
      }
      if (event instanceof Event.OfClearance(ClearanceEvent fact)) {
        check(world, fact);
      }
    }
  }

  private void check(World world, CrossingEvent fact) {
    if (fact instanceof CrossingEvent.FirstKeyTurned e) {
      turned(world, e.crossing(), e.agency(), e.actor());
    }
    if (fact instanceof CrossingEvent.EntryCompleted e) {
      turned(world, e.crossing(), e.agency(), e.actor());
    }
    if (fact instanceof CrossingEvent.KeyRenewed e) {
      turned(world, e.crossing(), e.agency(), e.actor());
    }
  }

  private void turned(World world, long crossing, KeyHolder holder, long actor) {
    Crossing passage = world.crossings().all().get(crossing);
    of(world, Agency.valueOf(holder.name()), actor, passage.gate());
  }

  private void check(World world, ClearanceEvent fact) {
    if (fact instanceof ClearanceEvent.StepConfirmed e && e.word().rule().isEmpty()) {
      of(world, agency(world, e.registration(), e.step()), e.word().actor(), gate(world, fact));
    }
    if (fact instanceof ClearanceEvent.StepRefused e) {
      of(world, agency(world, e.registration(), e.step()), e.word().actor(), gate(world, fact));
    }
    if (fact instanceof ClearanceEvent.HoldPlaced e) {
      of(world, e.hold().agency(), e.hold().actor(), gate(world, fact));
      lifters.put(e.hold().id(), e.hold().lifters());
    }
    if (fact instanceof ClearanceEvent.HoldLifted e) {
      of(world, e.agency(), e.actor(), gate(world, fact));
      boolean may = lifters.getOrDefault(e.hold(), List.of()).contains(e.agency());
      Invariants.require(may, "lifted by another agency: " + e);
    }
  }

  private void of(World world, Agency agency, long actor, String gate) {
    Invariants.require(!revoked.contains(actor), "who was revoked speaks: " + actor);
    Optional<Actor> who = world.authorities().find(actor);
    boolean may =
        who.flatMap(a -> a.role().agency()).filter(agency::equals).isPresent()
            && who.get().scope().covers(gate);
    Invariants.require(may, agency + " is spoken for at " + gate + " by " + who);
  }

  private static Agency agency(World world, long registration, String step) {
    return world
        .clearances()
        .find(registration)
        .flatMap(held -> held.find(step))
        .map(Clearance.Task::agency)
        .orElseThrow();
  }

  private static String gate(World world, ClearanceEvent fact) {
    return world.registrations().all().get(fact.registration()).form().gate();
  }

  /// C-22, C-6.
  static void check(World world, Command command, List<Event> entry, Instant now) {
    Optional<Instant> said = said(command);
    Optional<Instant> earlier = said.filter(at -> at.isBefore(now.minus(NOW)));
    List<Instant> kept = new ArrayList<>();
    for (Event event : entry) {
      if (event instanceof Event.OfCrossing(CrossingEvent.KeySaidEarlier e) && e.at().equals(now)) {
        kept.add(e.said());
      }
      if (event instanceof Event.OfClearance(ClearanceEvent.SaidEarlier e) && e.at().equals(now)) {
        kept.add(e.said());
      }
    }
    Invariants.require(
        kept.equals(earlier.stream().toList()), "said at " + earlier + " and kept as " + kept);
    Invariants.require(
        said.filter(at -> at.isBefore(now.minus(BELIEVED))).isEmpty(), "believed so late: " + said);
    released(world, command, now);
    signed(command, entry);
  }

  /// I11: who closes a roll signs what was seen.
  private static void signed(Command command, List<Event> entry) {
    for (Event event : entry) {
      if (event instanceof Event.OfTurn(TurnEvent.RollClosed e)
          && command instanceof Command.OfTurn(TurnCommand.CloseRoll c)) {
        Invariants.require(e.closing().version() == c.version(), "signed unseen: " + e);
      }
    }
  }

  private static Optional<Instant> said(Command command) {
    if (command instanceof Command.OfCrossing(CrossingCommand.ConfirmEntry c)) {
      return c.said();
    }
    if (command instanceof Command.OfClearance(ClearanceCommand.ConfirmStep c)) {
      return c.said();
    }
    return command instanceof Command.OfClearance(ClearanceCommand.PlaceHold c)
        ? c.said()
        : Optional.empty();
  }

  /// I2: what opens the barrier is said of exactly the version that stands.
  private static void released(World world, Command command, Instant now) {
    if (!(command instanceof Command.OfClearance(ClearanceCommand.ConfirmStep c))) {
      return;
    }
    int version = world.registrations().all().get(c.registration()).version();
    boolean opens = opens(world, c.registration(), c.step(), now);
    Invariants.require(!opens || c.seen().equals(OptionalInt.of(version)), "released unseen: " + c);
  }

  /// Whether that step opens the barrier for that load on that day.
  static boolean opens(World world, long registration, String step, Instant now) {
    Registration held = world.registrations().all().get(registration);
    return world
        .sites()
        .get()
        .procedure()
        .barrier(held.form().direction(), world.sites().get().dayOf(now).toString())
        .filter(barrier -> barrier.code().equals(step))
        .isPresent();
  }
}
