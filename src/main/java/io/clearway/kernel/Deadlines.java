package io.clearway.kernel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/// An immutable set of moments at which something about an id is due, in order of time and then of
/// id: every change makes a new one and leaves the old one as it was, but see [Edit].
///
/// Times are exact to the nanosecond and lie between 1970 and 2242, as everything that the edge
/// lets in.
public final class Deadlines {

  /// A moment and what is due then. Ordered by both.
  public record Due(Instant at, long id) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : Long.compare(id, other.id);
    }
  }

  private static final long NANO_BITS = 30;
  private static final long LAST_SECOND = (1L << 33) - 1;

  private final Trie<Boolean> trie;

  private Deadlines(Trie<Boolean> trie) {
    this.trie = trie;
  }

  public static Deadlines empty() {
    return new Deadlines(Trie.empty());
  }

  /// The same contents, to be changed under that edit or under none.
  public Deadlines under(@Nullable Edit edit) {
    return new Deadlines(trie.under(edit));
  }

  /// @throws IllegalArgumentException for a time out of range
  public Deadlines with(Instant at, long id) {
    return new Deadlines(trie.with(exact(at), id, Boolean.TRUE));
  }

  public Deadlines without(Instant at, long id) {
    return new Deadlines(trie.without(exact(at), id));
  }

  public boolean isEmpty() {
    return trie.size() == 0;
  }

  /// The earliest up to and including that moment, at most `limit` of them.
  public List<Due> upTo(Instant last, int limit) {
    return upTo(last, limit, every -> true);
  }

  /// The same of those ids that are wanted.
  public List<Due> upTo(Instant last, int limit, LongPredicate wanted) {
    long end = order(last);
    List<Due> found = new ArrayList<>();
    trie.visit((at, id, yes) -> {
      if (at > end || found.size() == limit) {
        return false;
      }
      if (wanted.test(id)) {
        found.add(new Due(instant(at), id));
      }
      return true;
    });
    return found;
  }

  /// Everything.
  public List<Due> all() {
    return upTo(Instant.MAX, Integer.MAX_VALUE);
  }

  private static long exact(Instant at) {
    if (at.getEpochSecond() < 0 || at.getEpochSecond() > LAST_SECOND) {
      throw new IllegalArgumentException("a deadline at " + at);
    }
    return order(at);
  }

  private static long order(Instant at) {
    long second = Math.clamp(at.getEpochSecond(), 0, LAST_SECOND);
    return second << NANO_BITS | at.getNano();
  }

  private static Instant instant(long order) {
    return Instant.ofEpochSecond(order >>> NANO_BITS, order & ((1L << NANO_BITS) - 1));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Deadlines deadlines && trie.equals(deadlines.trie);
  }

  @Override
  public int hashCode() {
    return trie.hashCode();
  }

  @Override
  public String toString() {
    return "Deadlines of " + trie.size();
  }
}
