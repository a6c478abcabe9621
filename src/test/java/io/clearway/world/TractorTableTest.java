package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.fleet.FleetCommand;
import io.clearway.fleet.FleetEvent;
import io.clearway.kernel.Permits;
import io.clearway.site.Agency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Every state of a vehicle against everything that can be asked about its tractor (D-1 to D-4).
class TractorTableTest {

  private static final String OLD = "桂A10001";
  private static final String NEW = "29C-500.01";

  /// Columns: asked for by the trader, by the yard; the key of the border guard, of customs;
  /// refused by the border guard; withdrawn; ended. Words: what it comes to, or what is unmet or
  /// the rule that refuses.
  private static final String APPROVED =
      """
      unknown D-1 D-1 D-3 D-3 D-3 D-3 D-3
      unregistered D-1 REGISTRATION D-3 D-3 D-3 D-3 D-3
      at-gate ask ask D-3 D-3 D-3 D-3 D-3
      entered ask ask D-3 D-3 D-3 D-3 D-3
      turned TURNED TURNED D-3 D-3 D-3 D-3 D-3
      held HOLD HOLD D-3 D-3 D-3 D-3 D-3
      moving TRANSSHIPMENT TRANSSHIPMENT D-3 D-3 D-3 D-3 D-3
      asked ALREADY_ASKED ALREADY_ASKED key key end end end
      one-key ALREADY_ASKED ALREADY_ASKED changed D-3 end end end
      asked-held HOLD HOLD HOLD HOLD end end end
      changed SAME_TRACTOR SAME_TRACTOR D-3 D-3 D-3 D-3 D-3
      gone NOT_HERE NOT_HERE D-3 D-3 D-3 D-3 D-3
      """;

  private static Driving entered() {
    Driving road = new Driving();
    road.yard.source(OLD);
    road.yard.enters(OLD);
    return road;
  }

  private static Driving asked() {
    Driving road = entered();
    road.ask(OLD, Driving.tractor(NEW, "999000050001"));
    return road;
  }

  private static Driving held(Driving road) {
    var hold =
        new ClearanceCommand.PlaceHold(
            road.yard.papers(OLD),
            Agency.PLANT_QUARANTINE,
            Clearance.HoldKind.TEST,
            Optional.empty(),
            List.of(Agency.PLANT_QUARANTINE));
    road.gate.ask(Role.PLANT_QUARANTINE, new Command.OfClearance(hold));
    return road;
  }

  private static Driving moving() {
    Driving road = entered();
    road.yard.receiver("29C-100.01");
    road.yard.plan(OLD, "29C-100.01");
    road.yard.enters("29C-100.01").permitted(OLD);
    assertThat(road.yard.start()).isInstanceOf(Outcome.Accepted.class);
    return road;
  }

  private static Map<String, Driving> states() {
    Map<String, Driving> states = new LinkedHashMap<>();
    states.put("unknown", new Driving());
    Driving unregistered = new Driving();
    unregistered.yard.arrives(OLD);
    states.put("unregistered", unregistered);
    Driving gate = new Driving();
    gate.yard.source(OLD);
    gate.yard.arrives(OLD);
    states.put("at-gate", gate);
    states.put("entered", entered());
    Driving turned = entered();
    turned.yard.turn(OLD);
    states.put("turned", turned);
    states.put("held", held(entered()));
    states.put("moving", moving());
    states.put("asked", asked());
    Driving one = asked();
    one.confirm(KeyHolder.CUSTOMS, one.yard.passage(OLD).id());
    states.put("one-key", one);
    states.put("asked-held", held(asked()));
    Driving changed = entered();
    changed.changes(OLD, Driving.tractor(NEW, "999000050001"));
    states.put("changed", changed);
    Driving gone = entered();
    gone.gate.after(5);
    gone.yard.leaves(OLD);
    states.put("gone", gone);
    return states;
  }

  private record Ask(Role role, FleetCommand command) {}

  private static List<Ask> asks(Driving road) {
    long id =
        road.gate.world.crossings().all().values().stream().findFirst().map(c -> c.id()).orElse(0L);
    FleetCommand ask =
        new FleetCommand.AskTractor(new UUID(6, 99), id, Driving.tractor(NEW, "999000050001"));
    return List.of(
        new Ask(Role.TRADER, ask),
        new Ask(Role.YARD, ask),
        new Ask(Role.BORDER_GUARD, new FleetCommand.ConfirmTractor(id, KeyHolder.BORDER_GUARD)),
        new Ask(Role.CUSTOMS, new FleetCommand.ConfirmTractor(id, KeyHolder.CUSTOMS)),
        new Ask(Role.BORDER_GUARD, new FleetCommand.RefuseTractor(id, KeyHolder.BORDER_GUARD)),
        new Ask(Role.TRADER, new FleetCommand.WithdrawTractor(id)),
        new Ask(Role.SYSTEM, new FleetCommand.EndTractor(id)));
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Denied denied -> "denied";
      case Outcome.Refused(var refusal) ->
          refusal.unmet().isEmpty()
              ? refusal.rule()
              : refusal.unmet().getFirst().replaceFirst("^HOLD_.*", "HOLD");
      case Outcome.Accepted(World after, List<Event> events) -> word(events.getFirst());
    };
  }

  private static String word(Event event) {
    return event instanceof Event.OfFleet(FleetEvent fact)
        ? switch (fact) {
          case FleetEvent.TractorAsked e -> "ask";
          case FleetEvent.TractorKeyTurned e -> "key";
          case FleetEvent.TractorChanged e -> "changed";
          case FleetEvent.TractorAskEnded e -> "end";
          case FleetEvent.TractorSeen e -> "seen";
          case FleetEvent.TractorLeft e -> "left";
          case FleetEvent.FleetForgotten e -> "forgotten";
          case FleetEvent.ChangeCarried e -> "carried";
          case FleetEvent.OfVisit e -> "visit";
          case FleetEvent.OfPool e -> "driver";
        }
        : event.toString();
  }

  @Test
  void everyStateAnswersEverythingAsApproved() {
    StringBuilder table = new StringBuilder();
    states()
        .forEach((name, road) -> {
          World before = road.gate.world;
          table.append(name);
          for (Ask ask : asks(road)) {
            table.append(' ').append(word(road.fleet(ask.role(), ask.command())));
            road.gate.world = before;
          }
          table.append('\n');
        });
    assertThat(table.toString()).isEqualTo(APPROVED);
  }

  @Test
  void noCommandIsForgotten() {
    assertThat(Permits.among(asks(entered()).stream().map(Ask::command).toList()))
        .isEqualTo(Permits.of(FleetCommand.OfTractor.class));
  }
}
