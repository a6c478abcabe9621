package io.clearway.kernel;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An immutable map from keys of 128 bits, in ascending unsigned order of the keys.
///
/// A radix trie over chunks of five bits in which no node has fewer than two children, so the shape
/// follows from the keys alone: equal contents are equal trees, whatever came first. A lookup tests
/// only the chunks at which keys differ and compares the whole key once, at the leaf (Morrison,
/// PATRICIA, JACM 1968).
///
/// Under an [Edit] a change reuses the nodes made under the same edit; the trie before it is spent.
final class Trie<V> {

  /// Of one word: twelve chunks of five bits and one of four.
  private static final int CHUNKS = 13;

  private static final int SAME = 2 * CHUNKS;

  private sealed interface Tree<V> permits Leaf, Node {}

  private static final class Leaf<V> implements Tree<V> {
    final long high;
    final long low;
    final V value;

    Leaf(long high, long low, V value) {
      this.high = high;
      this.low = low;
      this.value = value;
    }

    boolean is(long otherHigh, long otherLow) {
      return high == otherHigh && low == otherLow;
    }
  }

  /// A branch at one chunk of the key; `slots` holds the children that `bitmap` names, in order.
  private static final class Node<V> implements Tree<V> {
    final int at;
    final boolean inHigh;
    final int shift;
    final int mask;
    final @Nullable Edit owner;
    int bitmap;
    Tree<V>[] slots;

    Node(int at, int bitmap, Tree<V>[] slots, @Nullable Edit owner) {
      this.at = at;
      this.inHigh = at < CHUNKS;
      this.shift = Math.max(0, 59 - 5 * (inHigh ? at : at - CHUNKS));
      this.mask = shift == 0 ? 15 : 31;
      this.bitmap = bitmap;
      this.slots = slots;
      this.owner = owner;
    }

    int bit(long high, long low) {
      return 1 << ((int) ((inHigh ? high : low) >>> shift) & mask);
    }

    int index(int bit) {
      return Integer.bitCount(bitmap & (bit - 1));
    }

    Node<V> with(int bits, Tree<V>[] children, @Nullable Edit edit) {
      if (edit != null && owner == edit) {
        bitmap = bits;
        slots = children;
        return this;
      }
      return new Node<>(at, bits, children, edit);
    }

    Node<V> replaced(int index, Tree<V> child, @Nullable Edit edit) {
      if (edit != null && owner == edit) {
        slots[index] = child;
        return this;
      }
      Tree<V>[] children = slots.clone();
      children[index] = child;
      return new Node<>(at, bitmap, children, edit);
    }
  }

  private final @Nullable Tree<V> root;
  private final int size;
  private final @Nullable Edit edit;
  private boolean spent;

  private Trie(@Nullable Tree<V> root, int size, @Nullable Edit edit) {
    this.root = root;
    this.size = size;
    this.edit = edit;
  }

  static <V> Trie<V> empty() {
    return new Trie<>(null, 0, null);
  }

  /// The same contents under that edit, or under none.
  Trie<V> under(@Nullable Edit licence) {
    return licence == edit ? this : new Trie<>(live(), size, licence);
  }

  int size() {
    return size;
  }

  @Nullable V find(long high, long low) {
    Tree<V> tree = live();
    while (tree instanceof Node<V> node) {
      int bit = node.bit(high, low);
      if ((node.bitmap & bit) == 0) {
        return null;
      }
      tree = node.slots[node.index(bit)];
    }
    return tree instanceof Leaf<V> leaf && leaf.is(high, low) ? leaf.value : null;
  }

  Trie<V> with(long high, long low, V value) {
    Tree<V> top = live();
    Leaf<V> added = new Leaf<>(high, low, value);
    if (top == null) {
      return next(added, 1);
    }
    Leaf<V> near = nearest(top, high, low);
    int place = difference(near, added);
    return next(put(top, added, near, place), place == SAME ? size : size + 1);
  }

  Trie<V> without(long high, long low) {
    return find(high, low) == null ? this : next(removed(root, high, low), size - 1);
  }

  private Trie<V> next(@Nullable Tree<V> changed, int count) {
    spent = edit != null;
    return new Trie<>(changed, count, edit);
  }

  private @Nullable Tree<V> live() {
    if (spent) {
      throw new IllegalStateException("this table was changed under its edit");
    }
    return root;
  }

  private static int chunk(long high, long low, int at) {
    long word = at < CHUNKS ? high : low;
    int shift = 59 - 5 * (at < CHUNKS ? at : at - CHUNKS);
    return (int) (shift >= 0 ? word >>> shift & 31 : word & 15);
  }

