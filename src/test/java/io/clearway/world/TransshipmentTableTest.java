package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.kernel.Permits;
import io.clearway.site.Handling;
import io.clearway.transshipment.Transshipment;
import io.clearway.transshipment.TransshipmentCommand;
import io.clearway.transshipment.TransshipmentEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Every stage of a transshipment against everything that can be asked of it (T-1 to T-10).
class TransshipmentTableTest {

  private static final String SOURCE = "桂A10001";
  private static final String FIRST = "29C-100.01";
  private static final String SECOND = "29C-100.02";

  /// Columns: planned under the same key, under another; cancelled; started; a vehicle loaded, one
  /// that is not in it; finished; signed, with a reason; who is first called; dropped. Words: what
  /// it comes to, or the rule that refuses; same: nothing changes.
  private static final String APPROVED =
      """
      unknown plan plan T-1 T-1 T-1 T-1 T-1 T-1 T-1 same T-1
      planned again T-3 gone T-5 T-6 T-6 T-6 T-10 T-10 same gone
      lapsed again T-3 gone T-5 T-6 T-6 T-6 T-10 T-10 call gone
      called again T-3 gone start T-6 T-6 T-6 T-10 T-10 same gone
      started T-3 T-3 T-3 T-5 load T-6 T-8 T-10 T-10 same same
      loaded T-3 T-3 T-3 T-5 load T-6 finish T-10 T-10 same same
      finished T-3 T-3 T-3 T-5 T-6 T-6 T-6 sign sign same same
      unbalanced T-3 T-3 T-3 T-5 T-6 T-6 T-6 T-10 sign same same
      signed T-3 T-3 T-3 T-5 T-6 T-6 T-6 T-10 T-10 same same
      cancelled plan plan T-1 T-1 T-1 T-1 T-1 T-1 T-1 same T-1
      left T-2 T-2 T-1 T-1 T-1 T-1 T-1 T-1 T-1 same T-1
      """;

  private static Changing yard() {
    Changing yard = new Changing();
    yard.source(SOURCE);
    yard.receiver(FIRST);
    yard.receiver(SECOND);
    return yard;
  }

  private static Changing planned() {
    Changing yard = yard();
    yard.plan(SOURCE, FIRST, SECOND);
    return yard;
  }

  private static Changing called() {
    Changing yard = planned();
    yard.enters(SOURCE, FIRST, SECOND).permitted(SOURCE);
    return yard;
  }

  private static Changing started() {
    Changing yard = called();
    assertThat(yard.start()).isInstanceOf(Outcome.Accepted.class);
    return yard;
  }

  private static Changing loaded(int packages) {
    Changing yard = started();
    yard.load(FIRST, packages, 20L * packages, "S1");
    return yard;
  }

  private static Changing finished(int packages) {
    Changing yard = loaded(packages);
    yard.finish();
    return yard;
  }

  private static Map<String, Changing> states() {
    Map<String, Changing> states = new LinkedHashMap<>();
    states.put("unknown", yard());
    states.put("planned", planned());
    states.put("lapsed", lapsed());
    states.put("called", called());
    states.put("started", started());
    states.put("loaded", loaded(1_000));
    states.put("finished", finished(1_000));
    states.put("unbalanced", finished(999));
    Changing signed = finished(1_000);
    signed.sign();
    states.put("signed", signed);
    Changing cancelled = planned();
    cancelled.ask(Role.TRADER, new TransshipmentCommand.Cancel(cancelled.held().id()));
    states.put("cancelled", cancelled);
    Changing left = called();
    left.gate.after(5);
    left.leaves(SOURCE);
    states.put("left", left);
    return states;
  }

  /// Its call lapsed while no other bay was free, and then all were.
  private static Changing lapsed() {
    Changing yard = called();
    var lapsed = new TransshipmentEvent.CallLapsed(yard.held().id(), yard.gate.now);
    yard.gate.world = yard.gate.world.apply(new Event.OfTransshipment(lapsed));
    return yard;
  }

  private record Ask(Role role, TransshipmentCommand command) {}

