package io.clearway.world;

import io.clearway.authority.Role;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Trip;
import io.clearway.crossing.Turning;
import io.clearway.kernel.Direction;
import io.clearway.pairing.PairingCommand;
import io.clearway.pairing.Stay;
import io.clearway.registration.Draft;
import io.clearway.site.Agency;
import io.clearway.site.SiteEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/// Seeded vehicles of both countries that go loaded and come back loaded, or not: traders, gates
/// and agencies do what comes into their heads, right and wrong, early and late. [StayBooks] look
/// after every entry.
final class StayRun {

  private final Played gate = new Played();
  private final StayBooks books = new StayBooks();
  private final Random random;
  private final List<Vehicle> vehicles = new ArrayList<>();
  private long holds;

  /// @param two it has papers of both ways
  private record Vehicle(Paired trip, boolean foreign, boolean two) {

    Direction first() {
      return foreign ? Direction.IMPORT : Direction.EXPORT;
    }

    Direction second() {
      return foreign ? Direction.EXPORT : Direction.IMPORT;
    }
  }

  private StayRun(long seed) {
    this.random = new Random(seed);
    gate.world = gate.world.apply(new Event.OfSite(new SiteEvent.SiteAdopted(TestSite.changing())));
  }

  /// @return how often a clock was over, had stood, was of a two-way trip
  static List<Integer> of(long seed, int vehicles) {
    StayRun run = new StayRun(seed);
    try {
      while (run.vehicles.size() < vehicles) {
        run.step();
      }
      for (int i = 0; i < vehicles * 4; i++) {
        run.step();
      }
    } catch (IllegalStateException broken) {
      throw new IllegalStateException("seed " + seed + ": " + broken.getMessage(), broken);
    }
    return run.books.counts();
  }

  private void step() {
    int what = random.nextInt(40);
    if (what == 0) {
      begin();
    } else if (what < 4) {
      passes();
    } else if (!vehicles.isEmpty()) {
      Vehicle one = vehicles.get(Math.max(0, vehicles.size() - 1 - random.nextInt(8)));
      if (one.foreign()) {
        theirs(one);
      } else {
        ours(one);
      }
    }
  }

  private void passes() {
    gate.after(15 * (1 + random.nextInt(16))).tick();
    seen();
    // What was told late is told now, and judged with the next timer.
    gate.tick();
    seen();
    books.look(gate.world, gate.now);
    if (random.nextInt(10) == 0) {
      books.carried(gate.world, gate.now);
    }
  }

  private void seen() {
    books.entered(List.copyOf(gate.last));
    gate.last.clear();
  }

  private void begin() {
    int number = vehicles.size() + 1;
    boolean foreign = random.nextBoolean();
    String plate =
        foreign
            ? "桂A%05d".formatted(number)
            : "29C-%03d.%02d".formatted(100 + number / 100, number % 100);
    Paired trip = Paired.of(gate, plate, foreign, number * 10);
    boolean two = random.nextInt(4) > 0;
    Vehicle one = new Vehicle(trip, foreign, two);
    trip.register(trip.draft(one.first()));
    seen();
    if (two) {
      Draft back = trip.draft(one.second());
      boolean names = random.nextInt(6) > 0;
      back.linked = names ? List.of("D-" + trip.form(one.first()).number()) : List.of();
      trip.register(back);
      seen();
    }
    vehicles.add(one);
  }

  private Optional<Crossing> live(Vehicle one, Direction direction) {
    return one.trip().find(direction).filter(Crossing::live);
  }

  private boolean never(Vehicle one, Direction direction) {
    return one.trip().find(direction).isEmpty() && one.trip().has(direction);
  }

  private void papers(Vehicle one) {
    Paired trip = one.trip();
    if (!trip.has(Direction.EXPORT) || !trip.has(Direction.IMPORT)) {
      return;
    }
    switch (random.nextInt(4)) {
      case 0, 1 ->
          trip.pairOf()
              .ifPresent(pair -> {
                KeyHolder who = random.nextBoolean() ? KeyHolder.CUSTOMS : KeyHolder.BORDER_GUARD;
                trip.confirm(pair, who);
              });
      case 2 -> trip.amend(one.second(), draft -> draft.phone = "09%08d".formatted(holds++));
      default -> {
        if (random.nextInt(3) == 0) {
          String owner = random.nextBoolean() ? "0012345678" : "0099999999";
          trip.amend(one.second(), draft -> draft.ownerTax(owner));
        }
      }
    }
    seen();
  }

  private Instant earlier() {
    return gate.now.minusSeconds(60L * random.nextInt(300));
  }

