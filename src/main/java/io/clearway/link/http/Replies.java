package io.clearway.link.http;

import io.clearway.crossing.CrossingEvent;
import io.clearway.journal.Entry;
import io.clearway.world.Event;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// What the latest commands came to, so that a repeated one gets the same answer. Thread-safe.
final class Replies {

  private static final int KEPT = 50_000;

  private final Map<UUID, Reply> latest =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Reply> eldest) {
          return size() > KEPT;
        }
      };

  /// @param events the names of the events, in order
  /// @param crossing the passage that the first event about one names
  record Reply(long seq, List<String> events, OptionalLong crossing) {}

  static Reply of(Entry entry) {
    return new Reply(
        entry.seq(),
        entry.events().stream().map(EventNames::of).toList(),
        entry.events().stream()
            .flatMapToLong(event ->
                event instanceof Event.OfCrossing(CrossingEvent fact)
                    ? EventNames.crossings(fact).stream().mapToLong(Long::longValue)
                    : java.util.stream.LongStream.empty())
            .findFirst());
  }

  synchronized void accept(Entry entry) {
    latest.put(entry.commandId(), of(entry));
  }

  synchronized Optional<Reply> find(UUID command) {
    return Optional.ofNullable(latest.get(command));
  }
}
