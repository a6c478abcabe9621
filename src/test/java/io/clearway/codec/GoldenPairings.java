package io.clearway.codec;

import io.clearway.kernel.Subject;
import io.clearway.pairing.Pair;
import io.clearway.pairing.PairingEvent;
import io.clearway.pairing.Stay;
import io.clearway.site.Agency;
import io.clearway.world.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Events of two-way trips and stays among [GoldenEvents]. Never changed.
final class GoldenPairings {

  private static final Instant AT = GoldenEvents.AT;
  private static final Instant LATER = GoldenEvents.LATER;
  private static final UUID KEY = GoldenEvents.KEY;
  private static final Instant ZERO = Instant.EPOCH;

  private GoldenPairings() {}

  static List<Event> full() {
    Pair.Word word = new Pair.Word(Agency.CUSTOMS, 3, LATER);
    return List.of(
        of(new PairingEvent.PairLinked(pair())),
        of(new PairingEvent.PairConfirmed(100, word)),
        of(new PairingEvent.PairJudged(100, List.of("LINK_OWNER", "LINK_ITEM"), AT)),
        of(new PairingEvent.PairParted(100, LATER)),
        of(new PairingEvent.PairCarried(pair())),
        of(new PairingEvent.OtherSideHeld(Long.MAX_VALUE, held(Stay.Reason.QUARANTINE))),
        of(new PairingEvent.OtherSideHoldWithdrawn(101, KEY, 2, LATER)),
        of(new PairingEvent.StayWarned(101, LATER, LATER.plusNanos(1), AT)),
        of(new PairingEvent.StayOverdue(101, AT, LATER)),
        of(
            new PairingEvent.StayPutOff(
                101, Stay.Told.WARNED, Optional.of(LATER.plusSeconds(7)), LATER)),
        of(new PairingEvent.StayCarried(stay())));
  }

  static List<Event> minimal() {
    UUID none = new UUID(0, 0);
    Pair bare = new Pair(0, 0, 0, ZERO, List.of(), List.of());
    Pair.Word word = new Pair.Word(Agency.BORDER_GUARD, 0, ZERO);
    Stay.Said said =
        new Stay.Said(ZERO, Optional.empty(), Stay.Reason.INSPECTION, Stay.Source.CALL);
    return List.of(
        of(new PairingEvent.PairLinked(bare)),
        of(new PairingEvent.PairConfirmed(0, word)),
        of(new PairingEvent.PairJudged(0, List.of(), ZERO)),
        of(new PairingEvent.PairParted(0, ZERO)),
        of(new PairingEvent.PairCarried(bare)),
        of(new PairingEvent.OtherSideHeld(0, new Stay.Held(none, said, 0, ZERO))),
        of(new PairingEvent.OtherSideHoldWithdrawn(0, none, 0, ZERO)),
        of(new PairingEvent.StayWarned(0, ZERO, ZERO, ZERO)),
        of(new PairingEvent.StayOverdue(0, ZERO, ZERO)),
        of(new PairingEvent.StayPutOff(0, Stay.Told.NOTHING, Optional.empty(), ZERO)),
        of(
            new PairingEvent.StayCarried(
                new Stay(
                    0,
                    Stay.Side.ABROAD,
                    new Subject(0, 0),
                    0,
                    "",
                    new Stay.Times(ZERO, false, Optional.empty(), false),
                    List.of(),
                    List.of(),
                    Stay.Told.NOTHING,
                    Optional.empty()))));
  }

  private static Pair pair() {
    return new Pair(
        100,
        101,
        102,
        AT,
        List.of(new Pair.Word(Agency.BORDER_GUARD, 2, AT), new Pair.Word(Agency.CUSTOMS, 3, LATER)),
        List.of("LINK_GATE"));
  }

  private static Stay.Held held(Stay.Reason reason) {
    return new Stay.Held(
        KEY, new Stay.Said(AT, Optional.of(LATER), reason, Stay.Source.PHOTO), 2, LATER);
  }

  private static Stay stay() {
    return new Stay(
        101,
        Stay.Side.HERE,
        new Subject(0x0123456789abcdefL, 9),
        102,
        "HN",
        new Stay.Times(AT, true, Optional.of(LATER), true),
        List.of(held(Stay.Reason.PAPERS), held(Stay.Reason.GATE_CLOSED), held(Stay.Reason.OTHER)),
        List.of(
            new Stay.Stop(AT, Optional.of(LATER), List.of("HOLD_CUSTOMS", "TURNED")),
            new Stay.Stop(LATER, Optional.empty(), List.of("INSPECTION_CUSTOMS"))),
        Stay.Told.OVERDUE,
        Optional.of(LATER.plusNanos(2)));
  }

  private static Event of(PairingEvent fact) {
    return new Event.OfPairing(fact);
  }
}
