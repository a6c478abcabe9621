package io.clearway.codec;

import io.clearway.turn.Entry;
import io.clearway.turn.RoadOrder;
import io.clearway.turn.Roll;
import io.clearway.turn.TurnEvent;
import io.clearway.world.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Events of the road among [GoldenEvents]. Never changed.
final class GoldenTurns {

  private static final Instant AT = GoldenEvents.AT;
  private static final Instant LATER = GoldenEvents.LATER;
  private static final UUID KEY = GoldenEvents.KEY;
  private static final Instant ZERO = Instant.EPOCH;
  private static final UUID NO_KEY = new UUID(0, 0);

  private GoldenTurns() {}

  static List<Event> full() {
    return List.of(
        of(new TurnEvent.RollOpened(100, KEY, "C-1", "Km 8 – Km 12", 14, AT, 3)),
        of(
            new TurnEvent.EntriesNoted(
                100,
                List.of(
                    new Entry(101, 100, said(), 14, LATER, List.of(Entry.Contradiction.values()))),
                List.of(said()))),
        of(new TurnEvent.RollClosed(100, new Roll.Closing(14, LATER, 4))),
        of(new TurnEvent.RollsRetired(List.of(100L, Long.MAX_VALUE))),
        of(
            new TurnEvent.OrderGiven(
                new RoadOrder(
                    102,
                    KEY,
                    new RoadOrder.Given(
                        GoldenEvents.known(1, "29C12345"),
                        RoadOrder.Word.TURN,
                        Optional.of("P-1"),
                        "C-1",
                        RoadOrder.Reason.PARK_COMPULSORY,
                        Optional.of(LATER),
                        Optional.of(GoldenEvents.known(1, "đã nói")),
                        AT),
                    14,
                    LATER))),
        of(new TurnEvent.OrdersRetired(List.of(102L))));
  }

  private static Entry.Said said() {
    return new Entry.Said(
        KEY,
        2,
        99,
        1L << 40,
        GoldenEvents.known(1, "29C12345"),
        AT,
        Optional.of(ZERO),
        Optional.of(GoldenEvents.known(1, "xe hỏng")),
        Optional.of(Entry.Removal.TWICE));
  }

  static List<Event> minimal() {
    return List.of(
        of(new TurnEvent.RollOpened(0, NO_KEY, "", "", 0, ZERO, 0)),
        of(new TurnEvent.EntriesNoted(0, List.of(), List.of())),
        of(new TurnEvent.RollClosed(0, new Roll.Closing(0, ZERO, 0))),
        of(new TurnEvent.RollsRetired(List.of())),
        of(
            new TurnEvent.OrderGiven(
                new RoadOrder(
                    0,
                    NO_KEY,
                    new RoadOrder.Given(
                        GoldenEvents.erased(),
                        RoadOrder.Word.GO,
                        Optional.empty(),
                        "",
                        RoadOrder.Reason.FREE,
                        Optional.empty(),
                        Optional.empty(),
                        ZERO),
                    0,
                    ZERO))),
        of(new TurnEvent.OrdersRetired(List.of())));
  }

  private static Event of(TurnEvent fact) {
    return new Event.OfTurn(fact);
  }
}
