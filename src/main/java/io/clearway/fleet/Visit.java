package io.clearway.fleet;

import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Persons who came in with a foreign vehicle, and go out again, each.
///
/// @param key of their passage at the edge; of who came with another tractor, of its change
/// @param crossing the passage of the vehicle that they are in
/// @param plate of the vehicle with which they came
/// @param inAt when both keys were turned
/// @param stay how long they may stay; empty: nobody said
/// @param told what was said of it already
public record Visit(
    long id,
    UUID key,
    long crossing,
    String gate,
    Personal<String> plate,
    Instant inAt,
    Optional<Stay> stay,
    List<Guest> persons,
    Told told) {

  /// How long one that is not counted out stays known beyond its time.
  static final Duration KEPT = Duration.ofDays(30);

  /// @param warnAt when the border guard is told that it ends soon
  /// @param until the last moment: by the limit, or by a document that runs out before
  public record Stay(Instant warnAt, Instant until) {}

  /// @param out once the border guard counted the person out
  public record Guest(Personal<String> name, Optional<Out> out) {}

  /// @param with the passage of the vehicle in which the person left
  public record Out(Instant at, long with) {}

  /// What was said of a stay.
  public enum Told {
    NOTHING,
    ENDS,
    OVER
  }

  /// How many are in.
  public long inside() {
    return persons.stream().filter(person -> person.out().isEmpty()).count();
  }

  public boolean ended() {
    return inside() == 0;
  }

  /// When something is due of it: a warning, its end, that it is forgotten.
  Optional<Instant> due() {
    return ended()
        ? Optional.empty()
        : Optional.of(
            switch (told) {
              case NOTHING -> stay.map(Stay::warnAt).orElse(inAt.plus(KEPT));
              case ENDS -> stay.orElseThrow().until();
              case OVER -> stay.orElseThrow().until().plus(KEPT);
            });
  }

  /// Nothing more is said of it.
  boolean toldAll() {
    return stay.isEmpty() || told == Told.OVER;
  }

  Visit out(List<Integer> counted, Out with) {
    List<Guest> all = new ArrayList<>(persons);
    for (int i : counted) {
      all.set(i, new Guest(all.get(i).name(), Optional.of(with)));
    }
    return with(List.copyOf(all), told);
  }

  Visit told(Told now) {
    return with(persons, now);
  }

  /// Who is in it, each once.
  List<Subject> subjects() {
    return persons.stream().map(person -> person.name().subject()).distinct().toList();
  }

  boolean concerns(Subject subject) {
    return plate.subject().equals(subject) || subjects().contains(subject);
  }

  Visit without(Subject erased) {
    List<Guest> rest =
        persons.stream().map(one -> new Guest(one.name().without(erased), one.out())).toList();
    return new Visit(id, key, crossing, gate, plate.without(erased), inAt, stay, rest, told);
  }

  private Visit with(List<Guest> all, Told said) {
    return new Visit(id, key, crossing, gate, plate, inAt, stay, all, said);
  }
}
