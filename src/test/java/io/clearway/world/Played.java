package io.clearway.world;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityEvent;
import io.clearway.authority.Role;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Trip;
import io.clearway.crossing.Turning;
import io.clearway.journal.Entry;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Edit;
import io.clearway.kernel.Personal;
import io.clearway.registration.Draft;
import io.clearway.registration.RegistrationCommand;
import io.clearway.site.SiteEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/// A small language for scenarios: one world, one clock, one actor per role (id = ordinal + 1).
public final class Played {
  World world = World.empty();
  Instant now = Instant.parse("2026-11-24T03:00:00Z");
  final List<Event> last = new ArrayList<>();

  /// Every entry that was made.
  final List<Entry> journal = new ArrayList<>();

  /// Everything that was asked.
  final List<Command> asked = new ArrayList<>();

  private long keys = 100;

  /// A site with an actor of every role that can be enrolled.
  public Played() {
    world = world.apply(new Event.OfSite(new SiteEvent.SiteAdopted(TestSite.site())));
    for (Role role : Role.values()) {
      if (role != Role.SYSTEM) {
        Actor actor = new Actor(id(role), new UUID(1, id(role)), role, "test " + role);
        world = world.apply(new Event.OfAuthority(new AuthorityEvent.ActorEnrolled(actor)));
      }
    }
  }

  static long id(Role role) {
    return role == Role.SYSTEM ? 0 : List.of(Role.values()).indexOf(role) + 1;
  }

  /// Another person of that role.
  Outcome askDeputy(Role role, Command command) {
    long deputy = 50 + id(role);
    if (world.authorities().find(deputy).isEmpty()) {
      Actor actor = new Actor(deputy, new UUID(1, deputy), role, "deputy " + role);
      world = world.apply(new Event.OfAuthority(new AuthorityEvent.ActorEnrolled(actor)));
    }
    return ask(deputy, command);
  }

  Outcome ask(Role role, Command command) {
    return ask(id(role), command);
  }

  private Outcome ask(long actor, Command command) {
    asked.add(command);
    // Under an edit, as the live gate and replay do it: what a rule tries out must leave no trace.
    World under = world.under(new Edit());
    Outcome outcome = Engine.step(under, new Envelope(actor, command), now);
    last.clear();
    if (outcome instanceof Outcome.Accepted(World after, List<Event> events)) {
      world = after.under(null);
      last.addAll(events);
      long seq = journal.size() + 1L;
      journal.add(new Entry(seq, now, actor, new UUID(9, seq), "test", List.copyOf(events)));
    }
    return outcome;
  }

  Played after(int minutes) {
    now = now.plusSeconds(60L * minutes);
    return this;
  }

  /// The next time that the clock of the gate shows that.
  Played at(String clock) {
    ZonedDateTime here = now.atZone(TestSite.site().zone());
    ZonedDateTime then = here.with(LocalTime.parse(clock));
    now = (then.isBefore(here) ? then.plusDays(1) : then).toInstant();
    return this;
  }

  Outcome register(String number) {
    return register(number, "HN", Direction.EXPORT);
  }

  Outcome register(String number, String gate, Direction direction) {
    Draft draft = new Draft();
    draft.number = number;
    draft.customsNumber = (direction == Direction.EXPORT ? "3" : "1") + number.substring(2);
    draft.gate = gate;
    draft.direction = direction;
    // Each number is another trip of the same vehicle, two hours after the one before.
    int trip = Integer.parseInt(number.substring(8)) - 1;
    draft.arrival = draft.arrival.plus(Duration.ofHours(2L * trip));
    return ask(
        Role.TRADER,
        new Command.OfRegistration(new RegistrationCommand.Register(key(), draft.form())));
  }

