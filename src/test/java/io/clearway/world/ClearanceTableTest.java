package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.clearance.Booking;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.clearance.ClearanceEvent;
import io.clearway.clearance.Inspection;
import io.clearway.clearance.Second;
import io.clearway.kernel.Permits;
import io.clearway.site.Agency;
import io.clearway.site.Means;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every state of a load against every command (C-1 to C-18, C-21), also while its vehicle is
/// turned and when it left turned.
class ClearanceTableTest {

  /// Columns: 1 fumigation asked for, 2 medical confirmed, 3 medical by customs' officer, 4
  /// customs' clearance, 5 release, 6 release of another version, 7 medical by rule, 8 medical
  /// refused, 9 held, 10 hold lifted, 11 channel red, 12 inspection opened, 13 joined, 14 X-ray's
  /// result, 15 the system asks what is demanded, 16 a visit ends, 17 opened at a place that does
  /// not offer it, 18 joined by who wants a sample.
  private static final String APPROVED =
      """
      registered ask C-7 C-3 C-7 C-9 C-6 C-10 no hold C-12 chan C-13 C-14 C-15 same end C-13 C-14
      at-gate ask ok C-3 C-7 C-9 C-6 ok no hold C-12 chan C-13 C-14 C-15 same end C-13 C-14
      inside ask ok C-3 ok C-9 C-6 ok no hold C-12 chan open C-14 C-15 same end C-25 C-14
      checked ask C-5 C-3 C-5 ok C-6 C-5 no hold C-12 chan open C-14 C-15 same end C-25 C-14
      released ask+ C-5 C-3 C-5 C-5 C-5 C-5 no+ hold C-12 chan+ open+ C-14 C-15 same end C-25 C-14
      held ask C-5 C-3 C-5 C-9 C-6 C-5 no hold lift chan open C-14 C-15 same end C-25 C-14
      tested ask ok C-3 ok C-9 C-6 C-10 no hold lift chan open C-14 C-15 same end C-25 C-14
      red ask C-5 C-3 C-5 C-9 C-6 C-5 no hold C-12 same open C-14 C-15 same end C-25 C-14
      second-asked ask C-5 C-3 C-5 C-9 C-6 C-5 no hold C-12 same open C-14 C-15 same end C-25 C-14
      inspecting ask ok C-3 C-7 C-9 C-6 ok no hold C-12 chan C-13 join reshold same end \
      C-13 joinmore
      inspected ask ok C-3 ok C-9 C-6 ok no hold C-12 chan C-13 C-14 C-15 same end C-13 C-14
      refused ask ok C-3 C-5 C-9 C-6 C-10 C-5 hold C-12 chan open C-14 C-15 same end C-25 C-14
      amended ask C-5 C-3 C-7 C-9 C-6 C-5 no hold C-12 chan C-13 C-14 C-15 same end C-13 C-14
      gone C-4 C-4 C-4 C-4 C-4 C-4 C-4 C-4 C-4 C-4 C-4 C-4 C-4 C-4 same end C-4 C-4
      asked C-18 ok C-3 C-7 C-9 C-6 ok no hold C-12 chan C-13 C-14 C-15 same end C-13 C-14
      turned-here ask C-5 C-3 C-5 ok C-6 C-5 no hold C-12 chan open C-14 C-15 same end C-25 C-14
      turned-at-gate ask ok C-3 C-7 C-9 C-6 ok no hold C-12 chan C-13 C-14 C-15 same end C-13 C-14
      turned-held ask C-5 C-3 C-5 C-9 C-6 C-5 no hold lift chan open C-14 C-15 same end C-25 C-14
      turned-away ask C-7 C-3 C-7 C-9 C-6 C-10 no hold C-12 chan C-13 C-14 C-15 same end C-13 C-14
      away-held ask C-7 C-3 C-7 C-9 C-6 C-10 no hold lift chan C-13 C-14 C-15 same end C-13 C-14
      unknown C-1
      """;

