package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.Trip;
import io.clearway.crossing.Turning;
import io.clearway.kernel.Direction;
import io.clearway.registration.Draft;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// An import that was turned goes back over the line and not inland.
class TurnedImportTest {

  private final Played gate = new Played();
  private final long crossing;

  TurnedImportTest() {
    gate.register("2026112400001", "HN", Direction.IMPORT);
    gate.crossing(Role.GATE_DEVICE, new CrossingCommand.ReportArrived(gate.key(), seen()));
    crossing = passage().id();
    gate.crossing(
        Role.BORDER_GUARD,
        new CrossingCommand.TurnVehicle(crossing, Turning.Reason.REFUSED, Optional.empty()));
    gate.after(20);
  }

  private CrossingCommand.Sighting seen() {
    CrossingCommand.Sighting here = Played.sighting("HN", gate.now);
    return new CrossingCommand.Sighting(here.plate(), "HN", Direction.IMPORT, gate.now);
  }

  private Crossing passage() {
    return gate.world
        .crossings()
        .latest(Draft.subject("29C12345"), "HN", Direction.IMPORT)
        .orElseThrow();
  }

  private void leaves(Optional<Trip.Way> way) {
    gate.crossing(Role.GATE_DEVICE, new CrossingCommand.ReportGateLeft(gate.key(), seen(), way));
  }

  private void line(Trip.Way way) {
    gate.crossing(
        Role.GATE_DEVICE, new CrossingCommand.ReportLine(seen().plate(), "HN", way, gate.now));
  }

  private void park() {
    gate.crossing(
        Role.YARD, new CrossingCommand.ReportPark(seen().plate(), "P-HN", true, gate.now));
  }

  private Iterable<String> cases() {
    return gate.world.cases().of(crossing).stream().map(c -> c.kind().name()).toList();
  }

  @Test
  void whoGoesBackOverTheLineHasNoCase() {
    leaves(Optional.of(Trip.Way.OUT));
    assertThat(gate.entry()).containsExactly("GateLeft");
    assertThat(passage().turnedAway()).isTrue();
  }

  @Test
  void whoIsSeenOverTheLineAndNotLeavingHasNoCaseEither() {
    line(Trip.Way.OUT);
    assertThat(gate.entry()).containsExactly("GateLeft");
    assertThat(passage().turnedAway()).isTrue();
  }

  @Test
  void whoDrivesInlandOpensACaseAndHasPassed() {
    leaves(Optional.of(Trip.Way.IN));
    assertThat(gate.entry()).containsExactly("TurningWithdrawn", "GateLeft", "CaseOpened");
    assertThat(cases()).containsExactly("LEFT_AGAINST_TURNING");
    assertThat(passage().turnedAway()).isFalse();
    long papers = passage().registration().orElseThrow();
    assertThat(gate.world.crossings().holdsRegistration(papers)).isTrue();
  }

  @Test
  void whoIsSeenInTheCountryAfterwardsOpensTheCaseThen() {
    leaves(Optional.empty());
    assertThat(cases()).isEmpty();
    gate.after(90);
    park();
    assertThat(gate.entry()).containsExactly("ApproachSeen", "CaseOpened");
    assertThat(cases()).containsExactly("LEFT_AGAINST_TURNING");
  }

  @Test
  void alsoWhoComesWithAnExport() {
    leaves(Optional.empty());
    gate.after(90).arrived();
    assertThat(cases()).containsExactly("LEFT_AGAINST_TURNING");
  }

  @Test
  void whatWasSeenBeforeItLeftIsNoContradiction() {
    var early = new CrossingCommand.ReportPark(seen().plate(), "P-HN", true, gate.now);
    gate.after(5);
    leaves(Optional.empty());
    gate.crossing(Role.YARD, early);
    assertThat(cases()).isEmpty();
  }

  @Test
  void whoCameBackAcrossTheLineMayBeInTheCountry() {
    leaves(Optional.empty());
    gate.after(90);
    line(Trip.Way.IN);
    gate.crossing(
        Role.GATE_DEVICE, new CrossingCommand.ReportReturn(gate.key(), seen(), Trip.Load.EMPTY));
    assertThat(gate.entry()).containsExactly("ApproachSeen");
    gate.after(60);
    park();
    gate.arrived();
    assertThat(cases()).isEmpty();
  }
}
