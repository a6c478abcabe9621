package io.clearway.fleet;

import io.clearway.kernel.Deadlines;
import io.clearway.kernel.Edit;
import io.clearway.kernel.Groups;
import io.clearway.kernel.Ids;
import io.clearway.kernel.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/// What drives, as far as a rule can still need it.
///
/// @param byCrossing changes of the tractor of each passage, in their order
/// @param byOld from the plate of a tractor that is let go
/// @param byNew from the plate of one that takes the trailer
/// @param standing when old tractors began to stand here alone
/// @param visits persons from the other side
/// @param pool dedicated drivers
public record Fleets(
    Ids<Change> changes,
    Ids<List<Long>> byCrossing,
    Groups byOld,
    Groups byNew,
    Deadlines standing,
    Visits visits,
    Pool pool) {

  /// How long an old tractor that nobody sees leave stays known.
  static final Duration AWAITED = Duration.ofDays(30);

  public static Fleets empty() {
    return new Fleets(
        Ids.empty(),
        Ids.empty(),
        Groups.empty(),
        Groups.empty(),
        Deadlines.empty(),
        Visits.empty(),
        Pool.empty());
  }

  /// The same, to be changed under that edit or under none.
  public Fleets under(@Nullable Edit edit) {
    return new Fleets(
        changes.under(edit),
        byCrossing.under(edit),
        byOld.under(edit),
        byNew.under(edit),
        standing.under(edit),
        visits.under(edit),
        pool.under(edit));
  }

  /// Changes of the tractor of that passage, in their order.
  public List<Change> of(long crossing) {
    return byCrossing.find(crossing).orElse(List.of()).stream().map(changes::get).toList();
  }

  /// The change that is asked for there, and not made.
  public Optional<Change> open(long crossing) {
    return of(crossing).stream().filter(Change::open).findFirst();
  }

  /// Whether the tractor of that passage was changed at that moment.
  public boolean madeAt(long crossing, Instant at) {
    return of(crossing).stream().anyMatch(change -> change.madeAt().equals(Optional.of(at)));
  }

  /// The latest change that let that plate go.
  public Optional<Change> letGo(Subject plate) {
    List<Long> all = byOld.of(plate);
    return all.isEmpty() ? Optional.empty() : Optional.of(changes.get(all.getLast()));
  }

  /// The latest change that takes that plate.
  public Optional<Change> taken(Subject plate) {
    List<Long> all = byNew.of(plate);
    return all.isEmpty() ? Optional.empty() : Optional.of(changes.get(all.getLast()));
  }

  /// Old tractors that nobody saw leave for so long, and what is due of persons who are in.
  public List<FleetEvent> due(Instant now, int limit) {
    List<Long> over =
        standing.upTo(now.minus(AWAITED), limit).stream().map(Deadlines.Due::id).toList();
    List<FleetEvent> events = new ArrayList<>(visits.due(now));
    if (!over.isEmpty()) {
      events.add(new FleetEvent.FleetForgotten(over, List.of()));
    }
    return List.copyOf(events);
  }

  /// @param held whether the world still knows that passage
  /// @throws IllegalStateException for an event that cannot follow: the log is corrupt
  public Fleets evolve(FleetEvent event, LongPredicate held) {
    return switch (event) {
      case FleetEvent.TractorAsked(Change asked) -> begin(asked, event);
      case FleetEvent.ChangeCarried(Change change) -> begin(change, event);
      case FleetEvent.TractorKeyTurned e -> {
        Change before = open(e);
        yield put(before, before.with(e.agency(), new Change.Word(e.actor(), e.at())));
      }
      case FleetEvent.TractorChanged e -> {
        Change before = open(e);
        Change both = before.with(e.agency(), new Change.Word(e.actor(), e.at()));
        if (!both.missing().isEmpty()) {
          throw corrupt(event);
        }
        yield put(before, both.made(e.at()));
      }
      case FleetEvent.TractorAskEnded e -> without(open(e));
      case FleetEvent.TractorSeen e -> seen(e);
      case FleetEvent.TractorLeft e -> {
        Change before = changes.get(e.change());
        if (!before.standing()) {
          throw corrupt(event);
        }
        Fleets after = put(before, before.left(e.occurredAt()));
        yield held.test(e.crossing()) ? after : after.without(after.changes.get(e.change()));
      }
      case FleetEvent.OfPool e -> with(pool.evolve(e));
      case FleetEvent.OfVisit e -> with(visits.evolve(e, held));
      case FleetEvent.FleetForgotten(List<Long> gone, List<Long> out) -> {
        Fleets rest = this;
        for (long id : gone) {
          rest = rest.without(rest.changes.get(id));
        }
        for (long id : out) {
          rest = rest.with(rest.visits.without(id));
        }
        yield rest;
      }
    };
  }

  private Fleets seen(FleetEvent.TractorSeen e) {
    Change before = changes.get(e.change());
    if (e.old() || !before.open()) {
      return this;
    }
    boolean gone = e.sight() == FleetEvent.Sight.GATE_LEFT;
    return put(before, before.seen(gone ? Optional.empty() : Optional.of(e.occurredAt())));
  }

  /// With passages that are forgotten their changes and visits are, unless an old tractor still
  /// stands here, or somebody is still in.
  public Fleets withoutPassages(List<Long> crossings) {
    Fleets rest = this;
    for (long crossing : crossings) {
      for (Change change : rest.of(crossing)) {
        rest = change.standing() ? rest : rest.without(change);
      }
      for (Visit visit : rest.visits.of(crossing)) {
        rest = visit.ended() ? rest.with(rest.visits.without(visit.id())) : rest;
      }
    }
    return rest;
  }

  /// Makes the subject's values unreadable in everything that is held.
  public Fleets erase(Subject subject) {
    Ids<Change> rest = changes;
    for (Change change : changes.values()) {
      if (change.concerns(subject)) {
        rest = rest.with(change.id(), change.without(subject));
      }
    }
    return new Fleets(rest, byCrossing, byOld, byNew, standing, visits.erase(subject), pool);
  }

  /// Whether something of that person is still under way.
  public boolean live(Subject subject) {
    return pool.of(subject).isPresent()
        || visits.inside(subject).findAny().isPresent()
        || changes.values().stream()
            .anyMatch(change -> (change.open() || change.standing()) && change.concerns(subject));
  }

  /// The events that recreate this from nothing.
  public List<FleetEvent> carried() {
    List<FleetEvent> events = new ArrayList<>();
    changes.values().forEach(change -> events.add(new FleetEvent.ChangeCarried(change)));
    visits.all().values().forEach(visit -> events.add(new FleetEvent.PersonsCameIn(visit)));
    pool.all().values().forEach(driver -> events.add(new FleetEvent.DriverEnrolled(driver)));
    return List.copyOf(events);
  }

  private Fleets with(Visits changed) {
    return new Fleets(changes, byCrossing, byOld, byNew, standing, changed, pool);
  }

  private Fleets with(Pool changed) {
    return new Fleets(changes, byCrossing, byOld, byNew, standing, visits, changed);
  }

  private Change open(FleetEvent.OfChange event) {
    return changes.find(event.change()).filter(Change::open).orElseThrow(() -> corrupt(event));
  }

  private Fleets begin(Change change, FleetEvent event) {
    if (changes.has(change.id()) || (change.open() && open(change.crossing()).isPresent())) {
      throw corrupt(event);
    }
    List<Long> ids = new ArrayList<>(byCrossing.find(change.crossing()).orElse(List.of()));
    ids.add(change.id());
    Fleets more =
        new Fleets(
            changes,
            byCrossing.with(change.crossing(), List.copyOf(ids)),
            byOld.with(change.old().subject(), change.id()),
            byNew.with(change.tractor().plate().subject(), change.id()),
            standing,
            visits,
            pool);
    return more.put(change);
  }

  private Fleets put(Change before, Change after) {
    return new Fleets(changes, byCrossing, byOld, byNew, withoutStanding(before), visits, pool)
        .put(after);
  }

  private Fleets put(Change change) {
    Deadlines alone =
        change.standing() ? standing.with(change.madeAt().orElseThrow(), change.id()) : standing;
    return new Fleets(
        changes.with(change.id(), change), byCrossing, byOld, byNew, alone, visits, pool);
  }

  private Deadlines withoutStanding(Change change) {
    return change.standing()
        ? standing.without(change.madeAt().orElseThrow(), change.id())
        : standing;
  }

  private Fleets without(Change change) {
    List<Long> ids = new ArrayList<>(byCrossing.get(change.crossing()));
    ids.remove(change.id());
    return new Fleets(
        changes.without(change.id()),
        ids.isEmpty()
            ? byCrossing.without(change.crossing())
            : byCrossing.with(change.crossing(), List.copyOf(ids)),
        byOld.without(change.old().subject(), change.id()),
        byNew.without(change.tractor().plate().subject(), change.id()),
        withoutStanding(change),
        visits,
        pool);
  }

  private static IllegalStateException corrupt(FleetEvent event) {
    return new IllegalStateException("corrupt log: " + event + " cannot follow");
  }
}