  Outcome confirm(KeyHolder agency) {
    Role role = agency == KeyHolder.CUSTOMS ? Role.CUSTOMS : Role.BORDER_GUARD;
    OptionalInt seen = OptionalInt.empty();
    OptionalLong papers = passage().registration();
    if (papers.isPresent()) {
      seen = OptionalInt.of(world.registrations().all().get(papers.getAsLong()).version());
    }
    return crossing(role, new CrossingCommand.ConfirmEntry(passage().id(), agency, seen));
  }

  Outcome arrived() {
    return arrived("HN");
  }

  Outcome arrived(String gate) {
    return crossing(
        Role.GATE_DEVICE, new CrossingCommand.ReportArrived(key(), sighting(gate, now)));
  }

  Outcome arrivedAs(String plate, String gate) {
    var known = new Personal.Known<>(Draft.subject(plate), plate);
    var seen = new CrossingCommand.Sighting(known, gate, Direction.EXPORT, now);
    return crossing(Role.GATE_DEVICE, new CrossingCommand.ReportArrived(key(), seen));
  }

  Outcome yardEntered() {
    return crossing(
        Role.YARD, new CrossingCommand.ReportYardEntered(key(), sighting("HN", now), "Y-HN"));
  }

  Outcome gateLeft() {
    return gateLeftAt(now);
  }

  /// By a device that tells which way.
  Outcome gateLeft(Trip.Way way) {
    return crossing(
        Role.GATE_DEVICE,
        new CrossingCommand.ReportGateLeft(key(), sighting("HN", now), Optional.of(way)));
  }

  Outcome gateLeftAt(Instant occurred) {
    return crossing(
        Role.GATE_DEVICE, new CrossingCommand.ReportGateLeft(key(), sighting("HN", occurred)));
  }

  /// By the border guard, for want of room.
  Outcome turn(Optional<String> to) {
    return crossing(
        Role.BORDER_GUARD,
        new CrossingCommand.TurnVehicle(passage().id(), Turning.Reason.NO_ROOM, to));
  }

  Outcome tick() {
    return ask(Role.SYSTEM, new Command.OfWorld(new WorldCommand.Tick()));
  }

  Outcome crossing(Role role, CrossingCommand command) {
    return ask(role, new Command.OfCrossing(command));
  }

  /// The latest passage of the draft's plate at HN, outbound.
  Crossing passage() {
    return passageOf("29C12345");
  }

  Crossing passageOf(String plate) {
    return world.crossings().latest(Draft.subject(plate), "HN", Direction.EXPORT).orElseThrow();
  }

  List<String> kinds(Crossing crossing) {
    return world.cases().of(crossing.id()).stream().map(c -> c.kind().name()).toList();
  }

  /// The last entry's events by name.
  List<String> entry() {
    return last.stream().map(Played::name).toList();
  }

  private static String name(Event event) {
    return switch (event) {
      case Event.OfSite e -> e.fact().getClass().getSimpleName();
      case Event.OfAuthority e -> e.fact().getClass().getSimpleName();
      case Event.OfRegistration e -> e.fact().getClass().getSimpleName();
      case Event.OfTurn e -> e.fact().getClass().getSimpleName();
      case Event.OfCrossing e -> e.fact().getClass().getSimpleName();
      case Event.OfClearance e -> e.fact().getClass().getSimpleName();
      case Event.OfTransshipment e -> e.fact().getClass().getSimpleName();
      case Event.OfFleet e -> e.fact().getClass().getSimpleName();
      case Event.OfPairing e -> e.fact().getClass().getSimpleName();
      case Event.OfFee e -> e.fact().getClass().getSimpleName();
      case Event.OfCase e -> e.fact().getClass().getSimpleName();
      case Event.OfWorld e -> e.fact().getClass().getSimpleName();
    };
  }

  UUID key() {
    return new UUID(2, keys++);
  }

  static CrossingCommand.Sighting sighting(String gate, Instant occurred) {
    var plate = new Personal.Known<>(Draft.subject("29C12345"), "29C12345");
    return new CrossingCommand.Sighting(plate, gate, Direction.EXPORT, occurred);
  }
}