  private static final List<String> HEADS =
      List.of(
          "ask", "med", "medC", "clr", "rel", "relV", "rule", "ref", "hold", "lift", "red", "open",
          "join", "xray", "req", "end", "there", "more");

  @Test
  void everyStateAnswersEveryCommandAsApproved() {
    Map<String, Supplier<Load>> states = plain();
    states.putAll(looked());
    StringBuilder table = new StringBuilder();
    states.forEach((name, state) -> row(table, name, state));
    unknown(table);
    assertThat(table.toString()).isEqualTo(APPROVED);
  }

  /// C-24, in every state: a row of its own, as the table is wide enough.
  @Test
  void whatNobodyAskedForIsNotWithdrawn() {
    Map<String, Supplier<Load>> states = plain();
    states.putAll(looked());
    Map<String, String> said = new LinkedHashMap<>();
    states.forEach((name, state) -> {
      Load load = state.get();
      said.put(name, word(load, ask(load, "drop")));
    });
    assertThat(said).hasSize(20).containsEntry("second-asked", "-2nd").containsEntry("gone", "C-4");
    said.keySet().removeAll(List.of("second-asked", "gone"));
    assertThat(said.values()).containsOnly("C-24");
  }

  @Test
  void noCommandAndNoStateOfAStepIsForgotten() {
    List<ClearanceCommand> orders = new ArrayList<>();
    for (String head : Stream.concat(HEADS.stream(), Stream.of("drop")).toList()) {
      Load load = new Load().enters();
      ask(load, head);
      if (load.gate.asked.getLast() instanceof Command.OfClearance(ClearanceCommand order)) {
        orders.add(order);
      }
    }
    assertThat(Permits.among(orders)).isEqualTo(Permits.of(ClearanceCommand.class));
    Map<String, Supplier<Load>> states = plain();
    states.putAll(looked());
    List<Clearance.State> steps = new ArrayList<>();
    states.values().stream()
        .flatMap(state -> state.get().clearance().tasks().stream())
        .forEach(task -> steps.add(task.state()));
    assertThat(Permits.among(steps)).isEqualTo(Permits.of(Clearance.State.class));
  }

  private static Map<String, Supplier<Load>> plain() {
    Map<String, Supplier<Load>> states = new LinkedHashMap<>();
    states.put("registered", Load::new);
    states.put("at-gate", () -> new Load().arrives());
    states.put("inside", () -> new Load().enters());
    states.put("checked", () -> new Load().done());
    states.put("released", () -> new Load().released());
    states.put("held", () -> with(new Load().done(), Clearance.HoldKind.DOUBT));
    states.put("tested", () -> with(new Load().enters(), Clearance.HoldKind.TEST));
    states.put(
        "red",
        () -> {
          Load load = new Load().done();
          load.channel(Clearance.Channel.RED);
          return load;
        });
    states.put(
        "second-asked",
        () -> {
          Load load = new Load().done();
          load.channel(Clearance.Channel.RED);
          load.channel(Clearance.Channel.GREEN);
          return load;
        });
    return states;
  }

  private static Map<String, Supplier<Load>> looked() {
    Map<String, Supplier<Load>> states = new LinkedHashMap<>();
    states.put("inspecting", ClearanceTableTest::inspecting);
    states.put(
        "inspected",
        () -> {
          Load load = inspecting();
          load.result(Agency.CUSTOMS, Means.XRAY, Inspection.Outcome.CLEAN);
          return load;
        });
    states.put(
        "refused",
        () -> {
          Load load = new Load().done();
          load.refuse("MEDICAL");
          return load;
        });
    states.put(
        "amended",
        () -> {
          Load load = new Load().released();
          load.amend(d -> d.seal = Optional.of("SEAL2"));
          return load;
        });
    left(states);
    return states;
  }

  private static void left(Map<String, Supplier<Load>> states) {
    states.put(
        "gone",
        () -> {
          Load load = new Load().released();
          load.gate.gateLeft();
          return load;
        });
    turned(states);
  }

