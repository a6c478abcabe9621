package io.clearway.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Texts against the JDK's map, also when many share their hashes.
class NamesTest {

  /// Java's own hash of these is the same, so only the other one tells them apart.
  private static String clash(int number) {
    StringBuilder text = new StringBuilder();
    for (int bit = 0; bit < 8; bit++) {
      text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return text.toString();
  }

  @Test
  void behavesAsTheJdksMap() {
    assertThat(clash(3)).hasSameHashCodeAs(clash(200));
    for (int seed = 0; seed < 40; seed++) {
      play(new Random(seed), Names.empty());
      play(new Random(seed), Names.empty(name -> 7));
      play(new Random(seed), Names.empty(name -> name.hashCode() % 3));
    }
  }

  private static void play(Random random, Names<Integer> empty) {
    Names<Integer> names = empty;
    TreeMap<String, Integer> model = new TreeMap<>();
    for (int step = 0; step < 400; step++) {
      String name = random.nextBoolean() ? clash(random.nextInt(256)) : "S" + random.nextInt(99);
      Names<Integer> before = names;
      int size = before.size();
      if (random.nextInt(step < 200 ? 3 : 2) > 0) {
        names = names.with(name, step);
        model.put(name, step);
      } else {
        names = names.without(name);
        model.remove(name);
      }
      assertThat(before.size()).isEqualTo(size);
      assertThat(names.size()).isEqualTo(model.size());
      String probe = clash(random.nextInt(256));
      assertThat(names.find(probe).orElse(-1)).isEqualTo(model.getOrDefault(probe, -1));
      assertThat(names.has(probe)).isEqualTo(model.containsKey(probe));
    }
    Names<Integer> again = empty;
    for (var entry : model.descendingMap().entrySet()) {
      again = again.with(entry.getKey(), entry.getValue());
    }
    assertThat(again).isEqualTo(names).hasSameHashCodeAs(names);
    for (String name : model.keySet()) {
      names = names.without(name);
    }
    assertThat(names).isEqualTo(empty);
  }
}
