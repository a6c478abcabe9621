package io.clearway.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The trie against the JDK's map, with keys that differ early, late, and in both words.
final class TrieTest {

  private record Key(long high, long low) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int first = Long.compareUnsigned(high, other.high);
      return first != 0 ? first : Long.compareUnsigned(low, other.low);
    }
  }

  private static Key key(Random random, int kind) {
    return switch (kind) {
      case 0 -> new Key(0, random.nextInt(300));
      case 1 -> new Key(random.nextLong(), random.nextLong());
      case 2 -> new Key(random.nextInt(4) - 2L, random.nextInt(8) * 0x2000_0000_0000_0000L);
      default -> new Key(1L << random.nextInt(64), 1L << random.nextInt(64));
    };
  }

  private static List<Integer> values(Trie<Integer> trie) {
    List<Integer> values = new ArrayList<>();
    trie.forEach(values::add);
    return values;
  }

  @Test
  void behavesAsTheJdksMapAndLeavesOldOnesAsTheyWere() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Trie<Integer> trie = Trie.empty();
      TreeMap<Key, Integer> model = new TreeMap<>();
      for (int step = 0; step < 300; step++) {
        Key key = key(random, seed % 4);
        Trie<Integer> before = trie;
        List<Integer> held = values(before);
        if (random.nextInt(step < 200 ? 4 : 2) > 0) {
          trie = trie.with(key.high, key.low, step);
          model.put(key, step);
        } else {
          trie = trie.without(key.high, key.low);
          model.remove(key);
        }
        assertThat(values(before)).as("seed %d", seed).isEqualTo(held);
        assertThat(trie.size()).isEqualTo(model.size());
        Key probe = key(random, seed % 4);
        assertThat(trie.find(probe.high, probe.low)).isEqualTo(model.get(probe));
      }
      assertThat(values(trie)).as("seed %d", seed).isEqualTo(List.copyOf(model.values()));
    }
  }

  @Test
  void anEditChangesNothingButWhoMayBeRead() {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      Trie<Integer> plain = Trie.empty();
      Trie<Integer> edited = Trie.empty();
      for (int round = 0; round < 10; round++) {
        Trie<Integer> base = edited;
        List<Integer> held = values(base);
        edited = edited.under(new Edit());
        for (int step = 0; step < 40; step++) {
          Key key = key(random, seed % 4);
          boolean put = random.nextInt(3) > 0;
          plain = put ? plain.with(key.high, key.low, step) : plain.without(key.high, key.low);
          edited = put ? edited.with(key.high, key.low, step) : edited.without(key.high, key.low);
        }
        edited = edited.under(null);
        assertThat(values(base)).as("seed %d", seed).isEqualTo(held);
        assertThat(edited).isEqualTo(plain).hasSameHashCodeAs(plain);
      }
    }
  }

  @Test
  void whatWasChangedUnderAnEditIsSpent() {
    Trie<Integer> before = Trie.<Integer>empty().with(1, 1, 1).under(new Edit());
    Trie<Integer> after = before.with(1, 1, 2);
    assertThat(after.find(1, 1)).isEqualTo(2);
    assertThatThrownBy(() -> before.find(1, 1)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> before.with(2, 2, 2)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> before.without(1, 1)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> before.under(null)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> values(before)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void equalContentsAreEqualWhateverCameFirst() {
    Random random = new Random(7);
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      keys.add(key(random, i % 4));
    }
    Trie<Integer> forth = Trie.empty();
    Trie<Integer> back = Trie.empty();
    for (int i = 0; i < keys.size(); i++) {
      Key there = keys.get(keys.size() - 1 - i);
      forth = forth.with(keys.get(i).high, keys.get(i).low, keys.get(i).hashCode());
      back = back.with(there.high, there.low, there.hashCode());
    }
    assertThat(forth).isEqualTo(back).hasSameHashCodeAs(back);
    assertThat(forth.with(3, 3, 3)).isNotEqualTo(back);
    assertThat(forth.with(keys.getFirst().high, keys.getFirst().low, -1)).isNotEqualTo(back);
    for (Key key : keys) {
      forth = forth.without(key.high, key.low);
    }
    assertThat(forth).isEqualTo(Trie.empty());
  }
}