  private static void turned(Map<String, Supplier<Load>> states) {
    states.put(
        "asked",
        () -> {
          Load load = new Load().arrives();
          ask(load, "ask");
          return load;
        });
    states.put("turned-here", () -> turned(new Load().done()));
    states.put("turned-at-gate", () -> turned(new Load().arrives()));
    states.put("turned-held", () -> with(turned(new Load().done()), Clearance.HoldKind.DOUBT));
    states.put("turned-away", () -> gone(turned(new Load().done())));
    states.put("away-held", () -> gone(with(turned(new Load().done()), Clearance.HoldKind.DOUBT)));
  }

  private static Load turned(Load load) {
    assertThat(load.gate.turn(Optional.empty())).isInstanceOf(Outcome.Accepted.class);
    return load;
  }

  private static Load gone(Load load) {
    load.gate.gateLeft();
    return load;
  }

  private static Load with(Load load, Clearance.HoldKind kind) {
    load.hold(Agency.CUSTOMS, kind, Agency.CUSTOMS);
    return load;
  }

  private static Load inspecting() {
    Load load = new Load().enters();
    load.open(Agency.CUSTOMS, Means.XRAY);
    return load;
  }

  private static void row(StringBuilder table, String name, Supplier<Load> state) {
    List<String> cells = new ArrayList<>();
    cells.add(name);
    for (String head : HEADS) {
      Load load = state.get();
      cells.add(word(load, ask(load, head)));
    }
    table.append(String.join(" ", cells)).append('\n');
  }

  private static void unknown(StringBuilder table) {
    Load load = new Load();
    var order =
        new ClearanceCommand.ConfirmStep(
            99, "MEDICAL", Agency.MEDICAL_QUARANTINE, OptionalInt.empty(), Optional.empty());
    table
        .append("unknown ")
        .append(word(load, load.ask(Agency.MEDICAL_QUARANTINE, order)))
        .append('\n');
  }

  private static Outcome ask(Load load, String head) {
    return switch (head) {
      case "ask" ->
          load.gate.ask(
              Role.TRADER,
              new Command.OfClearance(
                  new ClearanceCommand.RequestStep(load.held().id(), "FUMIGATION")));
      case "med" -> load.confirm("MEDICAL");
      case "medC" -> load.confirm("MEDICAL", Agency.CUSTOMS, OptionalInt.empty());
      case "clr" -> load.confirm("CLEARED");
      case "rel" -> load.confirm("SUPERVISION");
      case "relV" -> load.confirm("SUPERVISION", Agency.CUSTOMS, OptionalInt.of(7));
      case "rule" -> load.byRule("MEDICAL", "THERMAL", "o-1");
      case "ref" -> load.refuse("MEDICAL");
      case "hold" -> load.hold(Agency.BORDER_GUARD, Clearance.HoldKind.DOUBT, Agency.CUSTOMS);
      case "lift" -> load.lift(Agency.CUSTOMS);
      case "red" -> load.channel(Clearance.Channel.RED);
      case "open" -> load.open(Agency.CUSTOMS, Means.XRAY);
      case "join" -> load.join(Agency.PLANT_QUARANTINE);
      case "drop" -> load.withdraw(Agency.CUSTOMS, new Second.Wish.Lower(Clearance.Channel.GREEN));
      case "there" -> booked(load, new Booking(Means.XRAY, "HN_BAYS"));
      case "more" -> joined(load, Load.booking(Means.SAMPLING));
      case "xray" -> load.result(Agency.CUSTOMS, Means.XRAY, Inspection.Outcome.DOUBT);
      case "req" ->
          load.gate.ask(
              Role.SYSTEM,
              new Command.OfClearance(
                  new ClearanceCommand.Require(load.held().id(), List.of(), List.of())));
      case "end" ->
          load.gate.ask(
              Role.SYSTEM,
              new Command.OfClearance(new ClearanceCommand.EndVisit(load.held().id())));
      default -> throw new IllegalArgumentException(head);
    };
  }

