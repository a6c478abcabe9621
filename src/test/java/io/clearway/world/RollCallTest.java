package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.kernel.Refusal;
import io.clearway.registration.Draft;
import io.clearway.site.SiteEvent;
import io.clearway.turn.Entry;
import io.clearway.turn.Roll;
import io.clearway.turn.Rolls;
import io.clearway.turn.TurnCommand;
import io.clearway.turn.TurnEvent;
import io.clearway.turn.TurnRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The roll-call: docs/rules/turn.md, Q-1 to Q-10.
class RollCallTest {

  private static final UUID ROLL = new UUID(9, 1);
  private final Played gate = new Played();

  RollCallTest() {
    gate.world =
        gate.world.apply(new Event.OfSite(new SiteEvent.SiteAdopted(Road.site(Optional.empty()))));
    open(ROLL);
  }

  private Outcome open(UUID key) {
    return turn(new TurnCommand.OpenRoll(key, "POST", "Km 8 – Km 12"));
  }

  private Outcome turn(TurnCommand command) {
    return gate.ask(Role.TRAFFIC_POLICE, new Command.OfTurn(command));
  }

  private Outcome note(Entry.Said... said) {
    return turn(new TurnCommand.NoteEntries(ROLL, List.of(said)));
  }

  private Rolls rolls() {
    return gate.world.turns().rolls();
  }

  private Roll roll() {
    return rolls().find(ROLL).orElseThrow();
  }

  private List<String> plates() {
    return plates(gate.world);
  }

  private static List<String> plates(World world) {
    Rolls rolls = world.turns().rolls();
    return rolls.of(rolls.find(ROLL).orElseThrow()).stream()
        .filter(Entry::stands)
        .map(entry -> entry.said().plate().read().orElse("erased"))
        .toList();
  }

  private static String refusal(Outcome outcome) {
    return outcome instanceof Outcome.Refused(Refusal refusal)
        ? refusal.code() + " " + refusal.rule()
        : outcome.getClass().getSimpleName();
  }

  private List<Entry.Contradiction> contradictions(Entry.Said said) {
    return rolls().findEntry(said.key()).orElseThrow().contradictions();
  }

  @Test
  void anIdOpensOneRoll() {
    assertThat(refusal(open(ROLL))).isEqualTo("ID_IN_USE Q-1");
  }

  @Test
  void twentyRollsAreOpenAtMostAndAClosedOneMakesRoom() {
    for (int i = 2; i <= TurnRules.OPEN_ROLLS; i++) {
      assertThat(refusal(open(new UUID(9, i)))).isEqualTo("Accepted");
    }
    assertThat(refusal(open(new UUID(9, 99)))).isEqualTo("ROLLS_TOO_MANY Q-2");
    turn(new TurnCommand.CloseRoll(ROLL, 0));
    assertThat(refusal(open(new UUID(9, 99)))).isEqualTo("Accepted");
  }

  @Test
  void vehiclesStandInPhysicalOrderHoweverTheirReportsCome() {
    List<Entry.Said> said = new ArrayList<>(Road.row(1, 0, 40));
    said.addAll(Road.row(2, 0, 40));
    said.add(Road.said(9001, 1, 5 * 1024 + 7, "99C99999"));
    said.add(Road.again(said.get(3), 1, "88C88888"));
    said.add(Road.again(said.get(41), 1, "29C00001", Entry.Removal.LEFT));
    said.add(Road.again(said.get(41), 2, "29C00001"));
    said.add(Road.again(said.get(7), 1, "19C00007", Entry.Removal.MISTAKE));
    List<String> first = List.of();
    for (long seed = 1; seed <= 50; seed++) {
      Random random = new Random(seed);
      RollCallTest run = new RollCallTest();
      List<Entry.Said> words = new ArrayList<>(said);
      words.addAll(said.subList(random.nextInt(40), 80));
      Collections.shuffle(words, random);
      for (int from = 0; from < words.size(); ) {
        int to = Math.min(words.size(), from + 1 + random.nextInt(TurnRules.BATCH));
        run.turn(new TurnCommand.NoteEntries(ROLL, List.copyOf(words.subList(from, to))));
        from = to;
      }
      first = first.isEmpty() ? run.plates() : first;
      assertThat(run.plates()).as("seed %d", seed).isEqualTo(first);
    }
    assertThat(first).hasSize(80);
    assertThat(first.subList(2, 8))
        .containsExactly("19C00002", "88C88888", "19C00004", "19C00005", "99C99999", "19C00006");
    assertThat(first.get(8)).isEqualTo("19C00008");
    assertThat(first.get(40)).isEqualTo("29C00000");
    assertThat(first.get(41)).as("it came back").isEqualTo("29C00001");
  }

