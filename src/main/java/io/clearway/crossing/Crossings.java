package io.clearway.crossing;

import io.clearway.kernel.Deadlines;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Edit;
import io.clearway.kernel.Groups;
import io.clearway.kernel.Ids;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import io.clearway.kernel.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The passages that a rule can still need, and what is due on them.
///
/// @param byPlate every passage still held with that plate, in order of arrival
/// @param byRegistration from the papers to the passage
/// @param due missing keys in order of their time
/// @param closed passages that have gone, in order of going
/// @param outside what is known of vehicles away from the gate
public record Crossings(
    Ids<Crossing> all,
    Table<UUID, Long> byKey,
    Groups byPlate,
    Ids<Long> byRegistration,
    Deadlines due,
    Deadlines closed,
    Outside outside) {

  public static Crossings empty() {
    return new Crossings(
        Ids.empty(),
        Table.ofKeys(),
        Groups.empty(),
        Ids.empty(),
        Deadlines.empty(),
        Deadlines.empty(),
        Outside.empty());
  }

  /// The same passages, to be changed under that edit or under none.
  public Crossings under(@Nullable Edit edit) {
    return new Crossings(
        all.under(edit),
        byKey.under(edit),
        byPlate.under(edit),
        byRegistration.under(edit),
        due.under(edit),
        closed.under(edit),
        outside.under(edit));
  }

  public Optional<Crossing> find(long id) {
    return all.find(id);
  }

  public Optional<Crossing> find(UUID key) {
    return byKey.find(key).map(all::get);
  }

  public boolean holdsRegistration(long registration) {
    return byRegistration.has(registration);
  }

  /// The passage of that plate at that gate in that direction that is live, else the latest. What
  /// was given another tractor may be older than a passage of that tractor which is over.
  public Optional<Crossing> latest(Subject plate, String gate, Direction direction) {
    List<Long> ids = byPlate.of(plate);
    Optional<Crossing> latest = Optional.empty();
    for (int i = ids.size() - 1; i >= 0; i--) {
      Crossing crossing = all.get(ids.get(i));
      if (crossing.gate().equals(gate) && crossing.direction() == direction) {
        if (crossing.live()) {
          return Optional.of(crossing);
        }
        latest = latest.isEmpty() ? Optional.of(crossing) : latest;
      }
    }
    return latest;
  }

  /// The latest passage of that plate anywhere, before the one that is named.
  public Optional<Crossing> before(Subject plate, long next) {
    return byPlate.of(plate).reversed().stream().filter(id -> id < next).findFirst().map(all::get);
  }

  /// Passages of that plate that nobody registered yet, in order of arrival. One that was turned
  /// away needs no papers any more.
  public List<Crossing> withoutPapers(Subject plate) {
    return those(plate, c -> c.registration().isEmpty() && !c.turnedAway());
  }

  /// Passages of that plate that have not gone, in order of arrival.
  public List<Crossing> live(Subject plate) {
    return those(plate, Crossing::live);
  }

  /// How many reefers are plugged in in that yard.
  public long plugged(String yard) {
    return all.values().stream().filter(c -> c.plugged() && c.track().isIn(yard)).count();
  }

  /// What stands on that place of that yard.
  public Optional<Crossing> on(String yard, String place) {
    return placed(yard)
        .filter(c -> c.track().placing().filter(p -> p.place().equals(place)).isPresent())
        .findFirst();
  }

  /// What stands on a place of that yard that is known.
  Stream<Crossing> placed(String yard) {
    return all.values().stream()
        .filter(c -> c.track().isIn(yard) && c.track().placing().isPresent());
  }

  /// Mostly there are none.
  private List<Crossing> those(Subject plate, Predicate<Crossing> wanted) {
    List<Crossing> found = List.of();
    for (long id : byPlate.of(plate)) {
      Crossing crossing = all.get(id);
      if (wanted.test(crossing)) {
        found = found.isEmpty() ? new ArrayList<>() : found;
        found.add(crossing);
      }
    }
    return found;
  }

  Crossings with(Crossing crossing) {
    Ids<Long> papers = byRegistration;
    if (crossing.registration().isPresent()) {
      long held = crossing.registration().getAsLong();
      papers = crossing.turnedAway() ? free(crossing) : papers.with(held, crossing.id());
    }
    return new Crossings(
        all.with(crossing.id(), crossing), byKey, byPlate, papers, due, closed, outside);
  }

  /// Its papers belong to no passage any more, unless they belong to another one already.
  private Ids<Long> free(Crossing crossing) {
    return crossing.registration().stream()
            .anyMatch(
                held -> byRegistration.find(held).filter(id -> id == crossing.id()).isPresent())
        ? byRegistration.without(crossing.registration().getAsLong())
        : byRegistration;
  }

  Crossings begin(Crossing crossing) {
    if (all.has(crossing.id())) {
      throw new IllegalStateException("passage " + crossing.id() + " begins twice");
    }
    return new Crossings(
            all,
            byKey.with(crossing.key(), crossing.id()),
            byPlate.with(crossing.plate().subject(), crossing.id()),
            byRegistration,
            due,
            closed,
            outside)
        .with(crossing);
  }

  /// The passage goes on under that plate: another tractor took its trailer.
  public Crossings withTractor(long id, Personal<String> plate) {
    Crossing crossing = all.get(id);
    Crossing after = crossing.with(plate);
    return new Crossings(
        all.with(id, after),
        byKey,
        byPlate.without(crossing.plate().subject(), id).with(plate.subject(), id),
        byRegistration,
        due,
        closed,
        outside);
  }

  /// Makes the subject's plate unreadable in every passage that is held.
  public Crossings erase(Subject subject) {
    Ids<Crossing> rest = all;
    for (long id : byPlate.of(subject)) {
      rest = rest.with(id, rest.get(id).without(subject));
    }
    return new Crossings(rest, byKey, byPlate, byRegistration, due, closed, outside.erase(subject));
  }

  Crossings with(Outside changed) {
    return new Crossings(all, byKey, byPlate, byRegistration, due, closed, changed);
  }

  Crossings withDue(Deadlines changed) {
    return new Crossings(all, byKey, byPlate, byRegistration, changed, closed, outside);
  }

  Crossings withClosed(Deadlines changed) {
    return new Crossings(all, byKey, byPlate, byRegistration, due, changed, outside);
  }

  Crossings without(long id) {
    Crossing crossing = all.get(id);
    return new Crossings(
        all.without(id),
        byKey.without(crossing.key()),
        byPlate.without(crossing.plate().subject(), id),
        free(crossing),
        due,
        crossing.track().gateLeftAt().map(at -> closed.without(at, id)).orElse(closed),
        outside);
  }
}
