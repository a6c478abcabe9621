package io.clearway.fleet;

import io.clearway.crossing.Crossings;
import io.clearway.kernel.Edit;
import io.clearway.kernel.Ids;
import io.clearway.kernel.Subject;
import io.clearway.kernel.Table;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The dedicated drivers of every gate.
///
/// @param byKey from the id at the edge
/// @param byPerson from the keyed hash of the number of a driver's document
/// @param byCrossing from the passage of the vehicle to which a driver is assigned
public record Pool(
    Ids<PoolDriver> all,
    Table<UUID, Long> byKey,
    Table<Subject, Long> byPerson,
    Ids<Long> byCrossing) {

  static Pool empty() {
    return new Pool(Ids.empty(), Table.ofKeys(), Table.ofSubjects(), Ids.empty());
  }

  Pool under(@Nullable Edit edit) {
    return new Pool(
        all.under(edit), byKey.under(edit), byPerson.under(edit), byCrossing.under(edit));
  }

  public Optional<PoolDriver> find(UUID key) {
    return byKey.find(key).map(all::get);
  }

  Optional<PoolDriver> of(Subject person) {
    return byPerson.find(person).map(all::get);
  }

  /// Who is assigned to the vehicle of that passage.
  public Optional<PoolDriver> of(long crossing) {
    return byCrossing.find(crossing).map(all::get);
  }

  /// Whether that gate has a pool at all.
  public boolean keptAt(String gate) {
    return all.values().stream().anyMatch(driver -> driver.gate().equals(gate));
  }

  /// How many are where, of that gate.
  public Map<PoolDriver.State, Integer> figures(String gate, Crossings crossings, LocalDate today) {
    Map<PoolDriver.State, Integer> counts = new EnumMap<>(PoolDriver.State.class);
    for (PoolDriver.State state : PoolDriver.State.values()) {
      counts.put(state, 0);
    }
    all.values().stream()
        .filter(driver -> driver.gate().equals(gate))
        .forEach(driver -> counts.merge(driver.state(crossings, today), 1, Integer::sum));
    return counts;
  }

  Pool evolve(FleetEvent.OfPool event) {
    return switch (event) {
      case FleetEvent.DriverEnrolled(PoolDriver driver) -> {
        Pool rest = all.has(driver.id()) ? without(all.get(driver.id())) : this;
        yield rest.put(driver);
      }
      case FleetEvent.DriverAssigned e -> {
        PoolDriver before = all.get(e.driver());
        if (before.assignment().isPresent() || byCrossing.has(e.crossing())) {
          throw new IllegalStateException("corrupt log: " + e + " cannot follow");
        }
        var assigned = new PoolDriver.Assignment(e.crossing(), e.actor(), e.at());
        yield without(before).put(before.with(Optional.of(assigned)));
      }
      case FleetEvent.DriverFreed e -> {
        PoolDriver before = all.get(e.driver());
        Pool rest = without(before);
        yield e.retired() ? rest : rest.put(before.with(Optional.empty()));
      }
    };
  }

  private Pool put(PoolDriver driver) {
    return new Pool(
        all.with(driver.id(), driver),
        byKey.with(driver.key(), driver.id()),
        byPerson.with(driver.number().subject(), driver.id()),
        driver.assignment().isPresent()
            ? byCrossing.with(driver.assignment().get().crossing(), driver.id())
            : byCrossing);
  }

  private Pool without(PoolDriver driver) {
    return new Pool(
        all.without(driver.id()),
        byKey.without(driver.key()),
        byPerson.without(driver.number().subject()),
        driver.assignment().isPresent()
            ? byCrossing.without(driver.assignment().get().crossing())
            : byCrossing);
  }
}
