package io.clearway.turn;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Refusal;
import io.clearway.kernel.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The roll-call and the orders on the road, as pure functions. Rules: docs/rules/turn.md.
public final class TurnRules {

  /// How many rolls may be open at once.
  public static final int OPEN_ROLLS = 20;

  /// How many entries a roll holds.
  public static final int ROLL_ENTRIES = 5_000;

  /// How many entries one command carries.
  public static final int BATCH = 50;

  private TurnRules() {}

  /// What the rules need to know from elsewhere.
  ///
  /// @param actor who speaks
  /// @param nextId the id that the first new thing gets
  /// @param atGate those plates of the command whose vehicle is at a gate
  public record Facts(long actor, long nextId, List<Subject> atGate) {}

  public static Decision<TurnEvent> decide(
      Turns turns, TurnCommand command, Facts facts, Instant now) {
    return switch (command) {
      case TurnCommand.OpenRoll c -> open(turns.rolls(), c, facts, now);
      case TurnCommand.NoteEntries c ->
          turns
              .rolls()
              .find(c.roll())
              .map(roll -> note(turns.rolls(), roll, c.said(), facts, now))
              .orElseGet(TurnRules::unknown);
      case TurnCommand.CloseRoll c ->
          turns
              .rolls()
              .find(c.roll())
              .map(roll -> close(roll, c, facts, now))
              .orElseGet(TurnRules::unknown);
      case TurnCommand.GiveOrder c ->
          turns.orders().byKey().has(c.key())
              ? Decision.accept(List.of())
              : Decision.accept(
                  new TurnEvent.OrderGiven(
                      new RoadOrder(facts.nextId(), c.key(), c.given(), facts.actor(), now)));
    };
  }

  private static Decision<TurnEvent> unknown() {
    return Decision.refuse(Refusal.of("ROLL_UNKNOWN", "Q-4", "There is no such roll."));
  }

  private static Decision<TurnEvent> open(
      Rolls rolls, TurnCommand.OpenRoll c, Facts facts, Instant now) {
    if (rolls.byKey().has(c.key())) {
      return Decision.refuse(Refusal.of("ID_IN_USE", "Q-1", "A roll with this id exists."));
    }
    if (rolls.open() >= OPEN_ROLLS) {
      return Decision.refuse(
          Refusal.of("ROLLS_TOO_MANY", "Q-2", OPEN_ROLLS + " rolls are open; close one first."));
    }
    return Decision.accept(
        new TurnEvent.RollOpened(
            facts.nextId(), c.key(), c.place(), c.stretch(), facts.actor(), now, 0));
  }

  private static Decision<TurnEvent> close(
      Roll roll, TurnCommand.CloseRoll c, Facts facts, Instant now) {
    if (!roll.open()) {
      return Decision.refuse(Refusal.of("ROLL_CLOSED", "Q-5", "The roll is closed already."));
    }
    if (roll.version() != c.version()) {
      return Decision.refuse(
          Refusal.of(
              "ROLL_CHANGED", "Q-6", "More was said in this roll since you saw it; look again."));
    }
    return Decision.accept(
        new TurnEvent.RollClosed(roll.id(), new Roll.Closing(facts.actor(), now, roll.version())));
  }

  /// what is new counts, what is known already changes nothing.
  private static Decision<TurnEvent> note(
      Rolls rolls, Roll roll, List<Entry.Said> said, Facts facts, Instant now) {
    Batch batch = new Batch(rolls, roll, facts, now);
    said.forEach(batch::take);
    List<Entry> noted = List.copyOf(batch.noted.values());
    return noted.isEmpty() && batch.setAside.isEmpty()
        ? Decision.accept(List.of())
        : Decision.accept(
            new TurnEvent.EntriesNoted(roll.id(), noted, List.copyOf(batch.setAside)));
  }

  /// What one command brings, entry by entry: a later one sees those before it.
  private static final class Batch {
    private final Rolls rolls;
    private final Roll roll;
    private final Facts facts;
    private final Instant now;
    private final TreeMap<Long, Entry> noted = new TreeMap<>();
    private final List<Entry.Said> setAside = new ArrayList<>();
    private int added;

    Batch(Rolls rolls, Roll roll, Facts facts, Instant now) {
      this.rolls = rolls;
      this.roll = roll;
      this.facts = facts;
      this.now = now;
    }

    void take(Entry.Said said) {
      Optional<Entry> known = known(said);
      boolean elsewhere = known.isPresent() && known.get().roll() != roll.id();
      boolean full = known.isEmpty() && roll.members().size() + added >= ROLL_ENTRIES;
      if (elsewhere || full) {
        setAside.add(said);
        return;
      }
      if (known.isPresent() && !known.get().before(said, facts.actor())) {
        return;
      }
      long id = known.map(Entry::id).orElse(facts.nextId() + added);
      added += known.isPresent() ? 0 : 1;
      noted.put(id, new Entry(id, roll.id(), said, facts.actor(), now, contradictions(id, said)));
    }

    private Optional<Entry> known(Entry.Said said) {
      return noted.values().stream()
          .filter(entry -> entry.said().key().equals(said.key()))
          .findFirst()
          .or(() -> rolls.findEntry(said.key()));
    }

    ///
    private List<Entry.Contradiction> contradictions(long id, Entry.Said said) {
      List<Entry.Contradiction> found = new ArrayList<>(3);
      if (!roll.open()) {
        found.add(Entry.Contradiction.AFTER_CLOSING);
      }
      if (said.removed().isPresent()) {
        return List.copyOf(found);
      }
      Subject plate = said.plate().subject();
      if (twice(id, plate)) {
        found.add(Entry.Contradiction.TWICE_IN_ROLLS);
      }
      if (facts.atGate().contains(plate)) {
        found.add(Entry.Contradiction.AT_GATE);
      }
      return List.copyOf(found);
    }

    private boolean twice(long id, Subject plate) {
      return rolls.open(plate).stream()
              .anyMatch(entry -> entry.id() != id && !noted.containsKey(entry.id()))
          || noted.values().stream()
              .anyMatch(
                  entry -> entry.id() != id && entry.stands() && entry.subject().equals(plate));
    }
  }
}