  private static int difference(Leaf<?> one, Leaf<?> other) {
    long high = one.high ^ other.high;
    if (high != 0) {
      return Long.numberOfLeadingZeros(high) / 5;
    }
    long low = one.low ^ other.low;
    return low == 0 ? SAME : CHUNKS + Long.numberOfLeadingZeros(low) / 5;
  }

  /// A leaf that shares with the key every chunk that the tree tests on the way, where it can.
  private static <V> Leaf<V> nearest(Tree<V> top, long high, long low) {
    Tree<V> tree = top;
    while (true) {
      switch (tree) {
        case Leaf<V> leaf -> {
          return leaf;
        }
        case Node<V> node -> {
          int bit = node.bit(high, low);
          tree = node.slots[(node.bitmap & bit) == 0 ? 0 : node.index(bit)];
        }
      }
    }
  }

  /// `near` shares with `added` every chunk before `place`, and so does all of `tree`.
  private Tree<V> put(Tree<V> tree, Leaf<V> added, Leaf<V> near, int place) {
    if (tree instanceof Node<V> node && node.at <= place) {
      int bit = node.bit(added.high, added.low);
      int index = node.index(bit);
      return node.at < place
          ? node.replaced(index, put(node.slots[index], added, near, place), edit)
          : node.with(node.bitmap | bit, inserted(node.slots, index, added), edit);
    }
    return place == SAME ? added : branch(tree, near, added, place);
  }

  private Node<V> branch(Tree<V> old, Leaf<V> near, Leaf<V> added, int place) {
    int there = chunk(near.high, near.low, place);
    int here = chunk(added.high, added.low, place);
    Tree<V>[] children = trees(2);
    children[there < here ? 0 : 1] = old;
    children[there < here ? 1 : 0] = added;
    return new Node<>(place, 1 << there | 1 << here, children, edit);
  }

  /// The key is there.
  private @Nullable Tree<V> removed(@Nullable Tree<V> tree, long high, long low) {
    if (!(tree instanceof Node<V> node)) {
      return null;
    }
    int bit = node.bit(high, low);
    int index = node.index(bit);
    Tree<V> child = removed(node.slots[index], high, low);
    if (child != null) {
      return node.replaced(index, child, edit);
    }
    return node.slots.length == 2
        ? node.slots[1 - index]
        : node.with(node.bitmap & ~bit, cut(node.slots, index), edit);
  }

  private static <V> Tree<V>[] inserted(Tree<V>[] slots, int index, Tree<V> added) {
    Tree<V>[] more = trees(slots.length + 1);
    System.arraycopy(slots, 0, more, 0, index);
    more[index] = added;
    System.arraycopy(slots, index, more, index + 1, slots.length - index);
    return more;
  }

  private static <V> Tree<V>[] cut(Tree<V>[] slots, int index) {
    Tree<V>[] fewer = trees(slots.length - 1);
    System.arraycopy(slots, 0, fewer, 0, index);
    System.arraycopy(slots, index + 1, fewer, index, fewer.length - index);
    return fewer;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // no array of a generic type can be made otherwise
  private static <V> Tree<V>[] trees(int count) {
    return (Tree<V>[]) new Tree[count];
  }

  /// Receives a key and its value; says whether to go on.
  interface Visitor<V> {
    boolean visit(long high, long low, V value);
  }

  /// In ascending order of keys, as long as the visitor wants more.
  void visit(Visitor<? super V> visitor) {
    Tree<V> top = live();
    if (top != null) {
      visit(top, visitor);
    }
  }

  private static <V> boolean visit(Tree<V> tree, Visitor<? super V> visitor) {
    return switch (tree) {
      case Leaf<V> leaf -> visitor.visit(leaf.high, leaf.low, leaf.value);
      case Node<V> node -> {
        boolean more = true;
        for (int i = 0; more && i < node.slots.length; i++) {
          more = visit(node.slots[i], visitor);
        }
        yield more;
      }
    };
  }

  void forEach(Consumer<? super V> consumer) {
    visit((high, low, value) -> {
      consumer.accept(value);
      return true;
    });
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Trie<?> trie && size == trie.size && same(live(), trie.live());
  }

  private static boolean same(@Nullable Tree<?> one, @Nullable Tree<?> other) {
    if (one == other) {
      return true;
    }
    if (one instanceof Leaf<?> a && other instanceof Leaf<?> b) {
      return a.is(b.high, b.low) && a.value.equals(b.value);
    }
    return one instanceof Node<?> a
        && other instanceof Node<?> b
        && a.at == b.at
        && a.bitmap == b.bitmap
        && Arrays.equals(a.slots, b.slots, (x, y) -> same(x, y) ? 0 : 1);
  }

  @Override
  public int hashCode() {
    int[] sum = {size};
    visit((high, low, value) -> {
      sum[0] += Long.hashCode(high * 31 + low) ^ value.hashCode();
      return true;
    });
    return sum[0];
  }
}
