package io.clearway.turn;

import io.clearway.kernel.Deadlines;
import io.clearway.kernel.Edit;
import io.clearway.kernel.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is held of the road to the gates: its rolls, and the orders given there.
public record Turns(Rolls rolls, RoadOrders orders) {

  /// How long a closed roll stays in the world.
  static final Duration ROLL_KEPT = Duration.ofDays(7);

  /// How long an order does.
  static final Duration ORDER_KEPT = Duration.ofDays(3);

  /// How many entries go into one event when the books are carried forward.
  private static final int CHUNK = 100;

  public static Turns empty() {
    return new Turns(Rolls.empty(), RoadOrders.empty());
  }

  /// The same, to be changed under that edit or under none.
  public Turns under(@Nullable Edit edit) {
    return new Turns(rolls.under(edit), orders.under(edit));
  }

  /// @throws IllegalStateException for an event that cannot follow: the log is corrupt
  public Turns evolve(TurnEvent event) {
    return switch (event) {
      case TurnEvent.RollOpened e -> new Turns(rolls.with(e), orders);
      case TurnEvent.EntriesNoted e -> new Turns(rolls.with(e), orders);
      case TurnEvent.RollClosed e -> new Turns(rolls.with(e), orders);
      case TurnEvent.RollsRetired(List<Long> ids) -> {
        Rolls rest = rolls;
        for (long id : ids) {
          rest = rest.without(id);
        }
        yield new Turns(rest, orders);
      }
      case TurnEvent.OrderGiven(RoadOrder order) -> new Turns(rolls, orders.with(order));
      case TurnEvent.OrdersRetired(List<Long> ids) -> {
        RoadOrders rest = orders;
        for (long id : ids) {
          rest = rest.without(id);
        }
        yield new Turns(rolls, rest);
      }
    };
  }

  /// Makes the subject's values unreadable.
  public Turns erase(Subject subject) {
    return new Turns(rolls.erase(subject), orders.erase(subject));
  }

  /// Whether something of this person can still be changed: it stands in an open roll.
  public boolean live(Subject subject) {
    return !rolls.open(subject).isEmpty();
  }

  /// What is old enough to be forgotten: one roll and `limit` orders at most.
  public List<TurnEvent> due(Instant now, int limit) {
    List<TurnEvent> events = new ArrayList<>(2);
    List<Long> old = ids(rolls.closed().upTo(now.minus(ROLL_KEPT), 1));
    if (!old.isEmpty()) {
      events.add(new TurnEvent.RollsRetired(old));
    }
    List<Long> said = ids(orders.given().upTo(now.minus(ORDER_KEPT), limit));
    if (!said.isEmpty()) {
      events.add(new TurnEvent.OrdersRetired(said));
    }
    return events;
  }

  private static List<Long> ids(List<Deadlines.Due> due) {
    return due.stream().map(Deadlines.Due::id).toList();
  }

  /// The events that make this from nothing, in order of ids.
  public List<TurnEvent> carried() {
    List<TurnEvent> events = new ArrayList<>();
    for (Roll roll : rolls.all().values()) {
      events.add(
          new TurnEvent.RollOpened(
              roll.id(),
              roll.key(),
              roll.place(),
              roll.stretch(),
              roll.openedBy(),
              roll.openedAt(),
              roll.version() - roll.members().size()));
      entries(roll, events);
      roll.closing().ifPresent(by -> events.add(new TurnEvent.RollClosed(roll.id(), by)));
    }
    for (RoadOrder order : orders.all().values()) {
      events.add(new TurnEvent.OrderGiven(order));
    }
    return events;
  }

  private void entries(Roll roll, List<TurnEvent> into) {
    List<Entry> all = roll.members().values().stream().map(rolls.entries()::get).toList();
    for (int from = 0; from < all.size(); from += CHUNK) {
      List<Entry> some = List.copyOf(all.subList(from, Math.min(all.size(), from + CHUNK)));
      into.add(new TurnEvent.EntriesNoted(roll.id(), some, List.of()));
    }
  }
}
