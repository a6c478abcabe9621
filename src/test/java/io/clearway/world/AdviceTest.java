package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.crossing.CrossingCommand;
import io.clearway.kernel.Direction;
import io.clearway.registration.Draft;
import io.clearway.site.Figure;
import io.clearway.site.Places;
import io.clearway.site.Rulebook;
import io.clearway.site.Site;
import io.clearway.site.SiteEvent;
import io.clearway.turn.Advice;
import io.clearway.turn.TurnCommand;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What is advised about a plate: docs/rules/turn.md, Q-20 to Q-27. The draft's vehicle is planned
/// for noon at the gate (05:00 UTC); it is ten o'clock, an hour's drive away.
class AdviceTest {

  private static final String TOMORROW = "2026-11-25";
  private final Played gate = new Played();

  private void adopt(Site site) {
    gate.world = gate.world.apply(new Event.OfSite(new SiteEvent.SiteAdopted(site)));
  }

  private Advice advice() {
    return Roads.advise(gate.world, Road.POST, Draft.subject("29C12345"), gate.now);
  }

  /// The word, where to, and the rules of what is not met.
  private String said() {
    Advice advice = advice();
    String rules = String.join(" ", advice.reasons().stream().map(Advice.Unmet::rule).toList());
    return (advice.word() + " " + advice.to().orElse("") + " " + rules).strip();
  }

  private void stand(String place) {
    UUID roll = gate.key();
    turn(new TurnCommand.OpenRoll(roll, place, ""));
    turn(
        new TurnCommand.NoteEntries(
            roll,
            List.of(
                Road.said(500, 2, 10, "30C00001"),
                Road.said(501, 2, 20, "29C12345"),
                Road.said(502, 1, 5, "30C00002"))));
  }

