package io.clearway.crossing;

import io.clearway.kernel.Direction;
import io.clearway.kernel.Sorted;
import io.clearway.kernel.Subject;
import io.clearway.kernel.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// The passages that a rule can still need, and what is due on them.
///
/// @param byPlate every passage still held with that plate, in order of arrival
/// @param byRegistration from the papers to the passage
/// @param due missing keys in order of their time
/// @param closed passages that have gone, in order of going
public record Crossings(
    Table<Long, Crossing> all,
    Table<UUID, Long> byKey,
    Table<Subject, List<Long>> byPlate,
    Table<Long, Long> byRegistration,
    Sorted<Due> due,
    Sorted<Due> closed) {

  /// A passage and the moment at which something about it is due. Ordered by both.
  public record Due(Instant at, long crossing) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : Long.compare(crossing, other.crossing);
    }
  }

  public static Crossings empty() {
    return new Crossings(
        Table.empty(), Table.empty(), Table.empty(), Table.empty(), Sorted.empty(), Sorted.empty());
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

  /// The latest passage of that plate at that gate in that direction, gone or not.
  public Optional<Crossing> latest(Subject plate, String gate, Direction direction) {
    List<Long> ids = byPlate.find(plate).orElse(List.of());
    for (int i = ids.size() - 1; i >= 0; i--) {
      Crossing crossing = all.get(ids.get(i));
      if (crossing.gate().equals(gate) && crossing.direction() == direction) {
        return Optional.of(crossing);
      }
    }
    return Optional.empty();
  }

  /// Passages of that plate that nobody registered yet.
  public List<Crossing> withoutPapers(Subject plate) {
    return byPlate.find(plate).orElse(List.of()).stream()
        .map(all::get)
        .filter(c -> c.registration().isEmpty())
        .toList();
  }

  /// Passages of that plate that have not gone, in order of arrival.
  List<Crossing> live(Subject plate) {
    return byPlate.find(plate).orElse(List.of()).stream()
        .map(all::get)
        .filter(Crossing::live)
        .toList();
  }

  Crossings with(Crossing crossing) {
    Table<Long, Long> papers = byRegistration;
    if (crossing.registration().isPresent()) {
      papers = papers.with(crossing.registration().getAsLong(), crossing.id());
    }
    return new Crossings(all.with(crossing.id(), crossing), byKey, byPlate, papers, due, closed);
  }

  Crossings begin(Crossing crossing) {
    Subject plate = crossing.plate().subject();
    List<Long> same = new ArrayList<>(byPlate.find(plate).orElse(List.of()));
    same.add(crossing.id());
    return new Crossings(
            all,
            byKey.with(crossing.key(), crossing.id()),
            byPlate.with(plate, List.copyOf(same)),
            byRegistration,
            due,
            closed)
        .with(crossing);
  }

  /// Makes the subject's plate unreadable in every passage that is held.
  public Crossings erase(Subject subject) {
    Table<Long, Crossing> rest = all;
    for (long id : byPlate.find(subject).orElse(List.of())) {
      rest = rest.with(id, rest.get(id).without(subject));
    }
    return new Crossings(rest, byKey, byPlate, byRegistration, due, closed);
  }

  Crossings withDue(Sorted<Due> changed) {
    return new Crossings(all, byKey, byPlate, byRegistration, changed, closed);
  }

  Crossings withClosed(Sorted<Due> changed) {
    return new Crossings(all, byKey, byPlate, byRegistration, due, changed);
  }

  Crossings without(long id) {
    Crossing crossing = all.get(id);
    Subject plate = crossing.plate().subject();
    List<Long> same = new ArrayList<>(byPlate.find(plate).orElse(List.of()));
    same.remove(id);
    OptionalLong papers = crossing.registration();
    return new Crossings(
        all.without(id),
        byKey.without(crossing.key()),
        same.isEmpty() ? byPlate.without(plate) : byPlate.with(plate, List.copyOf(same)),
        papers.isPresent() ? byRegistration.without(papers.getAsLong()) : byRegistration,
        due,
        crossing.track().gateLeftAt().map(at -> closed.without(new Due(at, id))).orElse(closed));
  }
}