  private static Outcome booked(Load load, Booking booking) {
    var order =
        new ClearanceCommand.OpenInspection(load.held().id(), Agency.CUSTOMS, List.of(booking));
    return load.ask(Agency.CUSTOMS, order);
  }

  private static Outcome joined(Load load, Booking booking) {
    var order =
        new ClearanceCommand.JoinInspection(
            load.held().id(), Agency.PLANT_QUARANTINE, List.of(booking));
    return load.ask(Agency.PLANT_QUARANTINE, order);
  }

  private static String word(Load load, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused(var refusal) -> refusal.rule();
      case Outcome.Denied() -> "deny";
      case Outcome.Accepted accepted ->
          accepted.events().isEmpty()
              ? "same"
              : String.join("", load.gate.last.stream().map(ClearanceTableTest::word).toList());
    };
  }

  private static String word(Event event) {
    return event instanceof Event.OfClearance(ClearanceEvent fact)
        ? switch (fact) {
          case ClearanceEvent.ClearanceOpened e -> "new";
          case ClearanceEvent.StepsChanged e -> "chg";
          case ClearanceEvent.StepRequested e -> "ask";
          case ClearanceEvent.StepConfirmed e -> "ok";
          case ClearanceEvent.StepRefused e -> "no";
          case ClearanceEvent.StepsVoided e -> "+";
          case ClearanceEvent.TurnsEnded e -> "";
          case ClearanceEvent.InspectionOwed e -> "";
          case ClearanceEvent.SaidEarlier e -> "";
          case ClearanceEvent.ClearanceOverdue e -> "due";
          case ClearanceEvent.HoldPlaced e -> "hold";
          case ClearanceEvent.HoldLifted e -> "lift";
          case ClearanceEvent.SecondAsked e -> "2nd";
          case ClearanceEvent.SecondWithdrawn e -> "-2nd";
          case ClearanceEvent.ChannelSet e -> "chan";
          case ClearanceEvent.InspectionOpened e -> "open";
          case ClearanceEvent.InspectionJoined e -> "join";
          case ClearanceEvent.MeansBooked e -> "more";
          case ClearanceEvent.InspectionVoided e -> "-insp";
          case ClearanceEvent.ResultRecorded e -> "res";
          case ClearanceEvent.VisitEnded e -> "end";
          case ClearanceEvent.ClearanceCarried e -> "carry";
        }
        : "other";
  }

  @Test
  void atMostSixteenHoldsOfAnAgencyStand() {
    Load load = new Load().enters();
    for (int i = 0; i < 16; i++) {
      assertThat(load.hold(Agency.CUSTOMS, Clearance.HoldKind.DOUBT, Agency.CUSTOMS))
          .isInstanceOf(Outcome.Accepted.class);
    }
    assertThat(Load.code(load.hold(Agency.CUSTOMS, Clearance.HoldKind.DOUBT, Agency.CUSTOMS)))
        .isEqualTo("TOO_MANY_HOLDS");
    assertThat(load.hold(Agency.BORDER_GUARD, Clearance.HoldKind.DANGER, Agency.BORDER_GUARD))
        .as("another agency's danger")
        .isInstanceOf(Outcome.Accepted.class);
  }

  /// C-17 of the step that opens the barrier: a refusal is a word like any other.
  @Test
  void aRefusedReleaseIsAskedAgainWhenWhatItReliesOnIsAmended() {
    Load load = new Load().done();
    load.refuse("SUPERVISION");
    load.amend(d -> d.phone = "0900000001");
    assertThat(load.clearance().find("SUPERVISION").orElseThrow().state())
        .isInstanceOf(Clearance.State.Refused.class);
    load.amend(d -> d.seal = Optional.of("SEAL2"));
    assertThat(load.clearance().find("SUPERVISION").orElseThrow().state())
        .isInstanceOf(Clearance.State.Required.class);
  }
}
