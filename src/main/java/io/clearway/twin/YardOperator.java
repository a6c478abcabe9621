package io.clearway.twin;

import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.Track;
import io.clearway.world.Command;
import io.clearway.world.World;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The yard operator: says on which place a vehicle stands, moves some, and plugs reefers in and
/// unplugs them; some drive off plugged. Speaks by commands only, and draws from streams of its own
/// alone, so that the rest of a day is the same without it.
final class YardOperator {

  private static final int ATTEMPTS = 30;

  /// So few that two are often said to stand on one.
  private static final int PLACES = 12;

  private final Faults faults;
  private final long yard;
  private final Happening.Agenda agenda;
  private final RandomStream random;
  private final RandomStream ground;

  YardOperator(Faults faults, long yard, Happening.Agenda agenda, RandomStream root) {
    this.faults = faults;
    this.yard = yard;
    this.agenda = agenda;
    this.random = root.split("reefers");
    this.ground = root.split("places");
  }

  /// About every fifth vehicle has a reefer (assumed), and of some nobody says where they stand.
  void arrives(Truck truck, Instant now) {
    if (ground.chance(600)) {
      Instant at = now.plusSeconds(60L * ground.between(10, 40));
      agenda.add(at, new Happening.Places(truck, 1));
    }
    if (random.chance(200)) {
      Instant at = now.plusSeconds(60L * random.between(10, 40));
      agenda.add(at, new Happening.Plugs(truck, 1));
    }
  }

  void happens(Happening.InYard what, World world, Instant now) {
    switch (what) {
      case Happening.Plugs h -> plugs(h, world, now);
      case Happening.Unplugs h -> unplugs(h.truck(), world, now);
      case Happening.Places h -> places(h, world, now);
    }
  }

  /// Where it stands in the yard; now and then one is said to be that does not.
  private void plugs(Happening.Plugs plug, World world, Instant now) {
    Optional<Crossing> found = Environment.passage(plug.truck(), world);
    boolean stands =
        found.filter(c -> c.track() instanceof Track.InYard && !c.plugged()).isPresent();
    if (found.isPresent() && (stands || random.chance(20))) {
      send(new CrossingCommand.PlugReefer(found.get().id(), before(now, random)), now, random);
    }
    if (stands) {
      if (random.chance(50)) {
        // Two at the same vehicle.
        send(new CrossingCommand.PlugReefer(found.get().id(), now), now.plusSeconds(60), random);
      }
      Instant at = now.plusSeconds(60L * random.between(20, 180));
      agenda.add(at, new Happening.Unplugs(plug.truck()));
    } else if (plug.attempt() < ATTEMPTS) {
      Instant at = now.plusSeconds(600);
      agenda.add(at, new Happening.Plugs(plug.truck(), plug.attempt() + 1));
    }
  }

  /// A third drives off plugged; some are moved and plugged in anew.
  private void unplugs(Truck truck, World world, Instant now) {
    Optional<Crossing> found = Environment.passage(truck, world);
    if (found.isEmpty() || random.chance(330)) {
      return;
    }
    send(new CrossingCommand.UnplugReefer(found.get().id(), before(now, random)), now, random);
    if (random.chance(200)) {
      agenda.add(now.plusSeconds(300), new Happening.Plugs(truck, 1));
    }
  }

  /// Where it stands in the yard; now and then of one that does not. Another may be said to stand
  /// there, and whoever is told so looks again; some are moved, and some are said twice.
  private void places(Happening.Places look, World world, Instant now) {
    Optional<Crossing> found = Environment.passage(look.truck(), world);
    boolean stands = found.filter(c -> c.track() instanceof Track.InYard).isPresent();
    if (found.isPresent() && (stands || ground.chance(20))) {
      String place = "A-" + ground.between(1, PLACES);
      long id = found.get().id();
      send(new CrossingCommand.AssignPlace(id, place, before(now, ground)), now, ground);
      if (ground.chance(50)) {
        send(new CrossingCommand.AssignPlace(id, place, now), now.plusSeconds(60), ground);
      }
    }
    if (look.attempt() < ATTEMPTS && (!stands || ground.chance(300))) {
      agenda.add(now.plusSeconds(600), new Happening.Places(look.truck(), look.attempt() + 1));
    }
  }

  /// It is said when it was done, mostly at once.
  private static Instant before(Instant now, RandomStream random) {
    return now.minusSeconds(random.chance(100) ? random.below(3600) : random.below(60));
  }

  private void send(CrossingCommand order, Instant at, RandomStream random) {
    UUID id = new UUID(random.next(), random.next());
    var request = new Happening.Request(id, yard, new Command.OfCrossing(order));
    agenda.add(at, new Happening.Comes(request));
    if (random.chance(faults.retried())) {
      agenda.add(at.plusSeconds(random.between(1, 600)), new Happening.Comes(request));
    }
  }
}