  @Test
  void whatWasSaidAlreadyChangesNothing() {
    Entry.Said said = Road.said(1, 1, 10, "29C12345");
    note(said);
    long version = roll().version();
    assertThat(refusal(note(said, said))).isEqualTo("Accepted");
    assertThat(gate.entry()).isEmpty();
    assertThat(roll().version()).isEqualTo(version);
  }

  @Test
  void aRollIsKnownBeforeSomethingIsSaidInIt() {
    UUID other = new UUID(9, 77);
    List<Entry.Said> said = List.of(Road.said(1, 1, 1, "29C12345"));
    assertThat(refusal(turn(new TurnCommand.NoteEntries(other, said))))
        .isEqualTo("ROLL_UNKNOWN Q-4");
    assertThat(refusal(turn(new TurnCommand.CloseRoll(other, 0)))).isEqualTo("ROLL_UNKNOWN Q-4");
  }

  @Test
  void aPlateThatStandsTwiceIsAcceptedAndSaidToStandTwice() {
    Entry.Said first = Road.said(1, 1, 10, "29C12345");
    Entry.Said second = Road.said(2, 2, 10, "29C12345");
    Entry.Said third = Road.said(3, 2, 20, "30C00001");
    note(first);
    note(second, third);
    assertThat(contradictions(first)).isEmpty();
    assertThat(contradictions(second)).containsExactly(Entry.Contradiction.TWICE_IN_ROLLS);
    assertThat(contradictions(third)).isEmpty();
    assertThat(rolls().open(Draft.subject("29C12345"))).hasSize(2);
    note(Road.again(second, 1, "30C00002"));
    assertThat(contradictions(second)).as("it was a slip").isEmpty();
    assertThat(rolls().open(Draft.subject("29C12345"))).hasSize(1);
    assertThat(gate.world.cases().open().size()).isZero();
  }

  @Test
  void twiceInOneReportIsSeenAsWell() {
    Entry.Said second = Road.said(2, 1, 20, "29C12345");
    note(Road.said(1, 1, 10, "29C12345"), second);
    assertThat(contradictions(second)).containsExactly(Entry.Contradiction.TWICE_IN_ROLLS);
  }

  @Test
  void aPlateCorrectedInTheSameReportIsNotTwice() {
    Entry.Said first = Road.said(1, 1, 10, "29C12345");
    note(first);
    Entry.Said second = Road.said(2, 1, 20, "29C12345");
    note(Road.again(first, 1, "29C12344"), second);
    assertThat(contradictions(second)).isEmpty();
  }

  @Test
  void aVehicleThatIsAtAGateIsAcceptedAndSaidToBeThere() {
    gate.arrived();
    Entry.Said said = Road.said(1, 1, 10, "29C12345");
    note(said);
    assertThat(gate.entry()).containsExactly("EntriesNoted");
    assertThat(contradictions(said)).containsExactly(Entry.Contradiction.AT_GATE);
  }

  @Test
  void aClosedRollIsClosedOnceAndStillTakesWhatComesLate() {
    note(Road.said(1, 1, 10, "29C12345"));
    assertThat(refusal(turn(new TurnCommand.CloseRoll(ROLL, 0)))).isEqualTo("ROLL_CHANGED Q-6");
    assertThat(refusal(turn(new TurnCommand.CloseRoll(ROLL, 1)))).isEqualTo("Accepted");
    assertThat(refusal(turn(new TurnCommand.CloseRoll(ROLL, 1)))).isEqualTo("ROLL_CLOSED Q-5");
    Entry.Said late = Road.said(2, 1, 20, "30C00001");
    assertThat(refusal(note(late))).isEqualTo("Accepted");
    assertThat(contradictions(late)).containsExactly(Entry.Contradiction.AFTER_CLOSING);
    assertThat(roll().closing().orElseThrow().version()).as("what was signed").isEqualTo(1);
    assertThat(roll().closing().orElseThrow().actor()).isEqualTo(Played.id(Role.TRAFFIC_POLICE));
  }

  @Test
  void aFullRollSetsAsideAndRefusesNothing() {
    for (int i = 0; i < TurnRules.ROLL_ENTRIES; i += TurnRules.BATCH) {
      turn(new TurnCommand.NoteEntries(ROLL, Road.row(1, i, TurnRules.BATCH)));
    }
    Entry.Said over = Road.said(77, 2, 1, "30C00001");
    Entry.Said corrected = Road.again(Road.row(1, 3, 1).getFirst(), 1, "30C00002");
    assertThat(refusal(note(over, corrected))).isEqualTo("Accepted");
    assertThat(gate.last)
        .satisfiesExactly(event -> {
          var noted = (TurnEvent.EntriesNoted) ((Event.OfTurn) event).fact();
          assertThat(noted.setAside()).containsExactly(over);
          assertThat(noted.entries()).extracting(Entry::said).containsExactly(corrected);
        });
    assertThat(roll().members().size()).isEqualTo(TurnRules.ROLL_ENTRIES);
  }

