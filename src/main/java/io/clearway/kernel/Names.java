package io.clearway.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An immutable map from official numbers and other texts: every change makes a new one and leaves
/// the old one as it was, but see [Edit].
///
/// Texts are found by two hashes of theirs. Those that share both stand in one list, in order of
/// the texts, so that equal contents are equal.
public final class Names<V> {

  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  /// A text with its value, and those after it with the same hashes.
  private record Named<V>(String name, V value, @Nullable Named<V> next) {

    static <V> @Nullable Named<V> find(@Nullable Named<V> first, String name) {
      @Nullable Named<V> named = first;
      while (named != null && !named.name.equals(name)) {
        named = named.next;
      }
      return named;
    }

    static <V> Named<V> with(@Nullable Named<V> first, String name, V value) {
      int order = first == null ? -1 : name.compareTo(first.name);
      if (first == null || order < 0) {
        return new Named<>(name, value, first);
      }
      return order == 0
          ? new Named<>(name, value, first.next)
          : new Named<>(first.name, first.value, with(first.next, name, value));
    }

    static <V> @Nullable Named<V> without(Named<V> first, String name) {
      if (first.name.equals(name)) {
        return first.next;
      }
      return first.next == null
          ? first
          : new Named<>(first.name, first.value, without(first.next, name));
    }
  }

  /// Gives a text its place.
  interface Hash {
    long of(String name);
  }

  private final Trie<Named<V>> trie;
  private final int size;
  private final Hash hash;

  private Names(Trie<Named<V>> trie, int size, Hash hash) {
    this.trie = trie;
    this.size = size;
    this.hash = hash;
  }

  public static <V> Names<V> empty() {
    return empty(Names::mixed);
  }

  static <V> Names<V> empty(Hash hash) {
    return new Names<>(Trie.empty(), 0, hash);
  }

  private static long mixed(String name) {
    long mixed = FACTOR;
    for (int i = 0; i < name.length(); i++) {
      mixed = (mixed ^ name.charAt(i)) * FACTOR;
      mixed ^= mixed >>> 29;
    }
    return mixed;
  }

  /// The same contents, to be changed under that edit or under none.
  public Names<V> under(@Nullable Edit edit) {
    return new Names<>(trie.under(edit), size, hash);
  }

  public Optional<V> find(String name) {
    Named<V> named = Named.find(trie.find(hash.of(name), name.hashCode()), name);
    return named == null ? Optional.empty() : Optional.of(named.value);
  }

  public boolean has(String name) {
    return Named.find(trie.find(hash.of(name), name.hashCode()), name) != null;
  }

  public Names<V> with(String name, V value) {
    long high = hash.of(name);
    long low = name.hashCode();
    Named<V> first = trie.find(high, low);
    boolean fresh = Named.find(first, name) == null;
    return new Names<>(
        trie.with(high, low, Named.with(first, name, value)), fresh ? size + 1 : size, hash);
  }

  public Names<V> without(String name) {
    long high = hash.of(name);
    long low = name.hashCode();
    Named<V> first = trie.find(high, low);
    if (first == null || Named.find(first, name) == null) {
      return this;
    }
    Named<V> rest = Named.without(first, name);
    return new Names<>(
        rest == null ? trie.without(high, low) : trie.with(high, low, rest), size - 1, hash);
  }

  public int size() {
    return size;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Names<?> names && trie.equals(names.trie);
  }

  @Override
  public int hashCode() {
    return trie.hashCode();
  }

  @Override
  public String toString() {
    return "Names of " + size;
  }
}
