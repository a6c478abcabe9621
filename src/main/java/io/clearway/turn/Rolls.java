package io.clearway.turn;

import io.clearway.kernel.Deadlines;
import io.clearway.kernel.Edit;
import io.clearway.kernel.Groups;
import io.clearway.kernel.Ids;
import io.clearway.kernel.Subject;
import io.clearway.kernel.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rolls that are open or were closed lately, and what stands in them.
///
/// @param byKey from a roll's id at the edge
/// @param entryByKey from an entry's
/// @param byPlate entries that count, of open rolls and closed ones
/// @param closed when rolls were closed
/// @param open how many are open
public record Rolls(
    Ids<Roll> all,
    Table<UUID, Long> byKey,
    Ids<Entry> entries,
    Table<UUID, Long> entryByKey,
    Groups byPlate,
    Deadlines closed,
    int open) {

  static Rolls empty() {
    return new Rolls(
        Ids.empty(),
        Table.ofKeys(),
        Ids.empty(),
        Table.ofKeys(),
        Groups.empty(),
        Deadlines.empty(),
        0);
  }

  Rolls under(@Nullable Edit edit) {
    return new Rolls(
        all.under(edit),
        byKey.under(edit),
        entries.under(edit),
        entryByKey.under(edit),
        byPlate.under(edit),
        closed.under(edit),
        open);
  }

  public Optional<Roll> find(UUID key) {
    return byKey.find(key).map(all::get);
  }

  public Optional<Entry> findEntry(UUID key) {
    return entryByKey.find(key).map(entries::get);
  }

  /// Everything that was said in a roll, in physical order, what was removed too.
  public List<Entry> of(Roll roll) {
    List<Entry> found = new ArrayList<>(roll.members().size());
    for (long id : roll.members().values()) {
      found.add(entries.get(id));
    }
    found.sort(Entry.ORDER);
    return found;
  }

  /// Where that plate stands in rolls that are open.
  public List<Entry> open(Subject plate) {
    return byPlate.of(plate).stream()
        .map(entries::get)
        .filter(entry -> all.get(entry.roll()).open())
        .toList();
  }

  /// Where that plate stands, in rolls that are open or were closed lately.
  public List<Entry> standing(Subject plate) {
    return byPlate.of(plate).stream().map(entries::get).toList();
  }

  /// Which vehicle of its section it is, from 1.
  public int position(Entry entry) {
    int position = 1;
    for (long id : all.get(entry.roll()).members().values()) {
      Entry other = entries.get(id);
      boolean same = other.stands() && other.said().section() == entry.said().section();
      if (same && Entry.ORDER.compare(other, entry) < 0) {
        position++;
      }
    }
    return position;
  }

  Rolls with(TurnEvent.RollOpened e) {
    if (all.has(e.roll())) {
      throw new IllegalStateException("roll " + e.roll() + " is opened twice");
    }
    return new Rolls(
        all.with(e.roll(), Roll.opened(e)),
        byKey.with(e.key(), e.roll()),
        entries,
        entryByKey,
        byPlate,
        closed,
        open + 1);
  }

  Rolls with(TurnEvent.EntriesNoted e) {
    Roll roll = all.get(e.roll());
    Ids<Long> members = roll.members();
    Ids<Entry> held = entries;
    Table<UUID, Long> keys = entryByKey;
    Groups plates = byPlate;
    for (Entry entry : e.entries()) {
      Optional<Entry> before = held.find(entry.id());
      if (before.filter(Entry::stands).isPresent()) {
        plates = plates.without(before.get().subject(), entry.id());
      }
      if (entry.stands()) {
        plates = plates.with(entry.subject(), entry.id());
      }
      held = held.with(entry.id(), entry);
      keys = keys.with(entry.said().key(), entry.id());
      members = members.with(entry.id(), entry.id());
    }
    Roll after = roll.said(e.entries().size(), members);
    return new Rolls(all.with(roll.id(), after), byKey, held, keys, plates, closed, open);
  }

  Rolls with(TurnEvent.RollClosed e) {
    Roll roll = all.get(e.roll());
    if (!roll.open()) {
      throw new IllegalStateException("roll " + e.roll() + " is closed twice");
    }
    return new Rolls(
        all.with(roll.id(), roll.closed(e.closing())),
        byKey,
        entries,
        entryByKey,
        byPlate,
        closed.with(e.closing().at(), roll.id()),
        open - 1);
  }

  Rolls without(long id) {
    Roll roll = all.get(id);
    Roll.Closing closing = roll.closing().orElseThrow();
    Ids<Entry> held = entries;
    Table<UUID, Long> keys = entryByKey;
    Groups plates = byPlate;
    for (long member : roll.members().values()) {
      Entry entry = held.get(member);
      held = held.without(member);
      keys = keys.without(entry.said().key());
      plates = entry.stands() ? plates.without(entry.subject(), member) : plates;
    }
    return new Rolls(
        all.without(id),
        byKey.without(roll.key()),
        held,
        keys,
        plates,
        closed.without(closing.at(), id),
        open);
  }

  /// Removed entries are not found by their plate, so all are looked at; it is done seldom.
  Rolls erase(Subject subject) {
    Ids<Entry> rest = entries;
    for (Entry entry : entries.values()) {
      if (entry.subject().equals(subject)) {
        rest = rest.with(entry.id(), entry.without(subject));
      }
    }
    return new Rolls(all, byKey, rest, entryByKey, byPlate, closed, open);
  }
}
