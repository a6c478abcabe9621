package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.clearance.Inspection;
import io.clearway.site.Agency;
import io.clearway.site.Means;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Every state of a load whose goods may be released before customs clearance, against every word
/// on the pair, said now or twenty minutes ago (C-22, C-23).
class ReleaseTableTest {

  /// Columns: 1 release asked for, 2 released, 3 released, said earlier, 4 release refused, 5
  /// customs clearance, 6 that said earlier, 7 refused, 8 what opens the barrier, 9 held, 10 held,
  /// said earlier, 11 channel red, 12 inspection opened. A cell is `ok`, or the rule that refuses;
  /// then the case that is opened, if one is.
  private static final String APPROVED =
      """
      at-gate ok C-2 C-2 C-2 C-7 C-7 ok C-9 ok ok ok C-13
      inside ok C-2 C-2 C-2 ok ok ok C-9 ok ok ok ok
      asked C-18 ok ok ok ok ok ok C-9 ok ok ok ok
      asked-held C-18 ok ok ok ok ok ok C-9 ok ok ok ok
      asked-red C-18 C-7 C-7 ok C-7 C-7 ok C-9 ok ok ok ok
      asked-inspecting C-18 C-7 C-7 ok C-7 C-7 ok C-9 ok ok ok C-13
      asked-inspected C-18 ok C-22 ok ok C-22 ok C-9 ok ok ok C-13
      release-refused C-18 ok C-22 C-5 ok C-22 ok C-9 ok ok ok ok
      clearance-refused C-18 C-7 C-22 ok ok C-22 C-5 C-9 ok ok ok ok
      released C-18 C-5 C-5 ok ok ok ok ok ok ok ok ok
      cleared C-18 C-23 C-23 C-23 C-5 C-5 ok ok ok ok ok ok
      let-go C-18 C-5 C-5 ok ok ok ok C-5 ok ok ok ok
      left-released C-4 C-4 C-4 C-4 ok ok ok!CLEARANCE_REFUSED C-4 C-4 ok!HELD_TOO_LATE C-4 C-4
      left-refused C-4 C-4 C-4 C-4 ok C-22 C-5 C-4 C-4 ok!HELD_TOO_LATE C-4 C-4
      left-through C-4 C-4 C-4 C-4 C-4 C-4 C-4 C-4 C-4 ok!HELD_TOO_LATE C-4 C-4
      turned C-18 C-5 C-5 ok ok ok ok C-5 ok ok ok ok
      next-visit C-18 C-7 C-22 ok C-7 C-22 ok C-9 ok ok ok C-13
      """;

  private static final List<String> WORDS =
      List.of(
          "ask", "rel", "relE", "relN", "clr", "clrE", "clrN", "bar", "hold", "holdE", "red",
          "open");

  @Test
  void everyStateTakesEveryWordAsApproved() {
    StringBuilder table = new StringBuilder();
    states()
        .forEach((name, state) -> {
          List<String> cells = new ArrayList<>(List.of(name));
          for (String word : WORDS) {
            Load load = state.apply(new Load(TestSite.releasing()));
            cells.add(cell(load, say(load, word)));
          }
          table.append(String.join(" ", cells)).append('\n');
        });
    assertThat(table.toString()).isEqualTo(APPROVED);
  }

  private static Map<String, UnaryOperator<Load>> states() {
    Map<String, UnaryOperator<Load>> states = new LinkedHashMap<>();
    states.put("at-gate", Load::arrives);
    states.put("inside", Load::enters);
    states.put("asked", ReleaseTableTest::asked);
    states.put("asked-held", load -> held(asked(load)));
    states.put("asked-red", load -> after(asked(load), "red"));
    states.put("asked-inspecting", load -> after(asked(load), "open"));
    states.put("asked-inspected", load -> inspected(after(asked(load), "open")));
    states.put("release-refused", load -> after(asked(load), "relN"));
    states.put("clearance-refused", load -> after(asked(load), "clrN"));
    states.put("released", ReleaseTableTest::released);
    states.put("cleared", load -> rest(after(asked(load), "clr")));
    states.put("let-go", load -> after(released(load), "bar"));
    states.put("left-released", load -> left(after(released(load), "bar")));
    states.put("left-refused", load -> after(left(after(released(load), "bar")), "clrN"));
    states.put("left-through", load -> after(left(after(released(load), "bar")), "clr"));
    states.put("turned", load -> turned(after(released(load), "bar")));
    states.put("next-visit", load -> left(turned(after(released(load), "bar"))).arrives());
    return states;
  }

  private static Load asked(Load load) {
    load.enters();
    load.gate.after(30);
    return after(load, "ask");
  }

  private static Load released(Load load) {
    return rest(after(asked(load), "rel"));
  }

  private static Load rest(Load load) {
    for (String step : List.of("MEDICAL", "PLANT", "GUARD_DONE")) {
      assertThat(load.confirm(step)).isInstanceOf(Outcome.Accepted.class);
    }
    return load;
  }

  private static Load held(Load load) {
    return after(load, "hold");
  }

  private static Load inspected(Load load) {
    load.result(Agency.CUSTOMS, Means.XRAY, Inspection.Outcome.CLEAN);
    return load;
  }

  private static Load turned(Load load) {
    load.gate.turn(Optional.empty());
    return load;
  }

  private static Load left(Load load) {
    load.gate.after(25).gateLeft();
    load.gate.after(5);
    return load;
  }

  private static Load after(Load load, String word) {
    assertThat(say(load, word)).as(word).isInstanceOf(Outcome.Accepted.class);
    load.gate.after(1);
    return load;
  }

  private static Outcome say(Load load, String word) {
    Instant earlier = load.gate.now.minusSeconds(1200);
    return switch (word) {
      case "ask" ->
          load.gate.ask(
              Role.TRADER,
              new Command.OfClearance(
                  new ClearanceCommand.RequestStep(load.held().id(), "RELEASED")));
      case "rel" -> load.confirm("RELEASED");
      case "relE" -> confirm(load, "RELEASED", earlier);
      case "relN" -> load.refuse("RELEASED");
      case "clr" -> load.confirm("CLEARED");
      case "clrE" -> confirm(load, "CLEARED", earlier);
      case "clrN" -> load.refuse("CLEARED");
      case "bar" -> load.confirm("SUPERVISION");
      case "hold" -> hold(load, Optional.empty());
      case "holdE" -> hold(load, Optional.of(earlier));
      case "red" -> load.channel(Clearance.Channel.RED);
      case "open" -> load.open(Agency.CUSTOMS, Means.XRAY);
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static Outcome confirm(Load load, String step, Instant said) {
    var order =
        new ClearanceCommand.ConfirmStep(
            load.held().id(),
            step,
            Agency.CUSTOMS,
            OptionalInt.of(0),
            Optional.empty(),
            Optional.of(said));
    return load.ask(Agency.CUSTOMS, order);
  }

  private static Outcome hold(Load load, Optional<Instant> said) {
    var order =
        new ClearanceCommand.PlaceHold(
            load.held().id(),
            Agency.CUSTOMS,
            Clearance.HoldKind.DOUBT,
            Optional.empty(),
            List.of(Agency.CUSTOMS),
            said);
    return load.ask(Agency.CUSTOMS, order);
  }

  private static String cell(Load load, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused(var refusal) -> refusal.rule();
      case Outcome.Denied() -> "deny";
      case Outcome.Accepted accepted ->
          load.gate.entry().contains("CaseOpened")
              ? "ok!" + load.gate.kinds(load.gate.passage()).getLast()
              : "ok";
    };
  }
}
