package io.clearway.twin;

import io.clearway.kernel.Deadlines;
import io.clearway.turn.Entry;
import io.clearway.turn.Roll;
import io.clearway.turn.Rolls;
import io.clearway.turn.TurnEvent;
import io.clearway.turn.TurnRules;
import io.clearway.world.Event;
import io.clearway.world.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/// What must hold of the road after every entry, by small books of its own. Mutable, for one run.
final class RoadInvariants {

  /// The latest word about each entry.
  private final TreeMap<Long, Entry> latest = new TreeMap<>();

  private final TreeMap<Long, Boolean> open = new TreeMap<>();

  /// @throws Invariants.Broken when something does not hold
  void check(World world, List<Event> entry) {
    boolean concerned = false;
    for (Event event : entry) {
      if (event instanceof Event.OfTurn(TurnEvent fact)) {
        note(fact);
        concerned = true;
      }
    }
    if (concerned) {
      check(world.turns().rolls());
    }
  }

  private void note(TurnEvent fact) {
    switch (fact) {
      case TurnEvent.RollOpened e ->
          Invariants.require(open.put(e.roll(), true) == null, "a roll twice: " + e.roll());
      case TurnEvent.EntriesNoted e -> e.entries().forEach(this::note);
      case TurnEvent.RollClosed e ->
          Invariants.require(
              Boolean.TRUE.equals(open.put(e.roll(), false)), "closed and not open: " + e.roll());
      case TurnEvent.RollsRetired e -> {
        open.keySet().removeAll(e.rolls());
        latest.values().removeIf(held -> e.rolls().contains(held.roll()));
      }
      case TurnEvent.OrderGiven e -> {}
      case TurnEvent.OrdersRetired e -> {}
    }
  }

  /// A later word replaces an earlier one and never the other way; a plate that stands twice is
  /// said to.
  private void note(Entry entry) {
    Entry before = latest.put(entry.id(), entry);
    Invariants.require(
        before == null || before.said().revision() <= entry.said().revision(),
        "an earlier word counts: " + entry);
    boolean twice =
        latest.values().stream()
            .anyMatch(other ->
                other.id() != entry.id()
                    && other.stands()
                    && Boolean.TRUE.equals(open.get(other.roll()))
                    && other.subject().equals(entry.subject()));
    boolean said = entry.contradictions().contains(Entry.Contradiction.TWICE_IN_ROLLS);
    // Of two in one report the first is judged before the second is there, or is replaced after it.
    Invariants.require(!said || entry.stands(), "twice and not there: " + entry);
    Invariants.require(!entry.stands() || said || !twice, "twice and not said: " + entry);
  }

  /// Whether the second stands behind the first, as they were said to.
  private static boolean behind(Entry.Said first, Entry.Said second) {
    if (first.section() != second.section()) {
      return first.section() < second.section();
    }
    return first.rank() != second.rank()
        ? first.rank() < second.rank()
        : first.key().compareTo(second.key()) < 0;
  }

  private void check(Rolls rolls) {
    List<Deadlines.Due> closed = new ArrayList<>();
    int standing = 0;
    int count = 0;
    for (Roll roll : rolls.all().values()) {
      count += roll.open() ? 1 : 0;
      Invariants.require(
          Boolean.valueOf(roll.open()).equals(open.get(roll.id())), "open: " + roll.id());
      Invariants.require(roll.members().size() <= TurnRules.ROLL_ENTRIES, "too long: " + roll.id());
      roll.closing().ifPresent(by -> closed.add(new Deadlines.Due(by.at(), roll.id())));
      List<Entry> inOrder = rolls.of(roll);
      for (int i = 1; i < inOrder.size(); i++) {
        Invariants.require(
            behind(inOrder.get(i - 1).said(), inOrder.get(i).said()), "order: " + roll.id());
      }
      for (Entry entry : inOrder) {
        Invariants.require(entry.equals(latest.get(entry.id())), "not the latest: " + entry);
        boolean found = rolls.byPlate().of(entry.subject()).contains(entry.id());
        Invariants.require(found == entry.stands(), "by its plate: " + entry);
        standing += 1;
      }
    }
    Collections.sort(closed);
    Invariants.require(closed.equals(rolls.closed().all()), "closed rolls " + closed);
    Invariants.require(count == rolls.open(), "open rolls: " + rolls.open());
    Invariants.require(standing == rolls.entries().size(), "entries of no roll");
    Invariants.require(standing == latest.size(), "entries lost");
  }
}
