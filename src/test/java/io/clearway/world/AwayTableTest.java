package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Trip;
import io.clearway.crossing.Turning;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Permits;
import io.clearway.reconciliation.CaseEvent;
import io.clearway.registration.Draft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Every state of a vehicle, at the gate or away from it, against every report from a holding park,
/// the line and the way back, what the border guard counts back, and a device that tells the way
/// (X-21 to X-25, X-30). With the cases that follow.
class AwayTableTest {

  /// Columns: 1 park entered, 2 park left, 3 over the line outwards, 4 the same of an hour before
  /// all this, 5 over the line inwards, 6 back empty, 7 back seen by a camera, 8 back loaded, 9
  /// back empty within five minutes of what was last, 10 trip opened, 11 the driver counted back,
  /// 12 a person that is not there, 13 leaves the gate outwards, 14 inwards. Words: seen (away from
  /// the gate), line (on its trip), back (from its trip), people, trip, came (a passage), gone
  /// (from the gate), aside (set aside), stay (it was not turned). `!` and a letter, a case: P
  /// papers missing, K keys missing, O out of order, R return unexplained, T returned twice, A
  /// against its turning.
  private static final String APPROVED =
      """
      unknown seen seen seen seen seen seen+why!R seen+why!R came!P seen+why!R X-24 X-25 X-25 \
      came+gone!P!K came+gone!P!K
      in-park seen seen seen seen seen seen+why!R seen+why!R came!P seen+why!R X-24 X-25 X-25 \
      came+gone!P!K came+gone!P!K
      seen-over seen seen seen seen seen seen+why!R seen+why!R came!P seen+why!R X-24 X-25 X-25 \
      came+gone!P!K came+gone!P!K
      export seen seen gone+trip!K seen seen seen+why!R seen+why!R came+aside!P!O seen+why!R \
      X-24 X-25 X-25 gone+trip!K gone+trip!K
      export+keys seen seen gone+trip seen seen seen+why!R seen+why!R came+aside!P!O seen+why!R \
      X-24 X-25 X-25 gone+trip gone+trip
      export-turned seen seen stay+gone+trip!A seen seen seen+why!R seen+why!R came+aside!P!O \
      seen+why!R X-24 X-25 X-25 stay+gone+trip!A gone
      export+keys-turned seen seen stay+gone+trip!A seen seen seen+why!R seen+why!R \
      came+aside!P!O seen+why!R X-24 X-25 X-25 stay+gone+trip!A gone
      turned-away seen seen seen!A seen seen seen+why!R seen+why!R came!P seen+why!R X-24 X-25 \
      X-25 aside!O aside!O
      out seen seen line seen line back back came+back!P back X-24 people X-25 aside!O aside!O
      out-over seen seen seen seen line back back came+back!P back X-24 people X-25 aside!O aside!O
      coming seen seen seen seen seen back back came+back!P back X-24 people X-25 aside!O aside!O
      people-back seen seen line seen line back back came+back!P back X-24 X-25 X-25 aside!O \
      aside!O
      vehicle-back seen seen seen seen seen seen+why!T seen+why!T came!P seen X-24 people X-25 \
      aside!O aside!O
      all-back seen seen seen seen seen seen+why!T seen+why!T came!P seen X-24 X-25 X-25 aside!O \
      aside!O
      import seen seen gone!K seen seen seen+why!R seen+why!R aside!O seen+why!R X-24 X-25 X-25 \
      gone!K gone!K
      import+keys seen seen gone seen seen seen+why!R seen+why!R aside!O seen+why!R X-24 X-25 \
      X-25 gone gone
      import-turned seen!A seen!A gone seen seen seen+why!R seen+why!R aside!O seen+why!R X-24 \
      X-25 X-25 gone stay+gone!A
      import+keys-turned seen!A seen!A gone seen seen seen+why!R seen+why!R aside!O seen+why!R \
      X-24 X-25 X-25 gone stay+gone!A
      import-gone seen seen seen seen seen seen+why!R seen+why!R came!P seen+why!R X-24 X-25 \
      X-25 aside!O aside!O
      import-turned-away seen!A seen!A seen seen seen seen seen came seen X-24 X-25 X-25 aside!O \
      aside!O
      and-back seen seen seen seen seen seen seen came seen X-24 X-25 X-25 aside!O aside!O
      """;

  private static final Map<String, String> CASES =
      Map.of(
          "SEEN_BEFORE_REGISTERED", "P",
          "LEFT_WITHOUT_BOTH_KEYS", "K",
          "REPORT_OUT_OF_ORDER", "O",
          "RETURN_UNEXPLAINED", "R",
          "RETURNED_TWICE", "T",
          "LEFT_AGAINST_TURNING", "A");

