package io.clearway.kernel;

import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/// The records under a sealed type, by name: a table of a domain has a column for each command and
/// a row for each state, and one that nobody thought of is found.
public final class Permits {

  private Permits() {}

  /// Every record below that type.
  public static Set<Class<?>> of(Class<?> sealed) {
    Set<Class<?>> leaves = empty();
    if (!sealed.isSealed()) {
      leaves.add(sealed);
      return leaves;
    }
    for (Class<?> below : sealed.getPermittedSubclasses()) {
      leaves.addAll(of(below));
    }
    return leaves;
  }

  /// The classes of those values.
  public static Set<Class<?>> among(Iterable<?> values) {
    Set<Class<?>> classes = empty();
    values.forEach(value -> classes.add(value.getClass()));
    return classes;
  }

  private static Set<Class<?>> empty() {
    return new TreeSet<>(Comparator.comparing(Class::getName));
  }
}
