package io.clearway.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

  private static final Instant START = Instant.parse("2026-01-15T00:00:00Z");

  @Test
  void areInOrderOfTimeToTheNanosecondAndThenOfId() {
    Random random = new Random(1);
    Deadlines deadlines = Deadlines.empty();
    TreeSet<Deadlines.Due> model = new TreeSet<>();
    for (int step = 0; step < 5_000; step++) {
      Instant at = START.plusNanos(random.nextInt(3) * 500_000_000L + random.nextInt(3));
      long id = random.nextInt(20);
      if (random.nextInt(3) > 0) {
        deadlines = deadlines.with(at, id);
        model.add(new Deadlines.Due(at, id));
      } else {
        deadlines = deadlines.without(at, id);
        model.remove(new Deadlines.Due(at, id));
      }
    }
    assertThat(deadlines.all()).isEqualTo(List.copyOf(model)).isNotEmpty();
    Instant last = START.plusNanos(500_000_001);
    List<Deadlines.Due> due = model.stream().filter(d -> !d.at().isAfter(last)).toList();
    assertThat(deadlines.upTo(last, 1_000)).isEqualTo(due);
    assertThat(deadlines.upTo(last, 4)).isEqualTo(due.subList(0, 4));
    assertThat(deadlines.upTo(START.minusNanos(1), 10)).isEmpty();
    assertThat(deadlines.isEmpty()).isFalse();
    assertThat(Deadlines.empty().isEmpty()).isTrue();
  }

  @Test
  void whatIsNotWantedTakesNobodysPlace() {
    Deadlines all = Deadlines.empty();
    Instant at = Instant.parse("2026-11-24T00:00:00Z");
    for (int id = 1; id <= 200; id++) {
      all = all.with(at, id);
    }
    assertThat(all.upTo(at, 2, id -> id > 150))
        .extracting(Deadlines.Due::id)
        .containsExactly(151L, 152L);
    assertThat(all.upTo(at, 0, id -> true)).isEmpty();
  }

  @Test
  void timesThatNobodyCanMeanAreRefused() {
    assertThatThrownBy(() -> Deadlines.empty().with(Instant.MAX, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Deadlines.empty().with(Instant.EPOCH.minusNanos(1), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
