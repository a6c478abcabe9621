package io.clearway.world;

import io.clearway.authority.Role;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.fleet.Change;
import io.clearway.fleet.FleetCommand;
import io.clearway.fleet.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;

/// Seeded passages of vehicles whose tractors change: traders, officers and devices do what comes
/// into their heads, right and wrong, in time and late. [FleetBooks] look after every entry.
final class FleetRun {

  private final Driving road = new Driving();
  private final Changing yard = road.yard;
  private final Played gate = road.gate;
  private final FleetBooks books = new FleetBooks();
  private final Random random;
  private final List<Long> passages = new ArrayList<>();
  private final List<String> tractors = new ArrayList<>();
  private int plates;

  private FleetRun(long seed) {
    this.random = new Random(seed);
  }

  /// @return what [FleetBooks#counts()] counted
  static List<Integer> of(long seed, int vehicles) {
    FleetRun run = new FleetRun(seed);
    try {
      while (run.plates < vehicles) {
        run.step();
      }
      for (int i = 0; i < vehicles * 3; i++) {
        run.work();
      }
    } catch (IllegalStateException broken) {
      throw new IllegalStateException("seed " + seed + ": " + broken.getMessage(), broken);
    }
    return run.books.counts();
  }

  private void step() {
    if (random.nextInt(12) == 0) {
      begin();
    } else {
      work();
    }
  }

  private void seen() {
    books.entered(gate.world, List.copyOf(gate.last));
    gate.last.clear();
  }

  /// A foreign vehicle; now and then with the trailer or the driver of another one.
  private void begin() {
    String plate = "桂A%05d".formatted(plates++);
    yard.source(plate);
    seen();
    int trailer = random.nextInt(8) == 0 ? random.nextInt(plates) : plates;
    yard.amend(
        plate,
        draft -> {
          draft.trailer = Optional.of("桂F%04d挂".formatted(trailer));
          if (random.nextInt(10) == 0) {
            draft.document = "99900007%04d".formatted(random.nextInt(3));
          }
        });
    seen();
    yard.arrives(plate);
    passages.add(yard.passage(plate).id());
    seen();
  }

  private Instant now() {
    return gate.now;
  }

  private Optional<Crossing> crossing() {
    if (passages.isEmpty()) {
      return Optional.empty();
    }
    int last = Math.max(0, passages.size() - 1 - random.nextInt(10));
    return gate.world.crossings().find(passages.get(last));
  }

  private void work() {
    Optional<Crossing> found = crossing();
    if (found.isEmpty()) {
      return;
    }
    Crossing here = found.get();
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> key(here);
      case 3, 4 -> ask(here);
      case 5, 6 -> keyOfTractor(here);
      case 7 -> plate(here, here.plate().read().orElse(""), now());
      case 8 -> old(here);
      case 9 -> countOut(here);
      case 10 -> ends(here);
      default -> passes();
    }
  }

  private void key(Crossing here) {
    for (KeyHolder holder : KeyHolder.values()) {
      Role role = holder == KeyHolder.CUSTOMS ? Role.CUSTOMS : Role.BORDER_GUARD;
      OptionalInt version =
          OptionalInt.of(
              gate.world
                  .registrations()
                  .find(here.registration().orElse(0))
                  .map(held -> held.version())
                  .orElse(0));
      gate.crossing(role, new CrossingCommand.ConfirmEntry(here.id(), holder, version));
      seen();
    }
  }

  /// A new one, or one that draws or drew something.
  private void ask(Crossing here) {
    boolean fresh = tractors.isEmpty() || random.nextInt(3) > 0;
    if (fresh) {
      tractors.add("%s-500.%02d".formatted(tractors.size() + 10, tractors.size() % 100));
    }
    int one = fresh ? tractors.size() - 1 : random.nextInt(tractors.size());
    String plate =
        one % 4 == 0
            ? "桂B%05d".formatted(one)
            : "29C-%03d.%02d".formatted(500 + one / 100, one % 100);
    String driver = "99900005%04d".formatted(one);
    String good = random.nextInt(8) == 0 ? "2026-01-01" : "2029-01-01";
    road.fleet(
        random.nextBoolean() ? Role.TRADER : Role.YARD,
        new FleetCommand.AskTractor(gate.key(), here.id(), Driving.tractor(plate, driver, good)));
    seen();
    if (random.nextInt(3) == 0) {
      plate(here, Driving.bare(plate), now());
    }
  }

  private void keyOfTractor(Crossing here) {
    for (KeyHolder holder : KeyHolder.values()) {
      if (random.nextInt(4) > 0) {
        road.confirm(holder, here.id());
        seen();
      }
    }
  }

  /// A device sees that plate: it arrives, is about in the yard, or leaves.
  private void plate(Crossing here, String plate, Instant when) {
    CrossingCommand.Sighting sighting = road.seen(plate, "HN", when);
    switch (random.nextInt(4)) {
      case 0 -> {
        boolean known = gate.world.crossings().find(here.id()).filter(Crossing::live).isPresent();
        if (known) {
          gate.crossing(Role.GATE_DEVICE, new CrossingCommand.ReportArrived(gate.key(), sighting));
        }
      }
      case 1 ->
          gate.crossing(
              Role.YARD, new CrossingCommand.ReportYardEntered(gate.key(), sighting, "Y-HN"));
      case 2 ->
          gate.crossing(
              Role.YARD, new CrossingCommand.ReportYardLeft(gate.key(), sighting, "Y-HN"));
      default ->
          gate.crossing(Role.GATE_DEVICE, new CrossingCommand.ReportGateLeft(gate.key(), sighting));
    }
    seen();
  }

  /// The old tractor of that vehicle is seen, now or late.
  private void old(Crossing here) {
    for (Change change : gate.world.fleets().of(here.id())) {
      Instant late = change.asked().at().minusSeconds(600);
      String plate = change.old().read().orElse("");
      plate(here, plate, random.nextInt(4) == 0 ? late : now());
    }
  }

  private void countOut(Crossing here) {
    for (Visit visit : gate.world.fleets().visits().of(here.id())) {
      OptionalLong with =
          random.nextInt(5) == 0
              ? OptionalLong.of(passages.get(random.nextInt(passages.size())))
              : OptionalLong.empty();
      road.fleet(Role.BORDER_GUARD, new FleetCommand.CountOut(visit.key(), List.of(0), with));
      seen();
    }
  }

  private void ends(Crossing here) {
    if (random.nextBoolean()) {
      road.fleet(Role.TRADER, new FleetCommand.WithdrawTractor(here.id()));
    } else {
      road.fleet(Role.CUSTOMS, new FleetCommand.RefuseTractor(here.id(), KeyHolder.CUSTOMS));
    }
    seen();
  }

  private void passes() {
    gate.after(3 + random.nextInt(9)).tick();
    seen();
    if (random.nextInt(10) == 0) {
      books.carried(gate.world, now());
    }
  }
}
