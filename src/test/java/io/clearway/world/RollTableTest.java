package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.kernel.Permits;
import io.clearway.site.SiteEvent;
import io.clearway.turn.Entry;
import io.clearway.turn.TurnCommand;
import io.clearway.turn.TurnEvent;
import io.clearway.turn.TurnRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Every state of a roll against every command of the road.
class RollTableTest {

  private static final UUID ROLL = new UUID(9, 1);
  private static final UUID OTHER = new UUID(9, 2);
  private static final UUID ORDER = new UUID(8, 1);
  private static final String PLATE = "29C12345";
  private static final Entry.Said FIRST = Road.said(1, 1, 10, PLATE);

  /// Columns: roll opened under the same id, under another, a vehicle's first word, its correction
  /// to another plate, its removal after that, the same plate as another vehicle, closed as it was
  /// seen, closed as it was seen before, an order given. Words: note and what contradicts it (T
  /// stands twice, G at a gate, C after the closing), aside (not held), same (nothing new).
  private static final String APPROVED =
      """
      unknown open open Q-4 Q-4 Q-4 Q-4 Q-4 Q-4 order
      empty Q-1 open note note note note close Q-6 order
      stands Q-1 open same note note noteT close Q-6 order
      corrected Q-1 open same same note note close Q-6 order
      removed Q-1 open same same same note close Q-6 order
      elsewhere Q-1 open aside aside aside noteT close Q-6 order
      at-gate Q-1 open noteG note note noteG close Q-6 order
      full Q-1 open aside aside aside aside close Q-6 order
      closed-empty Q-1 open noteC noteC noteC noteC Q-5 Q-5 order
      closed Q-1 open same noteC noteC noteC Q-5 Q-5 order
      forgotten open open Q-4 Q-4 Q-4 Q-4 Q-4 Q-4 order
      twenty Q-1 Q-2 note note note note close Q-6 order
      ordered Q-1 open note note note note close Q-6 same
      order-forgotten Q-1 open note note note note close Q-6 order
      """;

  private static Played road() {
    Played gate = new Played();
    var site = new SiteEvent.SiteAdopted(Road.site(Optional.empty()));
    gate.world = gate.world.apply(new Event.OfSite(site));
    return gate;
  }

  private static Outcome tell(Played gate, TurnCommand command) {
    return gate.ask(Role.TRAFFIC_POLICE, new Command.OfTurn(command));
  }

  private static Played after(TurnCommand... told) {
    Played gate = road();
    for (TurnCommand command : told) {
      assertThat(tell(gate, command)).isInstanceOf(Outcome.Accepted.class);
    }
    return gate;
  }

  private static TurnCommand open(UUID roll) {
    return new TurnCommand.OpenRoll(roll, "POST", "Km 8");
  }

  private static TurnCommand note(UUID roll, Entry.Said... said) {
    return new TurnCommand.NoteEntries(roll, List.of(said));
  }

  private static TurnCommand close(long version) {
    return new TurnCommand.CloseRoll(ROLL, version);
  }

  private static TurnCommand order() {
    return new TurnCommand.GiveOrder(ORDER, Road.given(PLATE));
  }

  private static Entry.Said corrected() {
    return Road.again(FIRST, 1, "30C00001");
  }

  private static Entry.Said removed() {
    return Road.again(FIRST, 2, PLATE, Entry.Removal.LEFT);
  }

  private static List<TurnCommand> commands(Played gate) {
    long seen = gate.world.turns().rolls().find(ROLL).map(roll -> roll.version()).orElse(0L);
    return List.of(
        open(ROLL),
        open(new UUID(9, 99)),
        note(ROLL, FIRST),
        note(ROLL, corrected()),
        note(ROLL, removed()),
        note(ROLL, Road.said(2, 2, 10, PLATE)),
        close(seen),
        close(seen - 1),
        order());
  }

