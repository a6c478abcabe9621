package io.clearway.journal;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The command ids of the last 24 hours, at most 200,000; older ones are found by the unique index.
/// Used by the writer alone.
final class Seen {

  private static final long KEPT_MICROS = Duration.ofHours(24).toMillis() * 1_000;
  static final int MOST = 200_000;

  /// Which entry a command made and what its bytes were.
  record Mark(long seq, long at, Digest digest) {}

  private final Map<UUID, Mark> marks = new LinkedHashMap<>();

  Optional<Mark> find(UUID id) {
    return Optional.ofNullable(marks.get(id));
  }

  void add(UUID id, Mark mark) {
    marks.put(id, mark);
    Iterator<Mark> oldest = marks.values().iterator();
    while (oldest.hasNext()) {
      if (oldest.next().at() >= mark.at() - KEPT_MICROS && marks.size() <= MOST) {
        return;
      }
      oldest.remove();
    }
  }

  int size() {
    return marks.size();
  }
}
