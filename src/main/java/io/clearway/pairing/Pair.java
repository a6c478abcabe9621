package io.clearway.pairing;

import io.clearway.site.Agency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An export and an import of one vehicle that belong together: it goes loaded and comes back
/// loaded.
///
/// @param export its registration
/// @param imported the other registration
/// @param at when they were linked
/// @param words of the agencies with which it is registered
/// @param broken which conditions an amendment broke, as codes; none when all hold
public record Pair(
    long id, long export, long imported, Instant at, List<Word> words, List<String> broken) {

  /// With whom a two-way trip is registered.
  static final List<Agency> REGISTERED_WITH = List.of(Agency.BORDER_GUARD, Agency.CUSTOMS);

  /// An agency registered the trip.
  public record Word(Agency agency, long actor, Instant at) {}

  public Optional<Word> wordOf(Agency agency) {
    return words.stream().filter(word -> word.agency() == agency).findFirst();
  }

  /// It was registered with both by then, and nothing broke a condition since.
  public boolean countsBy(Instant then) {
    return REGISTERED_WITH.stream()
        .allMatch(agency -> wordOf(agency).filter(word -> !word.at().isAfter(then)).isPresent());
  }

  public List<Long> registrations() {
    return List.of(export, imported);
  }

  /// The other half of the trip.
  public long otherThan(long registration) {
    return registration == export ? imported : export;
  }

  Pair with(Word said) {
    List<Word> all = new ArrayList<>(words);
    all.add(said);
    return new Pair(id, export, imported, at, List.copyOf(all), broken);
  }

  /// The link stays; with a condition that is broken no word does.
  Pair judged(List<String> now) {
    return new Pair(id, export, imported, at, now.isEmpty() ? words : List.of(), now);
  }
}