  private static Map<String, Played> states() {
    Map<String, Played> states = new LinkedHashMap<>();
    states.put("unknown", road());
    states.put("empty", after(open(ROLL)));
    states.put("stands", after(open(ROLL), note(ROLL, FIRST)));
    states.put("corrected", after(open(ROLL), note(ROLL, FIRST), note(ROLL, corrected())));
    states.put("removed", after(open(ROLL), note(ROLL, FIRST), note(ROLL, removed())));
    states.put("elsewhere", after(open(ROLL), open(OTHER), note(OTHER, FIRST)));
    Played here = after(open(ROLL));
    here.arrived();
    states.put("at-gate", here);
    states.put("full", full());
    states.put("closed-empty", after(open(ROLL), close(0)));
    states.put("closed", after(open(ROLL), note(ROLL, FIRST), close(1)));
    Played over = after(open(ROLL), close(0)).after(7 * 24 * 60);
    over.tick();
    states.put("forgotten", over);
    states.put("twenty", twenty());
    states.put("ordered", after(open(ROLL), order()));
    Played past = after(open(ROLL), order()).after(3 * 24 * 60);
    past.tick();
    states.put("order-forgotten", past);
    return states;
  }

  private static Played full() {
    Played gate = after(open(ROLL));
    for (int i = 0; i < TurnRules.ROLL_ENTRIES; i += TurnRules.BATCH) {
      Entry.Said[] row = Road.row(5, i, TurnRules.BATCH).toArray(Entry.Said[]::new);
      tell(gate, note(ROLL, row));
    }
    return gate;
  }

  private static Played twenty() {
    Played gate = after(open(ROLL));
    for (int i = 1; i < TurnRules.OPEN_ROLLS; i++) {
      tell(gate, open(new UUID(7, i)));
    }
    return gate;
  }

  @Test
  void everyStateAnswersEveryCommandAsApproved() {
    StringBuilder table = new StringBuilder();
    states().forEach((name, state) -> row(table, name, state));
    assertThat(table.toString()).isEqualTo(APPROVED);
  }

  @Test
  void noCommandIsForgotten() {
    assertThat(Permits.among(commands(road()))).isEqualTo(Permits.of(TurnCommand.class));
  }

  /// Each command is asked of the state anew: a world does not change.
  private static void row(StringBuilder table, String name, Played state) {
    List<String> cells = new ArrayList<>();
    cells.add(name);
    World world = state.world;
    for (TurnCommand command : commands(state)) {
      state.world = world;
      cells.add(word(state, tell(state, command)));
    }
    table.append(String.join(" ", cells)).append('\n');
  }

  private static String word(Played gate, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused(var refusal) -> refusal.rule();
      case Outcome.Denied() -> "deny";
      case Outcome.Accepted accepted ->
          gate.last.isEmpty()
              ? "same"
              : String.join("+", gate.last.stream().map(RollTableTest::word).toList());
    };
  }

  private static String word(Event event) {
    return event instanceof Event.OfTurn(TurnEvent fact)
        ? switch (fact) {
          case TurnEvent.RollOpened e -> "open";
          case TurnEvent.EntriesNoted e -> noted(e);
          case TurnEvent.RollClosed e -> "close";
          case TurnEvent.OrderGiven e -> "order";
          case TurnEvent.RollsRetired e -> "retired";
          case TurnEvent.OrdersRetired e -> "retired";
        }
        : "other";
  }

  private static String noted(TurnEvent.EntriesNoted e) {
    StringBuilder word = new StringBuilder(e.setAside().isEmpty() ? "note" : "aside");
    for (Entry entry : e.entries()) {
      for (Entry.Contradiction contradiction : entry.contradictions()) {
        word.append(
            switch (contradiction) {
              case TWICE_IN_ROLLS -> "T";
              case AT_GATE -> "G";
              case AFTER_CLOSING -> "C";
            });
      }
    }
    return word.toString();
  }
}