  private void turn(TurnCommand command) {
    assertThat(gate.ask(Role.TRAFFIC_POLICE, new Command.OfTurn(command)))
        .isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void whoeverMeetsEverythingGoesUntilTheGateCloses() {
    adopt(Road.site(Optional.of(TOMORROW)));
    gate.register("2026112400001");
    assertThat(said()).isEqualTo("GO");
    assertThat(advice().until()).contains(Instant.parse("2026-11-24T12:00:00Z"));
    assertThat(advice().registration()).isPresent();
  }

  @Test
  void whoIsNotRegisteredTurnsToTheParkOfThatRoad() {
    adopt(Road.site(Optional.empty()));
    assertThat(said()).isEqualTo("TURN PARK_A Q-21");
    adopt(TestSite.site());
    assertThat(said()).as("there is no park").isEqualTo("HOLD  Q-21");
  }

  @Test
  void whoIsRegisteredForAGateThatThisRoadDoesNotLeadToTurns() {
    adopt(Road.site(Optional.of("2025-05-03")));
    gate.register("2026112400001", "CM", Direction.EXPORT);
    assertThat(said()).isEqualTo("TURN CM Q-23");
  }

  @Test
  void goodsThatDoNotPassThereTurnToWhereTheyDo() {
    adopt(eligible(List.of("TT", "CM"), Rulebook.Elsewhere.ASK));
    gate.register("2026112400001");
    assertThat(said()).as("nobody knows").isEqualTo("GO");
    adopt(eligible(List.of("TT", "CM"), Rulebook.Elsewhere.REFUSED));
    assertThat(said()).isEqualTo("TURN TT Q-22");
    assertThat(advice().reasons().getFirst().places()).containsExactly("TT", "CM");
    adopt(eligible(List.of("HN", "TT"), Rulebook.Elsewhere.REFUSED));
    assertThat(said()).isEqualTo("GO");
  }

  private static Site eligible(List<String> routes, Rulebook.Elsewhere elsewhere) {
    Site site = Road.site(Optional.empty());
    Figure.Origin assumed = new Figure.Origin(Figure.Evidence.A, "");
    Rulebook none = Rulebook.empty();
    Places.Label name = new Places.Label("x", "x", "x");
    return new Site(
        site.head(),
        site.places(),
        new Rulebook(
            "",
            List.of(
                new Rulebook.Commodity(
                    "FRUIT", name, List.of("08"), Rulebook.Perishability.PERISHABLE, assumed)),
            List.of(
                new Rulebook.Eligibility("FRUIT", Direction.EXPORT, routes, elsewhere, assumed)),
            none.needs(),
            none.vehicleClasses(),
            none.tariffs(),
            none.reliances(),
            none.residentsPerDay(),
            none.axleLimits()),
        List.of());
  }

  @Test
  void aCompulsoryParkIsDoneWithOnceTheVehicleStoodInIt() {
    adopt(Road.site(Optional.of("2026-11-24")));
    gate.register("2026112400001");
    assertThat(said()).isEqualTo("TURN PARK_A Q-24");
    assertThat(advice().reasons().getFirst().places()).containsExactly("PARK_A", "PARK_B");
    stand("PARK_B");
    assertThat(said()).as("it keeps its place there").isEqualTo("HOLD  Q-25");
    var roll = gate.world.turns().rolls().all().values().getFirst();
    turn(new TurnCommand.CloseRoll(roll.key(), roll.version()));
    assertThat(said()).isEqualTo("GO");
  }

  @Test
  void aCompulsoryParkIsDoneWithOnceItReportedTheVehicle() {
    adopt(Road.site(Optional.of("2026-11-24")));
    gate.register("2026112400001");
    assertThat(said()).isEqualTo("TURN PARK_A Q-24");
    gate.crossing(
        Role.YARD,
        new CrossingCommand.ReportPark(
            Played.sighting("HN", gate.now).plate(), "PARK_B", true, gate.now));
    assertThat(said()).isEqualTo("GO");
  }

  @Test
  void yesterdaysParkDoesNotCountForTheNextTrip() {
    adopt(Road.site(Optional.of("2026-11-24")));
    gate.crossing(
        Role.YARD,
        new CrossingCommand.ReportPark(
            Played.sighting("HN", gate.now).plate(), "PARK_B", true, gate.now));
    gate.after(25 * 60).register("2026112500001");
    assertThat(said()).isEqualTo("TURN PARK_A Q-24");
  }

  @Test
  void aParkIsNotCompulsoryBeforeItsDay() {
    adopt(Road.site(Optional.of(TOMORROW)));
    gate.register("2026112400001");
    assertThat(said()).isEqualTo("GO");
  }

  @Test
  void whoStandsInAnOpenRollHoldsItsPlace() {
    adopt(Road.site(Optional.empty()));
    gate.register("2026112400001");
    stand("POST");
    assertThat(said()).isEqualTo("HOLD  Q-25");
    Advice.Standing standing = advice().reasons().getFirst().standing().orElseThrow();
    assertThat(List.of(standing.section(), standing.position())).containsExactly(2, 2);
    assertThat(advice().until()).isEmpty();
  }

  @Test
  void whoComesTooEarlyHoldsUntilItIsTime() {
    adopt(Road.site(Optional.empty()));
    gate.register("2026112400001");
    gate.now = Instant.parse("2026-11-24T01:59:59Z");
    assertThat(said()).isEqualTo("HOLD  Q-26");
    assertThat(advice().until()).contains(Instant.parse("2026-11-24T02:00:00Z"));
    gate.now = Instant.parse("2026-11-24T02:00:00Z");
    assertThat(said()).isEqualTo("GO");
  }

  @Test
  void whoWouldFindTheGateShutHoldsUntilItOpens() {
    adopt(Road.site(Optional.empty()));
    gate.register("2026112400001");
    gate.now = Instant.parse("2026-11-24T11:59:59Z");
    assertThat(said()).isEqualTo("GO");
    gate.now = Instant.parse("2026-11-24T12:00:00Z");
    assertThat(said()).isEqualTo("HOLD  Q-27");
    assertThat(advice().until()).contains(Instant.parse("2026-11-24T20:00:00Z"));
    gate.now = Instant.parse("2026-11-24T19:59:59Z");
    assertThat(advice().until()).contains(Instant.parse("2026-11-24T20:00:00Z"));
    gate.now = Instant.parse("2026-11-24T20:00:00Z");
    assertThat(said()).isEqualTo("GO");
  }

  @Test
  void whoIsAtAGateAlreadyIsSaidToBeThere() {
    adopt(Road.site(Optional.of("2025-05-03")));
    gate.register("2026112400001");
    gate.arrived("HN");
    assertThat(said()).isEqualTo("AT_GATE  Q-20");
    assertThat(advice().reasons().getFirst().places()).containsExactly("HN");
    gate.gateLeft();
    assertThat(said()).as("that trip is over").isEqualTo("TURN PARK_A Q-21");
  }

  @Test
  void everythingThatIsNotMetIsNamedAndTheWeightiestDecides() {
    adopt(Road.site(Optional.of("2025-05-03")));
    gate.now = Instant.parse("2026-11-24T01:00:00Z");
    gate.register("2026112400001");
    gate.now = Instant.parse("2026-11-23T13:00:00Z");
    stand("POST");
    assertThat(said()).isEqualTo("TURN PARK_A Q-24 Q-25 Q-26 Q-27");
  }
}