  @Test
  void anEntryStaysInTheRollInWhichItWasFirstSaid() {
    UUID other = new UUID(9, 2);
    open(other);
    Entry.Said said = Road.said(1, 1, 10, "29C12345");
    note(said);
    turn(new TurnCommand.NoteEntries(other, List.of(Road.again(said, 1, "30C00001"))));
    assertThat(plates()).containsExactly("29C12345");
    assertThat(rolls().find(other).orElseThrow().members().size()).isZero();
  }

  @Test
  void aRollIsForgottenSevenDaysAfterItWasClosed() {
    note(Road.said(1, 1, 10, "29C12345"), Road.said(2, 1, 20, "30C00001"));
    note(Road.again(Road.said(2, 1, 20, "30C00001"), 1, "30C00001", Entry.Removal.LEFT));
    gate.after(30 * 24 * 60).tick();
    assertThat(rolls().find(ROLL)).as("it is open").isPresent();
    turn(new TurnCommand.CloseRoll(ROLL, 3));
    gate.after(7 * 24 * 60 - 1).tick();
    assertThat(rolls().find(ROLL)).isPresent();
    gate.after(1).tick();
    assertThat(gate.entry()).containsExactly("RollsRetired");
    assertThat(gate.world.turns()).isEqualTo(io.clearway.turn.Turns.empty());
  }

  @Test
  void anOrderIsRecordedOnceAndForgottenAfterThreeDays() {
    UUID key = new UUID(8, 1);
    turn(new TurnCommand.GiveOrder(key, Road.given("29C12345")));
    turn(new TurnCommand.GiveOrder(key, Road.given("29C12345")));
    assertThat(gate.entry()).isEmpty();
    assertThat(gate.world.turns().orders().of(Draft.subject("29C12345"))).hasSize(1);
    gate.after(3 * 24 * 60 - 1).tick();
    assertThat(gate.world.turns().orders().of(Draft.subject("29C12345"))).hasSize(1);
    gate.after(1).tick();
    assertThat(gate.world.turns().orders().of(Draft.subject("29C12345"))).isEmpty();
  }

  @Test
  void newBooksHoldWhatTheOldOnesHeld() {
    note(Road.row(1, 0, 50).toArray(Entry.Said[]::new));
    note(Road.row(1, 50, 50).toArray(Entry.Said[]::new));
    note(Road.row(2, 0, 20).toArray(Entry.Said[]::new));
    note(Road.again(Road.row(1, 7, 1).getFirst(), 1, "88C88888"));
    note(Road.again(Road.row(1, 8, 1).getFirst(), 1, "19C00008", Entry.Removal.LEFT));
    turn(new TurnCommand.GiveOrder(new UUID(8, 1), Road.given("29C12345")));
    open(new UUID(9, 2));
    turn(new TurnCommand.CloseRoll(ROLL, roll().version()));
    note(Road.said(9001, 3, 1, "77C00001"));
    World rebuilt = CarryForward.fold(CarryForward.of(gate.world, Instant.EPOCH));
    assertThat(rebuilt).isEqualTo(gate.world);
    assertThat(rebuilt.turns().rolls().find(ROLL).orElseThrow().version())
        .isEqualTo(roll().version());
    assertThat(plates(rebuilt)).isEqualTo(plates());
  }

  @Test
  void whoStandsInAnOpenRollCannotBeErasedAndAfterwardsCan() {
    note(Road.said(1, 1, 10, "29C12345"));
    turn(new TurnCommand.GiveOrder(new UUID(8, 1), Road.given("29C12345")));
    var erase = new WorldCommand.Erase(Draft.subject("29C12345"), "request-17");
    assertThat(refusal(gate.ask(Role.OPERATOR, new Command.OfWorld(erase))))
        .isEqualTo("SUBJECT_LIVE W-4");
    turn(new TurnCommand.CloseRoll(ROLL, 1));
    gate.ask(Role.OPERATOR, new Command.OfWorld(erase));
    assertThat(plates()).containsExactly("erased");
    assertThat(
            gate.world
                .turns()
                .orders()
                .of(Draft.subject("29C12345"))
                .getFirst()
                .given()
                .plate()
                .read())
        .isEmpty();
  }
}