  private static List<Ask> asks(Changing yard) {
    Optional<Transshipment> known = yard.gate.world.transshipments().find(Changing.KEY);
    long held = known.map(Transshipment::id).orElse(99L);
    Transshipment.Lot lot = Changing.lot(yard, SOURCE, 1_000, 20_000);
    var now = yard.gate.now;
    return List.of(
        new Ask(Role.TRADER, plan(yard, Changing.KEY)),
        new Ask(Role.TRADER, plan(yard, new UUID(7, 2))),
        new Ask(Role.TRADER, new TransshipmentCommand.Cancel(held)),
        new Ask(Role.YARD, new TransshipmentCommand.Start(held, now)),
        new Ask(
            Role.YARD,
            new TransshipmentCommand.RecordLoading(
                held, yard.papers(FIRST), List.of(lot), "S1", now)),
        new Ask(
            Role.YARD,
            new TransshipmentCommand.RecordLoading(
                held, yard.papers(SOURCE), List.of(lot), "S2", now)),
        new Ask(Role.YARD, new TransshipmentCommand.Finish(held, List.of(), now)),
        new Ask(Role.CUSTOMS, new TransshipmentCommand.Sign(held, Optional.empty())),
        new Ask(Role.CUSTOMS, new TransshipmentCommand.Sign(held, Changing.why("crushed"))),
        new Ask(Role.SYSTEM, new TransshipmentCommand.CallNext("Y-HN")),
        new Ask(Role.SYSTEM, new TransshipmentCommand.Drop(held)));
  }

  private static TransshipmentCommand plan(Changing yard, UUID key) {
    return new TransshipmentCommand.Plan(
        key,
        yard.papers(SOURCE),
        Handling.Method.GANG,
        List.of(Changing.lot(yard, SOURCE, 1_000, 20_000)),
        List.of(new Transshipment.Receiver(yard.papers(FIRST), List.of())));
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Denied denied -> "denied";
      case Outcome.Refused(var refusal) -> refusal.rule();
      case Outcome.Accepted(World after, List<Event> events) ->
          events.isEmpty() ? "same" : word(events.getFirst());
    };
  }

  private static String word(Event event) {
    return event instanceof Event.OfTransshipment(TransshipmentEvent fact)
        ? switch (fact) {
          case TransshipmentEvent.TransshipmentPlanned e -> "plan";
          case TransshipmentEvent.TransshipmentReplanned e -> "again";
          case TransshipmentEvent.TransshipmentCancelled e -> "gone";
          case TransshipmentEvent.CalledToBay e -> "call";
          case TransshipmentEvent.CallLapsed e -> "lapse";
          case TransshipmentEvent.TransshipmentStarted e -> "start";
          case TransshipmentEvent.VehicleLoaded e -> "load";
          case TransshipmentEvent.TransshipmentFinished e -> "finish";
          case TransshipmentEvent.TransshipmentSigned e -> "sign";
          case TransshipmentEvent.TransshipmentCarried e -> "carried";
        }
        : event.toString();
  }

  @Test
  void everyStageAnswersEverythingAsApproved() {
    StringBuilder table = new StringBuilder();
    states()
        .forEach((name, yard) -> {
          World before = yard.gate.world;
          table.append(name);
          for (Ask ask : asks(yard)) {
            yard.gate.world = before;
            table.append(' ').append(word(yard.ask(ask.role(), ask.command())));
          }
          table.append('\n');
        });
    assertThat(table.toString()).isEqualTo(APPROVED);
  }

  @Test
  void noCommandAndNoStageIsForgotten() {
    assertThat(Permits.among(asks(planned()).stream().map(Ask::command).toList()))
        .isEqualTo(Permits.of(TransshipmentCommand.class));
    assertThat(
            Permits.among(
                states().values().stream()
                    .flatMap(yard -> yard.gate.world.transshipments().all().values().stream())
                    .map(Transshipment::stage)
                    .toList()))
        .isEqualTo(Permits.of(Transshipment.Stage.class));
  }
}
