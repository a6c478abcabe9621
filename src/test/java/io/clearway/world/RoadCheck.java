package io.clearway.world;

import io.clearway.authority.Role;
import io.clearway.registration.Draft;
import io.clearway.site.SiteEvent;
import io.clearway.turn.Advice;
import io.clearway.turn.Entry;
import io.clearway.turn.Roll;
import io.clearway.turn.Rolls;
import io.clearway.turn.TurnCommand;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the road to the gates promises, for planted bugs: ends with 3 when a promise is broken.
final class RoadCheck {

  private static final UUID ROLL = new UUID(9, 1);
  private final Played gate = new Played();

  private RoadCheck() {
    gate.world =
        gate.world.apply(new Event.OfSite(new SiteEvent.SiteAdopted(Road.site(Optional.empty()))));
    Promises.require(accepted(new TurnCommand.OpenRoll(ROLL, "POST", "")), "a roll is refused");
  }

  public static void main(String[] arguments) {
    Promises.check(
        () -> new RoadCheck().orderIsPhysical(),
        () -> new RoadCheck().theLaterWordCounts(),
        () -> new RoadCheck().whatIsSignedWasSeen(),
        () -> new RoadCheck().newBooksSayTheSame(),
        () -> new RoadCheck().nobodyComesTooEarly());
  }

  private void orderIsPhysical() {
    note(Road.said(1, 1, 30, "29C00003"), Road.said(2, 1, 20, "29C00002"));
    note(Road.said(3, 1, 10, "29C00001"));
    Promises.require(
        plates().equals(List.of("29C00001", "29C00002", "29C00003")), "order " + plates());
  }

  private void theLaterWordCounts() {
    Entry.Said first = Road.said(1, 1, 10, "29C00001");
    note(Road.again(first, 1, "29C00009"));
    note(first);
    Promises.require(plates().equals(List.of("29C00009")), "an earlier word counts: " + plates());
  }

  private void whatIsSignedWasSeen() {
    note(Road.said(1, 1, 10, "29C00001"));
    Promises.require(!accepted(new TurnCommand.CloseRoll(ROLL, 0)), "signed what was not seen");
    Promises.require(!accepted(new TurnCommand.CloseRoll(ROLL, 9)), "signed what was never said");
  }

  private void newBooksSayTheSame() {
    Entry.Said first = Road.said(1, 1, 10, "29C00001");
    note(first, Road.said(2, 1, 20, "29C00002"));
    note(Road.again(first, 1, "29C00009"));
    World rebuilt = CarryForward.fold(CarryForward.of(gate.world, Instant.EPOCH));
    Promises.require(rebuilt.equals(gate.world), "new books differ");
  }

  private void nobodyComesTooEarly() {
    gate.register("2026112400001");
    gate.now = Instant.parse("2026-11-24T01:30:00Z");
    Advice advice = Roads.advise(gate.world, Road.POST, Draft.subject("29C12345"), gate.now);
    Promises.require(advice.word() == Advice.Word.HOLD, "too early: " + advice.word());
  }

  private List<String> plates() {
    Rolls rolls = gate.world.turns().rolls();
    Roll roll = rolls.find(ROLL).orElseThrow();
    return rolls.of(roll).stream().map(e -> e.said().plate().read().orElse("")).toList();
  }

  private void note(Entry.Said... said) {
    Promises.require(
        accepted(new TurnCommand.NoteEntries(ROLL, List.of(said))), "a report is refused");
  }

  private boolean accepted(TurnCommand command) {
    return gate.ask(Role.TRAFFIC_POLICE, new Command.OfTurn(command)) instanceof Outcome.Accepted;
  }
}
