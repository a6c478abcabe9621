package io.clearway.codec;

import io.clearway.site.Handling;
import io.clearway.transshipment.Balance;
import io.clearway.transshipment.Transshipment;
import io.clearway.transshipment.TransshipmentEvent;
import io.clearway.world.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Events of goods that change vehicles among [GoldenEvents]. Never changed.
final class GoldenTransshipments {

  private static final Instant AT = GoldenEvents.AT;
  private static final Instant LATER = GoldenEvents.LATER;
  private static final UUID KEY = GoldenEvents.KEY;
  private static final Instant ZERO = Instant.EPOCH;
  private static final List<Transshipment.Lot> LOTS =
      List.of(
          new Transshipment.Lot("108123456789", 1_000, 20_000),
          new Transshipment.Lot("", Integer.MAX_VALUE, Long.MAX_VALUE));
  private static final List<Balance.Difference> DIFFERENCES =
      List.of(new Balance.Difference("108123456789", -1, -450), new Balance.Difference("", 7, 12));

  private GoldenTransshipments() {}

  static List<Event> full() {
    return List.of(
        of(new TransshipmentEvent.TransshipmentPlanned(planned(LATER))),
        of(new TransshipmentEvent.TransshipmentReplanned(100, plan(Handling.Method.CRANE))),
        of(new TransshipmentEvent.TransshipmentCancelled(100, 3, AT)),
        of(new TransshipmentEvent.CalledToBay(100, "A-1", LATER, AT)),
        of(new TransshipmentEvent.CallLapsed(100, LATER)),
        of(new TransshipmentEvent.TransshipmentStarted(100, "A-1", 5, AT, LATER)),
        of(new TransshipmentEvent.VehicleLoaded(100, loading())),
        of(new TransshipmentEvent.TransshipmentFinished(100, LOTS, DIFFERENCES, 5, AT, LATER)),
        of(new TransshipmentEvent.TransshipmentSigned(100, signature())),
        of(
            new TransshipmentEvent.TransshipmentCarried(
                new Transshipment(
                    100,
                    KEY,
                    101,
                    plan(Handling.Method.TRAILER),
                    new Transshipment.Stage.Finished(
                        "A-1", AT, LATER, LATER.plusNanos(1), LOTS, DIFFERENCES),
                    List.of(loading()),
                    Optional.of(signature())))));
  }

  static List<Event> minimal() {
    UUID none = new UUID(0, 0);
    Transshipment.Plan plan =
        new Transshipment.Plan(0, ZERO, Handling.Method.GANG, List.of(), List.of());
    return List.of(
        of(
            new TransshipmentEvent.TransshipmentPlanned(
                new Transshipment(
                    0,
                    none,
                    0,
                    plan,
                    new Transshipment.Stage.Planned(Instant.EPOCH),
                    List.of(),
                    Optional.empty()))),
        of(new TransshipmentEvent.TransshipmentReplanned(0, plan)),
        of(new TransshipmentEvent.TransshipmentCancelled(0, 0, ZERO)),
        of(new TransshipmentEvent.CalledToBay(0, "", ZERO, ZERO)),
        of(new TransshipmentEvent.CallLapsed(0, ZERO)),
        of(new TransshipmentEvent.TransshipmentStarted(0, "", 0, ZERO, ZERO)),
        of(
            new TransshipmentEvent.VehicleLoaded(
                0, new Transshipment.Loading(0, List.of(), "", 0, ZERO, ZERO))),
        of(new TransshipmentEvent.TransshipmentFinished(0, List.of(), List.of(), 0, ZERO, ZERO)),
        of(
            new TransshipmentEvent.TransshipmentSigned(
                0, new Transshipment.Signature(0, ZERO, Optional.empty()))),
        of(
            new TransshipmentEvent.TransshipmentCarried(
                new Transshipment(
                    0,
                    none,
                    0,
                    plan,
                    new Transshipment.Stage.Called("", ZERO, ZERO),
                    List.of(),
                    Optional.empty()))));
  }

  private static Transshipment planned(Instant from) {
    return new Transshipment(
        100,
        KEY,
        101,
        plan(Handling.Method.GANG),
        new Transshipment.Stage.Planned(from),
        List.of(),
        Optional.empty());
  }

  private static Transshipment.Plan plan(Handling.Method method) {
    return new Transshipment.Plan(
        3,
        AT,
        method,
        LOTS,
        List.of(
            new Transshipment.Receiver(102, List.of("108123456789", "")),
            new Transshipment.Receiver(Long.MAX_VALUE, List.of())));
  }

  private static Transshipment.Loading loading() {
    return new Transshipment.Loading(102, LOTS, "VN-0001 234", 5, AT, LATER);
  }

  private static Transshipment.Signature signature() {
    return new Transshipment.Signature(
        6, LATER, Optional.of(GoldenEvents.known(8, "bốn thùng vỡ, 四箱破损")));
  }

  private static Event of(TransshipmentEvent fact) {
    return new Event.OfTransshipment(fact);
  }
}
