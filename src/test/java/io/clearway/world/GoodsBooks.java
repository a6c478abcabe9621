package io.clearway.world;

import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceEvent;
import io.clearway.crossing.Contradiction;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.KeyHolder;
import io.clearway.reconciliation.CaseEvent;
import io.clearway.site.Handling;
import io.clearway.transshipment.Transshipment;
import io.clearway.transshipment.TransshipmentEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Books of goods that change vehicles which are kept from the entries alone and ask no rule: where
/// each vehicle is, who has which bay, what was packed. What breaks is thrown.
final class GoodsBooks {

  private static final int BAYS = 2;
  private static final int GANGS = 2;
  private static final int CRANES = 1;

  /// What is known of one vehicle.
  private static final class Vehicle {
    final Set<KeyHolder> keys = new TreeSet<>();
    final Set<Long> holds = new TreeSet<>();
    boolean inYard;
    boolean permitted;
  }

  /// What is known of one transshipment.
  private static final class Books {
    long source;
    Handling.Method method = Handling.Method.GANG;
    List<Transshipment.Lot> declared = List.of();
    List<Long> receivers = List.of();
    final Map<Long, List<Transshipment.Lot>> taken = new TreeMap<>();
    boolean bay;
    boolean started;
    boolean signed;
  }

  private final Map<Long, Vehicle> vehicles = new TreeMap<>();
  private final Map<Long, Long> papers = new TreeMap<>();
  private final Map<Long, Books> all = new TreeMap<>();
  private final Map<Long, Long> carriers = new TreeMap<>();
  private int conserved;
  private int broken;
  private int unsigned;

  /// An entry was made; `world` is as it is right after it.
  void entered(World world, List<Event> entry) {
    for (Event event : entry) {
      switch (event) {
        case Event.OfCrossing(CrossingEvent fact) -> take(fact, world);
        case Event.OfClearance(ClearanceEvent fact) -> take(fact);
        case Event.OfTransshipment(TransshipmentEvent fact) -> take(fact, entry);
        default -> {}
      }
    }
    bays();
    parties(world);
  }

  private static void require(boolean holds, String what) {
    Promises.require(holds, what);
  }

  private Vehicle vehicle(long registration) {
    return vehicles.computeIfAbsent(registration, id -> new Vehicle());
  }

  private void take(CrossingEvent fact, World world) {
    switch (fact) {
      case CrossingEvent.VehicleArrived e ->
          e.registration().ifPresent(held -> papers.put(e.crossing(), held));
      case CrossingEvent.FirstKeyTurned e -> here(e.crossing()).keys.add(e.agency());
      case CrossingEvent.EntryCompleted e -> here(e.crossing()).keys.add(e.agency());
      case CrossingEvent.YardEntered e -> here(e.crossing()).inYard = true;
      case CrossingEvent.GateLeft e -> left(e, world);
      default -> {}
    }
  }

  private Vehicle here(long crossing) {
    return vehicle(Optional.ofNullable(papers.get(crossing)).orElseThrow());
  }

  private void take(ClearanceEvent fact) {
    if (fact instanceof ClearanceEvent.StepConfirmed e && e.step().equals("PERMIT")) {
      vehicle(e.registration()).permitted = true;
    } else if (fact instanceof ClearanceEvent.HoldPlaced e) {
      vehicle(e.registration()).holds.add(e.hold().id());
    } else if (fact instanceof ClearanceEvent.HoldLifted e) {
      vehicle(e.registration()).holds.remove(e.hold());
    }
  }

  private void take(TransshipmentEvent fact, List<Event> entry) {
    Books books = all.computeIfAbsent(fact.transshipment(), id -> new Books());
    switch (fact) {
      case TransshipmentEvent.TransshipmentPlanned e -> {
        books.source = e.opened().source();
        plan(books, e.opened().plan());
      }
      case TransshipmentEvent.TransshipmentReplanned e -> {
        require(!books.started, "planned anew while goods are on the move");
        books.bay &= books.method == e.plan().method();
        plan(books, e.plan());
      }
      case TransshipmentEvent.TransshipmentCancelled e -> {
        require(!books.started, "cancelled while goods are on the move");
        all.remove(e.transshipment());
      }
      case TransshipmentEvent.CalledToBay e -> {
        require(vehicle(books.source).keys.size() == 2, "called before its source was in");
        require(!books.bay, "called twice");
        books.bay = true;
      }
      case TransshipmentEvent.CallLapsed e -> books.bay = false;
      case TransshipmentEvent.TransshipmentStarted e -> started(books);
      case TransshipmentEvent.VehicleLoaded e -> {
        require(books.started && books.bay, "packed before it began");
        books.taken.put(e.loading().registration(), e.loading().lots());
        carriers.put(e.loading().registration(), e.transshipment());
      }
      case TransshipmentEvent.TransshipmentFinished e -> finished(books, e, entry);
      case TransshipmentEvent.TransshipmentSigned e -> books.signed = true;
      case TransshipmentEvent.TransshipmentCarried e -> {}
    }
  }

