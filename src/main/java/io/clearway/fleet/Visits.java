package io.clearway.fleet;

import io.clearway.kernel.Deadlines;
import io.clearway.kernel.Edit;
import io.clearway.kernel.Groups;
import io.clearway.kernel.Ids;
import io.clearway.kernel.Subject;
import io.clearway.kernel.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Persons from the other side who are in, or whose passage is still known.
///
/// @param byKey from the id at the edge
/// @param byCrossing of the vehicle of each passage, in their order
/// @param byPerson every visit still held of a person
/// @param due when something is due of a visit
public record Visits(
    Ids<Visit> all,
    Table<UUID, Long> byKey,
    Ids<List<Long>> byCrossing,
    Groups byPerson,
    Deadlines due) {

  /// So many are told of in one entry.
  static final int AT_ONCE = 16;

  static Visits empty() {
    return new Visits(Ids.empty(), Table.ofKeys(), Ids.empty(), Groups.empty(), Deadlines.empty());
  }

  Visits under(@Nullable Edit edit) {
    return new Visits(
        all.under(edit),
        byKey.under(edit),
        byCrossing.under(edit),
        byPerson.under(edit),
        due.under(edit));
  }

  public Optional<Visit> find(UUID key) {
    return byKey.find(key).map(all::get);
  }

  /// Of the vehicle of that passage, in their order.
  public List<Visit> of(long crossing) {
    return byCrossing.find(crossing).orElse(List.of()).stream().map(all::get).toList();
  }

  /// Visits of that person which have not ended for it.
  Stream<Visit> inside(Subject person) {
    return byPerson.of(person).stream()
        .map(all::get)
        .filter(visit ->
            visit.persons().stream()
                .anyMatch(one -> one.out().isEmpty() && one.name().subject().equals(person)));
  }

  /// What is to be said now of stays, and which are forgotten.
  List<FleetEvent> due(Instant now) {
    List<FleetEvent> events = new ArrayList<>();
    List<Long> over = new ArrayList<>();
    for (Deadlines.Due one : due.upTo(now, AT_ONCE)) {
      Visit visit = all.get(one.id());
      if (visit.toldAll()) {
        over.add(visit.id());
      } else {
        Visit.Told next =
            visit.stay().filter(stay -> !stay.until().isAfter(now)).isPresent()
                ? Visit.Told.OVER
                : Visit.Told.ENDS;
        events.add(new FleetEvent.StayTold(visit.id(), visit.crossing(), next, one.at(), now));
      }
    }
    if (!over.isEmpty()) {
      events.add(new FleetEvent.FleetForgotten(List.of(), List.copyOf(over)));
    }
    return List.copyOf(events);
  }

  Visits evolve(FleetEvent.OfVisit event, LongPredicate held) {
    return switch (event) {
      case FleetEvent.PersonsCameIn(Visit opened) -> begin(opened);
      case FleetEvent.PersonsWentOut e -> {
        Visit before = all.get(e.visit());
        Visit after = before.out(e.persons(), new Visit.Out(e.at(), e.with()));
        Visits rest = changed(before, after);
        yield !after.ended() || held.test(e.crossing()) ? rest : rest.without(e.visit());
      }
      case FleetEvent.StayTold e -> {
        Visit before = all.get(e.visit());
        yield changed(before, before.told(e.told()));
      }
    };
  }

  private Visits begin(Visit visit) {
    if (all.has(visit.id()) || byKey.has(visit.key())) {
      throw new IllegalStateException("corrupt log: visit " + visit.id() + " begins twice");
    }
    List<Long> ids = new ArrayList<>(byCrossing.find(visit.crossing()).orElse(List.of()));
    ids.add(visit.id());
    Groups persons = byPerson;
    for (Subject person : visit.subjects()) {
      persons = persons.with(person, visit.id());
    }
    return new Visits(
            all,
            byKey.with(visit.key(), visit.id()),
            byCrossing.with(visit.crossing(), List.copyOf(ids)),
            persons,
            due)
        .put(visit);
  }

  private Visits changed(Visit before, Visit after) {
    return new Visits(all, byKey, byCrossing, byPerson, withoutDue(before)).put(after);
  }

  private Visits put(Visit visit) {
    Deadlines next = visit.due().map(at -> due.with(at, visit.id())).orElse(due);
    return new Visits(all.with(visit.id(), visit), byKey, byCrossing, byPerson, next);
  }

  private Deadlines withoutDue(Visit visit) {
    return visit.due().map(at -> due.without(at, visit.id())).orElse(due);
  }

  Visits without(long id) {
    Visit visit = all.get(id);
    List<Long> ids = new ArrayList<>(byCrossing.get(visit.crossing()));
    ids.remove(id);
    Groups persons = byPerson;
    for (Subject person : visit.subjects()) {
      persons = persons.without(person, id);
    }
    return new Visits(
        all.without(id),
        byKey.without(visit.key()),
        ids.isEmpty()
            ? byCrossing.without(visit.crossing())
            : byCrossing.with(visit.crossing(), List.copyOf(ids)),
        persons,
        withoutDue(visit));
  }

  Visits erase(Subject subject) {
    Ids<Visit> rest = all;
    for (Visit visit : all.values()) {
      if (visit.concerns(subject)) {
        rest = rest.with(visit.id(), visit.without(subject));
      }
    }
    return new Visits(rest, byKey, byCrossing, byPerson, due);
  }
}
