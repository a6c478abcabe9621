package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Trip;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Permits;
import io.clearway.pairing.Pair;
import io.clearway.pairing.PairingCommand;
import io.clearway.pairing.PairingEvent;
import io.clearway.pairing.Stay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Every state of a trip and its stay against everything that can be asked of it (Y-11 to Y-26).
class PairingTableTest {

  private static final UUID KEY = new UUID(9, 1);

  /// Columns: registered by border guard, by customs; the other side holds it; that is withdrawn;
  /// linked by the system, parted, judged with a condition broken; its stay judged. Words: what it
  /// comes to, or the rule that refuses; same: nothing changes.
  private static final String APPROVED =
      """
      unlinked Y-12 Y-12 Y-24 Y-24 link same same same
      linked word word Y-24 Y-24 same part broken same
      half Y-12 word Y-24 Y-24 same part broken same
      whole Y-12 Y-12 Y-24 Y-24 same part broken same
      broken Y-13 Y-13 Y-24 Y-24 same part same same
      out Y-12 Y-12 held Y-24 same part broken same
      held Y-12 Y-12 held gone same part broken same
      warned Y-12 Y-12 held Y-24 same part broken same
      overdue Y-12 Y-12 held Y-24 same part broken same
      back Y-12 Y-12 held Y-24 same part broken same
      theirs word word Y-24 Y-24 same part broken same
      """;

  private static Map<String, Paired> states() {
    Map<String, Paired> states = new LinkedHashMap<>();
    Paired unlinked = Paired.ours();
    unlinked.register(unlinked.draft(Direction.EXPORT));
    unlinked.register(unlinked.draft(Direction.IMPORT));
    states.put("unlinked", unlinked);
    states.put("linked", Paired.ours().linked());
    Paired half = Paired.ours().linked();
    half.confirm(KeyHolder.BORDER_GUARD);
    states.put("half", half);
    states.put("whole", Paired.ours().linked().registeredWithBoth());
    Paired broken = Paired.ours().linked().registeredWithBoth();
    broken.amend(Direction.IMPORT, draft -> draft.plate = "29C-999.99");
    states.put("broken", broken);
    states.put("out", out());
    Paired held = out();
    held.heard(KEY, Paired.said(held.gate.now, Optional.empty()));
    states.put("held", held);
    states.put("warned", out().hours(34));
    states.put("overdue", out().hours(37));
    Paired back = out().hours(3);
    back.returns(Trip.Load.EMPTY, back.gate.now);
    states.put("back", back);
    states.put("theirs", Paired.theirs().linked().enters(Direction.IMPORT));
    return states;
  }

  private static Paired out() {
    return Paired.ours().linked().registeredWithBoth().out();
  }

  private record Ask(Role role, PairingCommand command) {}

  private static List<Ask> asks(Paired trip) {
    long pair = trip.pair().map(Pair::id).orElse(99L);
    long visit =
        trip.gate.world.pairings().stays().all().values().stream()
            .findFirst()
            .map(Stay::visit)
            .orElse(99L);
    OptionalInt any = OptionalInt.empty();
    return List.of(
        new Ask(
            Role.BORDER_GUARD,
            new PairingCommand.ConfirmPair(pair, KeyHolder.BORDER_GUARD, any, any)),
        new Ask(Role.CUSTOMS, new PairingCommand.ConfirmPair(pair, KeyHolder.CUSTOMS, any, any)),
        new Ask(
            Role.MANAGEMENT_BOARD,
            new PairingCommand.ReportHeld(
                visit, KEY, Paired.said(trip.gate.now, Optional.empty()))),
        new Ask(Role.CUSTOMS, new PairingCommand.WithdrawHeld(visit, KEY)),
        new Ask(
            Role.SYSTEM,
            new PairingCommand.LinkPair(
                trip.held(Direction.EXPORT).id(), trip.held(Direction.IMPORT).id())),
        new Ask(Role.SYSTEM, new PairingCommand.PartPair(pair)),
        new Ask(Role.SYSTEM, new PairingCommand.JudgePair(pair, List.of("LINK_PLATE"))),
        new Ask(Role.SYSTEM, new PairingCommand.JudgeStay(visit)));
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
    return event instanceof Event.OfPairing(PairingEvent fact)
        ? switch (fact) {
          case PairingEvent.PairLinked e -> "link";
          case PairingEvent.PairConfirmed e -> "word";
          case PairingEvent.PairJudged e -> "broken";
          case PairingEvent.PairParted e -> "part";
          case PairingEvent.PairCarried e -> "carried";
          case PairingEvent.OtherSideHeld e -> "held";
          case PairingEvent.OtherSideHoldWithdrawn e -> "gone";
          case PairingEvent.StayWarned e -> "warn";
          case PairingEvent.StayOverdue e -> "over";
          case PairingEvent.StayPutOff e -> "off";
          case PairingEvent.StayCarried e -> "carried";
        }
        : event.toString();
  }

  @Test
  void everyStateAnswersEverythingAsApproved() {
    StringBuilder table = new StringBuilder();
    states()
        .forEach((name, trip) -> {
          World before = trip.gate.world;
          table.append(name);
          for (Ask ask : asks(trip)) {
            trip.gate.world = before;
            table.append(' ').append(word(trip.ask(ask.role(), ask.command())));
          }
          table.append('\n');
        });
    assertThat(table.toString()).isEqualTo(APPROVED);
  }

  @Test
  void noCommandAndNoStateIsForgotten() {
    assertThat(Permits.among(asks(Paired.ours().linked()).stream().map(Ask::command).toList()))
        .isEqualTo(Permits.of(PairingCommand.class));
    assertThat(
            states().values().stream()
                .flatMap(trip -> trip.gate.world.pairings().stays().all().values().stream())
                .map(Stay::told)
                .distinct())
        .containsExactlyInAnyOrder(Stay.Told.values());
  }
}
