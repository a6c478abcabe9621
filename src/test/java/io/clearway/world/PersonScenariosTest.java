package io.clearway.world;

import static io.clearway.world.Load.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.crossing.CrossingCommand;
import io.clearway.fleet.FleetCommand;
import io.clearway.fleet.Visit;
import io.clearway.kernel.Direction;
import io.clearway.registration.Draft;
import io.clearway.registration.RegistrationCommand;
import io.clearway.site.Figure;
import io.clearway.site.Limits;
import io.clearway.site.Site;
import io.clearway.site.SiteEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Persons in = persons out: D-8 to D-11, P-34 to P-37.
class PersonScenariosTest {

  private static final String FOREIGN = "桂A10001";
  private static final String SECOND = "桂A10002";

  private final Driving road = new Driving();
  private final Played gate = road.gate;

  /// Persons may stay so many hours, and are spoken of a day before.
  private void limited(long hours) {
    Figure most = new Figure.Known(hours, hours, new Figure.Origin(Figure.Evidence.A, ""));
    limited(
        new Limits(
            List.of(
                new Limits.Stay(Limits.Kind.PERSON, most, Duration.ofHours(24), "2026-01-01"))));
  }

  private void limited(Limits limits) {
    Site plain = gate.world.sites().get();
    Site site =
        new Site(
            plain.head(),
            plain.places(),
            plain.rulebook(),
            plain.procedure(),
            plain.handling(),
            limits,
            plain.assumptions());
    gate.world = gate.world.apply(new Event.OfSite(new SiteEvent.SiteAdopted(site)));
  }

  private long enters(String plate) {
    road.yard.source(plate);
    road.yard.enters(plate);
    return road.yard.passage(plate).id();
  }

  private Visit visit(long crossing) {
    return gate.world.fleets().visits().of(crossing).getLast();
  }

  private Outcome out(Visit visit, List<Integer> persons, OptionalLong with) {
    return road.fleet(Role.BORDER_GUARD, new FleetCommand.CountOut(visit.key(), persons, with));
  }

  private Outcome out(Visit visit) {
    return out(visit, List.of(0), OptionalLong.empty());
  }

  private void whole() {
    assertThat(CarryForward.fold(CarryForward.of(gate.world, gate.now))).isEqualTo(gate.world);
  }

  @Test
  void whoComesInAForeignVehicleIsInWithBothKeysAndCountedOutOnce() {
    long id = enters(FOREIGN);
    assertThat(visit(id).inside()).isEqualTo(1);
    assertThat(visit(id).key()).isEqualTo(road.passage(id).key());
    whole();
    assertThat(out(visit(id))).isInstanceOf(Outcome.Accepted.class);
    assertThat(visit(id).ended()).isTrue();
    assertThat(code(out(visit(id)))).isEqualTo("ALREADY_OUT");
    assertThat(code(out(visit(id), List.of(4), OptionalLong.empty()))).isEqualTo("PERSON_UNKNOWN");
    assertThat(
            code(
                road.fleet(
                    Role.BORDER_GUARD,
                    new FleetCommand.CountOut(new UUID(0, 1), List.of(0), OptionalLong.empty()))))
        .isEqualTo("VISIT_UNKNOWN");
    assertThat(road.kinds(id)).isEmpty();
    whole();
  }

  @Test
  void whoComesInAVehicleOfThisCountryIsNoGuest() {
    road.yard.receiver("29C-100.01");
    road.yard.enters("29C-100.01");
    assertThat(gate.world.fleets().visits().all().values()).isEmpty();
  }

  @Test
  void aPersonWhoLeavesWithAnotherVehicleIsACaseOfBoth() {
    long first = enters(FOREIGN);
    long second = enters(SECOND);
    assertThat(out(visit(first), List.of(0), OptionalLong.of(second)))
        .isInstanceOf(Outcome.Accepted.class);
    assertThat(road.kinds(first)).containsExactly("PERSON_IN_ANOTHER_VEHICLE");
    assertThat(road.kinds(second)).containsExactly("PERSON_IN_ANOTHER_VEHICLE");
    assertThat(visit(first).persons().getFirst().out().orElseThrow().with()).isEqualTo(second);
    assertThat(code(out(visit(second), List.of(0), OptionalLong.of(999))))
        .isEqualTo("VEHICLE_UNKNOWN");
  }

