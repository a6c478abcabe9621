package io.clearway.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An immutable map from the ids of our one sequence, in ascending order of ids: every change makes
/// a new one and leaves the old one as it was, but see [Edit].
public final class Ids<V> {

  private final Trie<V> trie;

  private Ids(Trie<V> trie) {
    this.trie = trie;
  }

  public static <V> Ids<V> empty() {
    return new Ids<>(Trie.empty());
  }

  /// The same contents, to be changed under that edit or under none.
  public Ids<V> under(@Nullable Edit edit) {
    return new Ids<>(trie.under(edit));
  }

  public Optional<V> find(long id) {
    return Optional.ofNullable(trie.find(0, id));
  }

  /// @throws IllegalStateException when there is none: the log is corrupt or a rule is wrong
  public V get(long id) {
    V value = trie.find(0, id);
    if (value == null) {
      throw new IllegalStateException("no entry for " + id);
    }
    return value;
  }

  public boolean has(long id) {
    return trie.find(0, id) != null;
  }

  public Ids<V> with(long id, V value) {
    return new Ids<>(trie.with(0, id, value));
  }

  public Ids<V> without(long id) {
    return new Ids<>(trie.without(0, id));
  }

  public int size() {
    return trie.size();
  }

  /// In ascending order of their ids.
  public List<V> values() {
    List<V> values = new ArrayList<>(trie.size());
    trie.forEach(values::add);
    return values;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Ids<?> ids && trie.equals(ids.trie);
  }

  @Override
  public int hashCode() {
    return trie.hashCode();
  }

  @Override
  public String toString() {
    return "Ids of " + trie.size();
  }
}
