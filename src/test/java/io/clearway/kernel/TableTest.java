package io.clearway.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The table against the JDK's map, with good hashes and with bad ones.
final class TableTest {

  /// Few hashes for many keys, all bits of some alike.
  private record Clash(int number) implements Comparable<Clash> {
    @Override
    public int hashCode() {
      return number % 7 == 0 ? 0x12340000 : number % 13 << 27;
    }

    @Override
    public int compareTo(Clash other) {
      return Integer.compare(number, other.number);
    }
  }

  private interface Keys<K> {
    K of(int number);
  }

  @Test
  void behavesAsTheJdksMap() {
    for (int seed = 0; seed < 40; seed++) {
      play(new Random(seed), n -> (long) n);
      play(new Random(seed), Clash::new);
      play(new Random(seed), n -> new Subject(0x9E3779B97F4A7C15L * n, n));
    }
  }

  private static <K> void play(Random random, Keys<K> keys) {
    Table<K, Integer> table = Table.empty();
    Map<Integer, Integer> model = new TreeMap<>();
    int most = 1 + random.nextInt(300);
    for (int step = 0; step < 600; step++) {
      int number = random.nextInt(most);
      Table<K, Integer> before = table;
      int size = before.size();
      if (random.nextInt(step < 300 ? 3 : 2) > 0) {
        table = table.with(keys.of(number), step);
        model.put(number, step);
      } else {
        table = table.without(keys.of(number));
        model.remove(number);
      }
      assertThat(before.size()).isEqualTo(size);
      assertThat(table.size()).isEqualTo(model.size());
      int probe = random.nextInt(most);
      assertThat(table.find(keys.of(probe)).orElse(-1)).isEqualTo(model.getOrDefault(probe, -1));
    }
    assertThat(table.values()).containsExactlyInAnyOrderElementsOf(model.values());
    Table<K, Integer> again = Table.empty();
    for (Map.Entry<Integer, Integer> entry : model.entrySet()) {
      assertThat(table.get(keys.of(entry.getKey()))).isEqualTo(entry.getValue());
      again = again.with(keys.of(entry.getKey()), entry.getValue());
    }
    assertThat(again).isEqualTo(table).hasSameHashCodeAs(table);
    assertThat(again.with(keys.of(most), -1)).isNotEqualTo(table);
    for (int number : model.keySet()) {
      table = table.without(keys.of(number));
    }
    assertThat(table).isEqualTo(Table.empty());
  }
}