  @Test
  void aDriverWhoReturnsWithAnotherVehicleIsACaseOfBoth() {
    Draft mine = new Draft();
    mine.number = "2026112400001";
    register(mine, 1);
    Played played = gate;
    played.arrived();
    long out = played.passage().id();
    played.after(5).gateLeft();
    Draft other = new Draft();
    other.number = "2026112400002";
    other.customsNumber = "108000000099";
    other.direction = Direction.IMPORT;
    other.plate = "29C-888.88";
    other.container = Optional.empty();
    register(other, 2);
    played.after(60);
    played.crossing(
        Role.GATE_DEVICE,
        new CrossingCommand.ReportArrived(played.key(), road.seen("29C-888.88", "HN", played.now)));
    long back =
        played
            .world
            .crossings()
            .latest(Draft.subject("29C88888"), "HN", Direction.IMPORT)
            .orElseThrow()
            .id();
    assertThat(road.kinds(back)).containsExactly("PERSON_IN_ANOTHER_VEHICLE");
    assertThat(road.kinds(out)).contains("PERSON_IN_ANOTHER_VEHICLE");
  }

  private void register(Draft draft, int key) {
    assertThat(
            gate.ask(
                Role.TRADER,
                new Command.OfRegistration(
                    new RegistrationCommand.Register(new UUID(4, key), draft.form()))))
        .isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void theBorderGuardIsToldTheDayBeforeAStayEndsAndWhenItIsOver() {
    limited(72);
    long id = enters(FOREIGN);
    gate.after(60 * 47).tick();
    assertThat(road.kinds(id)).isEmpty();
    gate.after(61).tick();
    assertThat(gate.entry()).containsExactly("StayTold", "CaseOpened");
    assertThat(road.kinds(id)).containsExactly("STAY_ENDS");
    whole();
    gate.after(60 * 24).tick();
    assertThat(road.kinds(id)).containsExactly("STAY_ENDS", "STAY_OVER");
    gate.after(60 * 24).tick();
    assertThat(road.kinds(id)).as("said once").containsExactly("STAY_ENDS", "STAY_OVER");
    out(visit(id));
    assertThat(road.kinds(id)).as("what was over stays a case").containsExactly("STAY_OVER");
  }

  @Test
  void whoIsOutInTimeIsNoLateCase() {
    limited(72);
    long id = enters(FOREIGN);
    gate.after(60 * 49).tick();
    out(visit(id));
    assertThat(road.kinds(id)).isEmpty();
    gate.after(60 * 48).tick();
    assertThat(road.kinds(id)).isEmpty();
  }

  @Test
  void aDocumentThatRunsOutBeforeEndsTheStay() {
    limited(240);
    road.yard.source(FOREIGN);
    road.yard.amend(FOREIGN, draft -> draft.documents("2026-11-25"));
    road.yard.enters(FOREIGN);
    long id = road.yard.passage(FOREIGN).id();
    assertThat(visit(id).stay().orElseThrow().until())
        .isEqualTo(Instant.parse("2026-11-25T17:00:00Z"));
  }

  @Test
  void whereNobodySaidHowLongNothingIsTold() {
    limited(Limits.none());
    long id = enters(FOREIGN);
    assertThat(visit(id).stay()).isEmpty();
    gate.after(60 * 24 * 29).tick();
    assertThat(road.kinds(id)).isEmpty();
    gate.after(60 * 24 * 2).tick();
    assertThat(gate.world.fleets().visits().all().values()).as("forgotten").isEmpty();
  }

  @Test
  void whoDrivesAForeignTractorThatIsHitchedIsInToo() {
    long id = enters(FOREIGN);
    road.changes(FOREIGN, Driving.tractor("桂A50001", "999000050001"));
    assertThat(gate.world.fleets().visits().of(id)).hasSize(2);
    assertThat(visit(id).key()).isEqualTo(road.change(id).key());
    whole();
  }

  @Test
  void whoIsStillInIsKnownAfterThePassageIsForgottenAndErasedOnlyThen() {
    long id = enters(FOREIGN);
    Visit in = visit(id);
    gate.after(5);
    road.leaves(FOREIGN, gate.now);
    gate.after(60 * 25).tick();
    assertThat(gate.world.crossings().find(id)).isEmpty();
    assertThat(visit(id).inside()).isEqualTo(1);
    var erase = new WorldCommand.Erase(in.persons().getFirst().name().subject(), "r-1");
    assertThat(code(gate.ask(Role.OPERATOR, new Command.OfWorld(erase)))).isEqualTo("SUBJECT_LIVE");
    out(in);
    assertThat(gate.world.fleets().visits().all().values()).isEmpty();
    whole();
  }
}
