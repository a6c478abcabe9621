package io.clearway.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.organicdesign.fp.collections.PersistentTreeMap;

/// An immutable set in ascending order: due times, tickets.
public final class Sorted<T extends Comparable<T>> {

  private final PersistentTreeMap<T, Boolean> map;

  private Sorted(PersistentTreeMap<T, Boolean> map) {
    this.map = map;
  }

  public static <T extends Comparable<T>> Sorted<T> empty() {
    return new Sorted<>(PersistentTreeMap.empty(Comparator.<T>naturalOrder()));
  }

  public Sorted<T> with(T item) {
    return new Sorted<>(map.assoc(item, Boolean.TRUE));
  }

  public Sorted<T> without(T item) {
    return new Sorted<>(map.without(item));
  }

  /// The lowest items up to and including `last`, at most `limit` of them.
  public List<T> upTo(T last, int limit) {
    List<T> found = new ArrayList<>();
    for (var entry : map) {
      if (found.size() == limit || entry.getKey().compareTo(last) > 0) {
        break;
      }
      found.add(entry.getKey());
    }
    return found;
  }

  public int size() {
    return map.size();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sorted<?> sorted && map.equals(sorted.map);
  }

  @Override
  public int hashCode() {
    return map.hashCode();
  }

  @Override
  public String toString() {
    return "Sorted of " + map.size();
  }
}