  /// One vehicle and what happens to it. An export unless it is said.
  private static final class Away {
    private final Played gate = new Played();
    private Direction direction = Direction.EXPORT;
    private Instant before = gate.now;

    Away() {
      gate.after(120);
    }

    Away registered(Direction way) {
      direction = way;
      gate.register("2026112400001", "HN", way);
      return tell(new CrossingCommand.ReportArrived(gate.key(), seen(gate.now)));
    }

    Away keys() {
      gate.crossing(Role.CUSTOMS, new CrossingCommand.ConfirmEntry(id(), KeyHolder.CUSTOMS));
      gate.crossing(
          Role.BORDER_GUARD, new CrossingCommand.ConfirmEntry(id(), KeyHolder.BORDER_GUARD));
      return this;
    }

    Away turned() {
      gate.crossing(
          Role.CUSTOMS,
          new CrossingCommand.TurnVehicle(id(), Turning.Reason.NO_ROOM, Optional.empty()));
      return this;
    }

    Away leaves() {
      gate.after(10);
      return tell(new CrossingCommand.ReportGateLeft(gate.key(), seen(gate.now)));
    }

    Away over(Trip.Way way) {
      gate.after(10);
      return tell(new CrossingCommand.ReportLine(seen(gate.now).plate(), "HN", way, gate.now));
    }

    Away parks() {
      gate.after(10);
      return tell(new CrossingCommand.ReportPark(seen(gate.now).plate(), "P-HN", true, gate.now));
    }

    Away comesBack() {
      gate.after(120);
      return tell(back(Trip.Load.EMPTY, gate.now));
    }

    Away counted(Integer... persons) {
      return tell(new CrossingCommand.ConfirmTravellers(id(), List.of(persons)));
    }

    private Away tell(CrossingCommand command) {
      assertThat(gate.crossing(role(command), command)).isInstanceOf(Outcome.Accepted.class);
      return this;
    }

    CrossingCommand.Sighting seen(Instant at) {
      var plate = Played.sighting("HN", at).plate();
      return new CrossingCommand.Sighting(plate, "HN", direction, at);
    }

    CrossingCommand back(Trip.Load load, Instant at) {
      var here = new CrossingCommand.Sighting(seen(at).plate(), "HN", Direction.IMPORT, at);
      return new CrossingCommand.ReportReturn(gate.key(), here, load);
    }

    long id() {
      return gate.world
          .crossings()
          .latest(Draft.subject("29C12345"), "HN", direction)
          .map(passage -> passage.id())
          .orElse(99L);
    }
  }

  private static Role role(CrossingCommand command) {
    return switch (command) {
      case CrossingCommand.ReportPark c -> Role.YARD;
      case CrossingCommand.ConfirmTravellers c -> Role.BORDER_GUARD;
      case CrossingCommand.OpenTrip c -> Role.SYSTEM;
      case CrossingCommand.Report c -> Role.GATE_DEVICE;
      case CrossingCommand.Away c -> Role.GATE_DEVICE;
      case CrossingCommand.Request c -> throw new IllegalArgumentException(c.toString());
    };
  }

  /// An hour and a half after what was last, but for the fourth and the ninth.
  private static List<CrossingCommand> commands(Away it) {
    Instant last = it.gate.now;
    Instant now = it.gate.after(90).now;
    CrossingCommand.Sighting seen = it.seen(now);
    return List.of(
        new CrossingCommand.ReportPark(seen.plate(), "P-HN", true, now),
        new CrossingCommand.ReportPark(seen.plate(), "P-HN", false, now),
        new CrossingCommand.ReportLine(seen.plate(), "HN", Trip.Way.OUT, now),
        new CrossingCommand.ReportLine(seen.plate(), "HN", Trip.Way.OUT, it.before),
        new CrossingCommand.ReportLine(seen.plate(), "HN", Trip.Way.IN, now),
        it.back(Trip.Load.EMPTY, now),
        it.back(Trip.Load.UNKNOWN, now),
        it.back(Trip.Load.LOADED, now),
        it.back(Trip.Load.EMPTY, last.plusSeconds(240)),
        new CrossingCommand.OpenTrip(it.id(), List.of(seen.plate())),
        new CrossingCommand.ConfirmTravellers(it.id(), List.of(0)),
        new CrossingCommand.ConfirmTravellers(it.id(), List.of(9)),
        new CrossingCommand.ReportGateLeft(it.gate.key(), seen, Optional.of(Trip.Way.OUT)),
        new CrossingCommand.ReportGateLeft(it.gate.key(), seen, Optional.of(Trip.Way.IN)));
  }

