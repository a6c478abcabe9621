package io.clearway.twin;

import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.Track;
import io.clearway.world.Command;
import io.clearway.world.World;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Vehicles with a reefer, whose cooling stands at a plug while they stand in a yard: the yard
/// operator plugs them in and unplugs them; some drive off plugged. Speaks by commands only, and
/// draws from its own stream alone, so that the rest of a day is the same without it.
final class Reefers {

  private static final int ATTEMPTS = 30;

  private final Faults faults;
  private final long yard;
  private final Agenda agenda;
  private final RandomStream random;

  Reefers(Faults faults, long yard, Agenda agenda, RandomStream root) {
    this.faults = faults;
    this.yard = yard;
    this.agenda = agenda;
    this.random = root.split("reefers");
  }

  /// About every fifth vehicle (assumed).
  void arrives(Truck truck, Instant now) {
    if (random.chance(200)) {
      Instant at = now.plusSeconds(60L * random.between(10, 40));
      agenda.add(at, new Happening.Plugs(truck, 1));
    }
  }

  /// Where it stands in the yard; now and then one is said to be that does not.
  void plugs(Happening.Plugs plug, World world, Instant now) {
    Optional<Crossing> found = Environment.passage(plug.truck(), world);
    boolean stands =
        found.filter(c -> c.track() instanceof Track.InYard && !c.plugged()).isPresent();
    if (found.isPresent() && (stands || random.chance(20))) {
      send(new CrossingCommand.PlugReefer(found.get().id(), before(now)), now);
    }
    if (stands) {
      if (random.chance(50)) {
        // Two at the same vehicle.
        send(new CrossingCommand.PlugReefer(found.get().id(), now), now.plusSeconds(60));
      }
      Instant at = now.plusSeconds(60L * random.between(20, 180));
      agenda.add(at, new Happening.Unplugs(plug.truck()));
    } else if (plug.attempt() < ATTEMPTS) {
      Instant at = now.plusSeconds(600);
      agenda.add(at, new Happening.Plugs(plug.truck(), plug.attempt() + 1));
    }
  }

  /// A third drives off plugged; some are moved and plugged in anew.
  void unplugs(Truck truck, World world, Instant now) {
    Optional<Crossing> found = Environment.passage(truck, world);
    if (found.isEmpty() || random.chance(330)) {
      return;
    }
    send(new CrossingCommand.UnplugReefer(found.get().id(), before(now)), now);
    if (random.chance(200)) {
      agenda.add(now.plusSeconds(300), new Happening.Plugs(truck, 1));
    }
  }

  /// It is said when it was done, mostly at once.
  private Instant before(Instant now) {
    return now.minusSeconds(random.chance(100) ? random.below(3600) : random.below(60));
  }

  private void send(CrossingCommand order, Instant at) {
    UUID id = new UUID(random.next(), random.next());
    var request = new Happening.Request(id, yard, new Command.OfCrossing(order));
    agenda.add(at, new Happening.Comes(request));
    if (random.chance(faults.retried())) {
      agenda.add(at.plusSeconds(random.between(1, 600)), new Happening.Comes(request));
    }
  }
}