  private static void plan(Books books, Transshipment.Plan plan) {
    books.method = plan.method();
    books.declared = plan.lots();
    books.receivers = plan.receivers().stream().map(Transshipment.Receiver::registration).toList();
  }

  /// The four conditions, by what the entries told.
  private void started(Books books) {
    require(books.bay, "began without a bay");
    Vehicle source = vehicle(books.source);
    require(source.keys.size() == 2 && source.inYard, "unloaded before it was in");
    require(source.permitted, "unloaded without a confirmed permit");
    require(source.holds.isEmpty(), "unloaded while it is held");
    for (long receiver : books.receivers) {
      require(vehicle(receiver).keys.size() == 2, "loaded on one key");
    }
    books.started = true;
  }

  private void finished(
      Books books, TransshipmentEvent.TransshipmentFinished e, List<Event> entry) {
    List<Transshipment.Lot> found = new ArrayList<>(e.remaining());
    books.taken.values().forEach(found::addAll);
    long packages = packages(found) - packages(books.declared);
    long kg = kg(found) - kg(books.declared);
    // Fruit: a fiftieth of the weight, and no package.
    boolean beyond = packages != 0 || Math.abs(kg) * 50 > kg(books.declared);
    require(beyond != e.differences().isEmpty(), "a balance of " + packages + ", " + kg + " kg");
    boolean told =
        entry.stream()
            .anyMatch(event ->
                event instanceof Event.OfCase(CaseEvent.CaseOpened opened)
                    && opened.opened().kind() == Contradiction.GOODS_NOT_CONSERVED);
    require(beyond == told, "a broken balance without its case");
    broken += beyond ? 1 : 0;
    conserved += beyond ? 0 : 1;
    books.bay = false;
    books.started = false;
  }

  private static long packages(List<Transshipment.Lot> lots) {
    return lots.stream().mapToLong(Transshipment.Lot::packages).sum();
  }

  private static long kg(List<Transshipment.Lot> lots) {
    return lots.stream().mapToLong(Transshipment.Lot::kg).sum();
  }

  /// Who carries goods that customs has not signed, or that are held, does not leave unseen; nor
  /// does the source while goods are on the move.
  private void left(CrossingEvent.GateLeft e, World world) {
    long registration = Optional.ofNullable(papers.get(e.crossing())).orElseThrow();
    Optional<Books> carried =
        Optional.ofNullable(carriers.get(registration))
            .flatMap(id -> Optional.ofNullable(all.get(id)));
    boolean moving =
        all.values().stream().anyMatch(one -> one.started && one.source == registration);
    boolean bound =
        moving
            || carried
                .filter(one -> !one.signed || !vehicle(one.source).holds.isEmpty())
                .isPresent();
    unsigned += bound ? 1 : 0;
    require(!bound || e.contradiction().isPresent(), "goods left that were not signed or free");
    require(
        world.crossings().find(e.crossing()).filter(c -> !c.live()).isPresent(),
        "left and still here");
  }

  /// A bay has one vehicle, and a crew too.
  private void bays() {
    int gangs = 0;
    int cranes = 0;
    for (Books books : all.values()) {
      gangs += books.bay && books.method == Handling.Method.GANG ? 1 : 0;
      cranes += books.bay && books.method == Handling.Method.CRANE ? 1 : 0;
    }
    require(gangs <= GANGS && cranes <= CRANES, "a crew given twice: " + gangs + ", " + cranes);
    require(gangs + cranes <= BAYS, "a bay given twice: " + (gangs + cranes));
  }

  /// A vehicle is in one transshipment at a time.
  private static void parties(World world) {
    Set<Long> seen = new TreeSet<>();
    for (Transshipment held : world.transshipments().all().values()) {
      for (long party : held.parties()) {
        require(seen.add(party), "in two transshipments: " + party);
      }
    }
  }

  /// The world that the books recreate is the same, and no case is lost in it.
  void carried(World world, Instant now) {
    require(
        CarryForward.fold(CarryForward.of(world, now)).equals(world),
        "carried forward it is another world");
  }

  /// Of the holds, for who plays them.
  List<Long> held(long registration, World world) {
    return world.clearances().find(registration).map(Clearance::holds).orElse(List.of()).stream()
        .map(Clearance.Hold::id)
        .toList();
  }

  /// How many balances held, how many were broken, how many left with goods that were bound.
  List<Integer> counts() {
    return List.of(conserved, broken, unsigned);
  }
}