  private void ours(Vehicle one) {
    Paired trip = one.trip();
    Optional<Stay> stay = trip.find(Direction.EXPORT).flatMap(this::stay);
    switch (random.nextInt(10)) {
      case 0, 1 -> papers(one);
      case 2, 3 -> {
        if (never(one, Direction.EXPORT)) {
          trip.arrives(Direction.EXPORT);
        } else if (live(one, Direction.EXPORT).isPresent()) {
          trip.leaves(Direction.EXPORT);
        }
      }
      case 4 -> {
        if (stay.isPresent()) {
          trip.line(random.nextBoolean() ? Trip.Way.OUT : Trip.Way.IN, earlier());
        }
      }
      case 5, 6, 7 -> stay.ifPresent(out -> heard(trip, out));
      default -> {
        boolean home = stay.filter(Stay::open).isPresent() && random.nextInt(15) == 0;
        if (home) {
          trip.returns(
              one.two() && random.nextBoolean() ? Trip.Load.LOADED : Trip.Load.EMPTY, earlier());
        }
      }
    }
    seen();
  }

  private Optional<Stay> stay(Crossing passage) {
    return gate.world.pairings().stays().find(passage.id());
  }

  /// The other side held it, for a while or still; sometimes that was not so.
  private void heard(Paired trip, Stay stay) {
    boolean again = !stay.held().isEmpty() && random.nextBoolean();
    UUID key = again ? stay.held().getLast().key() : new UUID(9, holds++);
    if (again && random.nextInt(3) == 0) {
      trip.ask(Role.CUSTOMS, new PairingCommand.WithdrawHeld(stay.visit(), key));
      return;
    }
    Instant from = gate.now.minusSeconds(60L * random.nextInt(1_500));
    Instant to = from.plusSeconds(60L * random.nextInt(900));
    boolean ended = random.nextInt(3) > 0 && !to.isAfter(gate.now);
    trip.ask(
        Role.BORDER_GUARD,
        new PairingCommand.ReportHeld(
            stay.visit(), key, Paired.said(from, ended ? Optional.of(to) : Optional.empty())));
  }

  private void theirs(Vehicle one) {
    Paired trip = one.trip();
    switch (random.nextInt(11)) {
      case 0, 1 -> papers(one);
      case 2, 3 -> comes(one);
      case 4 -> {
        if (random.nextInt(20) == 0) {
          live(one, Direction.IMPORT).ifPresent(here -> trip.leaves(Direction.IMPORT));
        }
      }
      case 5 -> {
        if (random.nextInt(8) == 0) {
          live(one, Direction.EXPORT).ifPresent(here -> trip.leaves(Direction.EXPORT));
        }
      }
      case 6 -> hold(one);
      case 7 -> live(one, Direction.IMPORT).ifPresent(this::turn);
      case 8 -> {
        if (random.nextInt(10) == 0 && live(one, Direction.IMPORT).isPresent()) {
          gate.ask(Role.CUSTOMS, red(trip));
        }
      }
      default -> {}
    }
    seen();
  }

  private static Command red(Paired trip) {
    return new Command.OfClearance(
        new ClearanceCommand.SetChannel(
            trip.held(Direction.IMPORT).id(),
            Agency.CUSTOMS,
            Clearance.Channel.RED,
            new ClearanceCommand.Voice(new UUID(8, 2), Optional.empty())));
  }

  private void comes(Vehicle one) {
    Paired trip = one.trip();
    if (never(one, Direction.IMPORT)) {
      if (random.nextBoolean()) {
        trip.line(Trip.Way.IN, gate.now);
        seen();
        gate.after(random.nextInt(90));
      }
      trip.arrives(Direction.IMPORT);
    } else if (never(one, Direction.EXPORT)
        && trip.find(Direction.IMPORT).isPresent()
        && live(one, Direction.IMPORT).isEmpty()) {
      trip.arrives(Direction.EXPORT);
    }
  }

  private void turn(Crossing here) {
    gate.crossing(
        Role.BORDER_GUARD,
        here.turned().isPresent()
            ? new CrossingCommand.WithdrawTurning(here.id())
            : new CrossingCommand.TurnVehicle(here.id(), Turning.Reason.OTHER, Optional.empty()));
  }

  private void hold(Vehicle one) {
    if (live(one, Direction.IMPORT).isEmpty()) {
      return;
    }
    long load = one.trip().held(Direction.IMPORT).id();
    List<Clearance.Hold> stands =
        gate.world.clearances().find(load).map(Clearance::holds).orElse(List.of());
    Agency plant = Agency.PLANT_QUARANTINE;
    ClearanceCommand order =
        stands.isEmpty()
            ? new ClearanceCommand.PlaceHold(
                load, plant, Clearance.HoldKind.TEST, Optional.empty(), List.of(plant))
            : new ClearanceCommand.LiftHold(
                load,
                stands.getFirst().id(),
                plant,
                new ClearanceCommand.Voice(new UUID(8, 1), Optional.empty()));
    gate.ask(Role.PLANT_QUARANTINE, new Command.OfClearance(order));
  }
}
