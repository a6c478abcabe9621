package io.clearway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.journal.Digest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The memory of command ids against a plain queue.
class SeenTest {

  private static final long HOUR = Duration.ofHours(1).toMillis() * 1_000;

  private static Seen.Mark mark(long seq, long at) {
    return new Seen.Mark(seq, at, new Digest(seq, 2, 3, -seq));
  }

  /// Few different buckets, so that many ids stand side by side.
  private static UUID id(Random random, boolean crowded) {
    return crowded
        ? new UUID(random.nextInt(40), (long) random.nextInt(1 << 20) << 44)
        : new UUID(random.nextLong(), random.nextLong());
  }

  @Test
  void remembersADayAndNoMore() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      Seen seen = new Seen();
      ArrayDeque<UUID> ids = new ArrayDeque<>();
      Set<UUID> held = new HashSet<>();
      ArrayDeque<Seen.Mark> marks = new ArrayDeque<>();
      long at = 0;
      for (int seq = 1; seq < 20_000; seq++) {
        at += random.nextInt(40) == 0 ? random.nextLong(HOUR) : random.nextInt(100);
        UUID id = id(random, seed % 2 == 0);
        if (!held.add(id)) {
          continue;
        }
        seen.add(id, mark(seq, at));
        ids.add(id);
        marks.add(mark(seq, at));
        while (marks.getFirst().at() < at - 24 * HOUR) {
          UUID forgotten = ids.remove();
          held.remove(forgotten);
          assertThat(seen.find(forgotten)).as("seed %d", seed).isEmpty();
          marks.remove();
        }
        assertThat(seen.size()).isEqualTo(ids.size());
        if (seq % 500 == 0) {
          var mark = marks.iterator();
          for (UUID known : ids) {
            assertThat(seen.find(known)).as("seed %d", seed).contains(mark.next());
          }
          assertThat(seen.find(new UUID(-1, seq))).isEmpty();
        }
      }
    }
  }

  @Test
  void holdsNoMoreThanItsBound() {
    Seen seen = new Seen();
    for (int seq = 0; seq < Seen.MOST + 5_000; seq++) {
      seen.add(new UUID(7, seq), mark(seq, seq));
    }
    assertThat(seen.size()).isEqualTo(Seen.MOST);
    assertThat(seen.find(new UUID(7, 4_999))).isEmpty();
    assertThat(seen.find(new UUID(7, 5_000))).contains(mark(5_000, 5_000));
  }
}
