package io.clearway.codec;

import io.clearway.turn.Entry;
import io.clearway.turn.RoadOrder;
import io.clearway.turn.Roll;
import io.clearway.turn.TurnEvent;

/// Events of the road of [SampleEvents].
final class SampleTurns {

  private final SampleValues values;

  SampleTurns(SampleValues values) {
    this.values = values;
  }

  TurnEvent event(EventType type) {
    if (type == EventType.ROLL_OPENED) {
      return new TurnEvent.RollOpened(
          values.id(),
          values.uuid(),
          values.code(),
          values.text(),
          values.id(),
          values.instant(),
          values.id());
    }
    if (type == EventType.ENTRIES_NOTED) {
      return new TurnEvent.EntriesNoted(
          values.id(), values.list(5, this::entry), values.list(2, this::said));
    }
    if (type == EventType.ROLL_CLOSED) {
      return new TurnEvent.RollClosed(
          values.id(), new Roll.Closing(values.id(), values.instant(), values.id()));
    }
    if (type == EventType.ROLLS_RETIRED) {
      return new TurnEvent.RollsRetired(values.list(20, values::id));
    }
    if (type == EventType.ORDER_GIVEN) {
      return new TurnEvent.OrderGiven(
          new RoadOrder(values.id(), values.uuid(), given(), values.id(), values.instant()));
    }
    return new TurnEvent.OrdersRetired(values.list(20, values::id));
  }

  private Entry entry() {
    return new Entry(
        values.id(),
        values.id(),
        said(),
        values.id(),
        values.instant(),
        values.list(3, () -> values.oneOf(Entry.Contradiction.values())));
  }

  private Entry.Said said() {
    return new Entry.Said(
        values.uuid(),
        values.below(100),
        values.below(100),
        values.id(),
        values.personal(),
        values.instant(),
        values.optional(values::instant),
        values.optional(values::personal),
        values.optional(() -> values.oneOf(Entry.Removal.values())));
  }

  private RoadOrder.Given given() {
    return new RoadOrder.Given(
        values.personal(),
        values.oneOf(RoadOrder.Word.values()),
        values.optional(values::code),
        values.code(),
        values.oneOf(RoadOrder.Reason.values()),
        values.optional(values::instant),
        values.optional(values::personal),
        values.instant());
  }
}
