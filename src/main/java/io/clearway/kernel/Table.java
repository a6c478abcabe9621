package io.clearway.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.organicdesign.fp.collections.PersistentHashMap;

/// An immutable map: every change makes a new table and leaves the old one as it was.
///
/// Keys need a hash that is the same in every run: `Long`, `String`, records of these; never an
/// enum. The order of iteration then is too. Behind it stands Paguro's map (ADR 0002), so that a
/// faster trie can follow.
public final class Table<K, V> {

  private final PersistentHashMap<K, V> map;

  private Table(PersistentHashMap<K, V> map) {
    this.map = map;
  }

  public static <K, V> Table<K, V> empty() {
    return new Table<>(PersistentHashMap.empty());
  }

  public Optional<V> find(K key) {
    return Optional.ofNullable(map.get(key));
  }

  /// @throws IllegalStateException when there is none: the log is corrupt or a rule is wrong
  public V get(K key) {
    V value = map.get(key);
    if (value == null) {
      throw new IllegalStateException("no entry for " + key);
    }
    return value;
  }

  public boolean has(K key) {
    return map.containsKey(key);
  }

  public Table<K, V> with(K key, V value) {
    return new Table<>(map.assoc(key, value));
  }

  public Table<K, V> without(K key) {
    return new Table<>(map.without(key));
  }

  public int size() {
    return map.size();
  }

  /// In the map's own order, which is the same in every run.
  public List<V> values() {
    List<V> values = new ArrayList<>(map.size());
    for (var entry : map) {
      values.add(entry.getValue());
    }
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Table<?, ?> table && map.equals(table.map);
  }

  @Override
  public int hashCode() {
    return map.hashCode();
  }

  @Override
  public String toString() {
    return "Table of " + map.size();
  }
}
