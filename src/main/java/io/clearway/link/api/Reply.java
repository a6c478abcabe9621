package io.clearway.link.api;

import io.clearway.crossing.CrossingEvent;
import io.clearway.journal.Entry;
import io.clearway.world.Event;
import java.util.List;
import java.util.Optional;

/// What a committed command came to; the same for its repetition.
///
/// @param events the names of the events, in order
/// @param crossing the passage that the first event about one names
record Reply(long seq, List<String> events, Optional<Long> crossing) {

  static Reply of(Entry entry) {
    return new Reply(
        entry.seq(),
        entry.events().stream().map(EventNames::of).toList(),
        entry.events().stream()
            .flatMap(event ->
                event instanceof Event.OfCrossing(CrossingEvent fact)
                    ? EventNames.crossings(fact).stream()
                    : java.util.stream.Stream.<Long>empty())
            .findFirst());
  }
}
