package io.clearway.kernel;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An immutable map from a name of 128 bits, a [UUID] or a [Subject]: every change makes a new
/// table and leaves the old one as it was, but see [Edit].
public final class Table<K, V> {

  private final Trie<V> trie;

  private Table(Trie<V> trie) {
    this.trie = trie;
  }

  /// From ids at the edge.
  public static <V> Table<UUID, V> ofKeys() {
    return new Table<>(Trie.empty());
  }

  /// From people and plates.
  public static <V> Table<Subject, V> ofSubjects() {
    return new Table<>(Trie.empty());
  }

  private static long high(Object key) {
    return key instanceof UUID id ? id.getMostSignificantBits() : ((Subject) key).high();
  }

  private static long low(Object key) {
    return key instanceof UUID id ? id.getLeastSignificantBits() : ((Subject) key).low();
  }

  /// The same contents, to be changed under that edit or under none.
  public Table<K, V> under(@Nullable Edit edit) {
    return new Table<>(trie.under(edit));
  }

  public Optional<V> find(K key) {
    return Optional.ofNullable(trie.find(high(key), low(key)));
  }

  /// @throws IllegalStateException when there is none: the log is corrupt or a rule is wrong
  public V get(K key) {
    V value = trie.find(high(key), low(key));
    if (value == null) {
      throw new IllegalStateException("no entry for " + key);
    }
    return value;
  }

  public boolean has(K key) {
    return trie.find(high(key), low(key)) != null;
  }

  public Table<K, V> with(K key, V value) {
    return new Table<>(trie.with(high(key), low(key), value));
  }

  public Table<K, V> without(K key) {
    return new Table<>(trie.without(high(key), low(key)));
  }

  public int size() {
    return trie.size();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Table<?, ?> table && trie.equals(table.trie);
  }

  @Override
  public int hashCode() {
    return trie.hashCode();
  }

  @Override
  public String toString() {
    return "Table of " + trie.size();
  }
}
