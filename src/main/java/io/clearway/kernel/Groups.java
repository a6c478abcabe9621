package io.clearway.kernel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The ids that share a subject, in their order whatever came first: every change makes a new value
/// and leaves the old one as it was, but see [Edit].
public final class Groups {

  private final Table<Subject, List<Long>> table;

  private Groups(Table<Subject, List<Long>> table) {
    this.table = table;
  }

  public static Groups empty() {
    return new Groups(Table.ofSubjects());
  }

  /// The same contents, to be changed under that edit or under none.
  public Groups under(@Nullable Edit edit) {
    return new Groups(table.under(edit));
  }

  public List<Long> of(Subject subject) {
    return table.find(subject).orElse(List.of());
  }

  public Groups with(Subject subject, long id) {
    List<Long> before = of(subject);
    if (before.isEmpty()) {
      return new Groups(table.with(subject, List.of(id)));
    }
    int place = before.size();
    while (place > 0 && before.get(place - 1) > id) {
      place--;
    }
    List<Long> more = new ArrayList<>(before);
    more.add(place, id);
    return new Groups(table.with(subject, List.copyOf(more)));
  }

  public Groups without(Subject subject, long id) {
    List<Long> before = of(subject);
    if (before.size() == 1 && before.getFirst() == id) {
      return new Groups(table.without(subject));
    }
    List<Long> rest = new ArrayList<>(before);
    return rest.remove(id) ? new Groups(table.with(subject, List.copyOf(rest))) : this;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Groups groups && table.equals(groups.table);
  }

  @Override
  public int hashCode() {
    return table.hashCode();
  }

  @Override
  public String toString() {
    return "Groups of " + table.size();
  }
}