  private static Map<String, Supplier<Away>> states() {
    Map<String, Supplier<Away>> states = new LinkedHashMap<>();
    states.put("unknown", Away::new);
    states.put("in-park", () -> new Away().parks());
    states.put("seen-over", () -> new Away().over(Trip.Way.IN));
    exports(states);
    imports(states);
    return states;
  }

  private static Away export() {
    return new Away().registered(Direction.EXPORT);
  }

  private static void exports(Map<String, Supplier<Away>> states) {
    states.put("export", () -> export());
    states.put("export+keys", () -> export().keys());
    states.put("export-turned", () -> export().turned());
    states.put("export+keys-turned", () -> export().keys().turned());
    states.put("turned-away", () -> export().turned().leaves());
    states.put("out", () -> out());
    states.put("out-over", () -> out().over(Trip.Way.OUT));
    states.put("coming", () -> out().over(Trip.Way.OUT).over(Trip.Way.IN));
    states.put("people-back", () -> out().counted(0));
    states.put("vehicle-back", () -> out().comesBack());
    states.put("all-back", () -> out().counted(0).comesBack());
  }

  private static Away out() {
    return export().keys().leaves();
  }

  private static void imports(Map<String, Supplier<Away>> states) {
    states.put("import", () -> inbound());
    states.put("import+keys", () -> inbound().keys());
    states.put("import-turned", () -> inbound().turned());
    states.put("import+keys-turned", () -> inbound().keys().turned());
    states.put("import-gone", () -> inbound().keys().leaves());
    states.put("import-turned-away", () -> inbound().turned().leaves());
    states.put("and-back", () -> inbound().turned().leaves().comesBack());
  }

  private static Away inbound() {
    return new Away().registered(Direction.IMPORT);
  }

  @Test
  void everyStateAnswersEveryReportAsApproved() {
    StringBuilder table = new StringBuilder();
    states().forEach((name, state) -> row(table, name, state));
    assertThat(table.toString()).isEqualTo(APPROVED);
  }

  @Test
  void noReportFromAwayIsForgotten() {
    var all = Permits.of(CrossingCommand.Away.class);
    all.add(CrossingCommand.OpenTrip.class);
    all.add(CrossingCommand.ConfirmTravellers.class);
    all.add(CrossingCommand.ReportGateLeft.class);
    assertThat(Permits.among(commands(export()))).isEqualTo(all);
  }

  private static void row(StringBuilder table, String name, Supplier<Away> state) {
    List<String> cells = new ArrayList<>();
    cells.add(name);
    for (int i = 0; i < commands(new Away()).size(); i++) {
      Away it = state.get();
      CrossingCommand command = commands(it).get(i);
      cells.add(word(it, it.gate.crossing(role(command), command)));
    }
    table.append(String.join(" ", cells)).append('\n');
  }

  private static String word(Away it, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused(var refusal) -> refusal.rule();
      case Outcome.Denied() -> "deny";
      case Outcome.Accepted accepted -> {
        List<String> facts = new ArrayList<>();
        StringBuilder cases = new StringBuilder();
        for (Event event : it.gate.last) {
          if (event instanceof Event.OfCase(CaseEvent.CaseOpened opened)) {
            String kind = opened.opened().kind().name();
            cases.append('!').append(Optional.ofNullable(CASES.get(kind)).orElse(kind));
          } else if (event instanceof Event.OfCrossing(CrossingEvent fact)) {
            facts.add(word(fact));
          }
        }
        yield String.join("+", facts) + cases;
      }
    };
  }

  private static String word(CrossingEvent fact) {
    return switch (fact) {
      case CrossingEvent.ApproachSeen e -> "seen";
      case CrossingEvent.LineCrossed e -> "line";
      case CrossingEvent.VehicleReturned e -> "back";
      case CrossingEvent.ReturnUnexplained e -> "why";
      case CrossingEvent.TripOpened e -> "trip";
      case CrossingEvent.TravellersReturned e -> "people";
      case CrossingEvent.VehicleArrived e -> "came";
      case CrossingEvent.GateLeft e -> "gone";
      case CrossingEvent.ReportSetAside e -> "aside";
      case CrossingEvent.TurningWithdrawn e -> "stay";
      case CrossingEvent.KeysPutOff e -> "put";
      case CrossingEvent other -> other.getClass().getSimpleName();
    };
  }
}
