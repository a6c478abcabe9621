package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.clearance.Clearance;
import io.clearway.crossing.Crossing;
import io.clearway.kernel.Direction;
import io.clearway.registration.Draft;
import io.clearway.registration.Registration;
import io.clearway.site.Agency;
import io.clearway.site.Figure;
import io.clearway.site.Places;
import io.clearway.site.Rulebook;
import io.clearway.site.Site;
import io.clearway.site.SiteEvent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A vehicle is sent to another gate, and what becomes of its papers (X-12, X-18, M-12, P-9).
class DiversionScenariosTest {

  private final Load load = new Load();
  private final Played gate = load.gate;

  @Test
  void whoIsSentToAnotherGateIsExpectedThere() {
    load.enters();
    assertThat(gate.turn(Optional.of("TT"))).isInstanceOf(Outcome.Accepted.class);
    assertThat(load.held().form().gate()).isEqualTo("HN");
    gate.after(10).gateLeft();
    assertThat(gate.entry()).containsExactly("GateLeft", "VisitEnded", "Amended");
    Registration held = load.held();
    assertThat(held.form().gate()).isEqualTo("TT");
    assertThat(held.form().plannedArrivalAt()).isAfterOrEqualTo(gate.now);
    assertThat(held.changes().getLast().fields()).contains("gateCode");
    gate.after(40).arrived("TT");
    assertThat(
            gate.world
                .crossings()
                .latest(Draft.subject("29C12345"), "TT", Direction.EXPORT)
                .orElseThrow()
                .registration())
        .hasValue(held.id());
  }

  private String hs() {
    return load.held().form().goods().getFirst().lines().getFirst().hsCode();
  }

  /// From now on goods of that code pass at HN only.
  private void onlyHere(String hs) {
    Site site = TestSite.working();
    List<String> here = site.places().routesOf("HN").stream().map(Places.Route::code).toList();
    Figure.Origin origin = new Figure.Origin(Figure.Evidence.A, "");
    Rulebook plain = site.rulebook();
    Rulebook only =
        new Rulebook(
            plain.hsVersion(),
            List.of(
                new Rulebook.Commodity(
                    "GOODS",
                    new Places.Label("g", "g", "g"),
                    List.of(hs),
                    Rulebook.Perishability.GENERAL,
                    origin)),
            List.of(
                new Rulebook.Eligibility(
                    "GOODS", Direction.EXPORT, here, Rulebook.Elsewhere.REFUSED, origin)),
            List.of(),
            List.of(),
            List.of(),
            plain.reliances(),
            plain.residentsPerDay(),
            plain.axleLimits());
    Site changed = new Site(site.head(), site.places(), only, site.procedure(), List.of());
    gate.world = gate.world.apply(new Event.OfSite(new SiteEvent.SiteAdopted(changed)));
  }

  private Crossing at(String code) {
    return gate.world
        .crossings()
        .latest(Draft.subject("29C12345"), code, Direction.EXPORT)
        .orElseThrow();
  }

  private void staysWhereItWas() {
    assertThat(gate.entry())
        .containsExactly("GateLeft", "VisitEnded", "CaseOpened", "ObligationOpened");
    assertThat(gate.kinds(gate.passage())).containsExactly("DIVERSION_UNMET");
    assertThat(load.held().form().gate()).isEqualTo("HN");
    assertThat(gate.world.obligations().values())
        .extracting(Obligation::kind)
        .contains(Obligation.Kind.DIVERSION_UNMET);
    assertThat(gate.world.crossings().holdsRegistration(load.held().id())).isFalse();
  }

  @Test
  void noneIsSentWhereItsGoodsDoNotPass() {
    onlyHere(hs());
    assertThat(gate.arrived()).isInstanceOf(Outcome.Accepted.class);
    assertThat(Load.unmet(gate.turn(Optional.of("TT")))).containsExactly("GATE_NOT_ELIGIBLE");
    assertThat(Load.unmet(gate.turn(Optional.of("NOWHERE")))).containsExactly("GATE_UNKNOWN");
  }

  @Test
  void whatMayNoLongerPassThereKeepsItsPapersWhereTheyWere() {
    load.enters();
    gate.turn(Optional.of("TT"));
    onlyHere(hs());
    gate.after(10).gateLeft();
    staysWhereItWas();
    gate.after(40).arrived("TT");
    assertThat(gate.kinds(at("TT"))).containsExactly("SEEN_BEFORE_REGISTERED");
  }

  @Test
  void alsoWhenTheGoodsWereAmendedMeanwhile() {
    onlyHere("080810");
    load.enters();
    assertThat(gate.turn(Optional.of("TT"))).isInstanceOf(Outcome.Accepted.class);
    assertThat(load.amend(draft -> draft.hsCode = "080810")).isInstanceOf(Outcome.Accepted.class);
    gate.after(10).gateLeft();
    staysWhereItWas();
  }

  @Test
  void papersThatAreOfAnotherVehicleByNowDoNotFollowTheOneThatWasSent() {
    load.enters();
    gate.turn(Optional.of("TT"));
    Outcome amended = load.amend(draft -> draft.plate = "29C-543.21");
    assertThat(amended).isInstanceOf(Outcome.Accepted.class);
    gate.after(10).gateLeft();
    staysWhereItWas();
  }

  @Test
  void theVehicleThatWaitsForThemGetsThemThen() {
    load.enters();
    gate.arrivedAs("29C54321", "HN");
    Crossing waits = gate.passageOf("29C54321");
    gate.turn(Optional.empty());
    load.amend(draft -> draft.plate = "29C-543.21");
    assertThat(gate.passageOf("29C54321").registration()).isEmpty();
    gate.after(10).gateLeft();
    assertThat(gate.entry())
        .containsExactly("GateLeft", "VisitEnded", "RegistrationLinked", "CaseClosed");
    assertThat(gate.passageOf("29C54321").registration()).hasValue(load.held().id());
    assertThat(gate.kinds(waits)).isEmpty();
  }

  @Test
  void theTraderNamesAnotherGateWhenTheVehicleHasLeftAndNotBefore() {
    load.enters();
    gate.turn(Optional.of("TT"));
    assertThat(Load.code(load.amend(draft -> draft.gate = "COC"))).isEqualTo("VEHICLE_HERE");
    gate.after(10).gateLeft();
    assertThat(load.held().form().gate()).isEqualTo("TT");
    assertThat(load.amend(draft -> draft.gate = "COC")).isInstanceOf(Outcome.Accepted.class);
    gate.after(60).arrived("COC");
    assertThat(at("COC").registration()).hasValue(load.held().id());
  }

  @Test
  void whoArrivesWhereItWasSentHasLeft() {
    load.enters();
    gate.turn(Optional.of("TT"));
    gate.after(40).arrived("TT");
    assertThat(gate.entry())
        .containsExactly(
            "VehicleArrived",
            "GateLeft",
            "CaseOpened",
            "VisitEnded",
            "Amended",
            "RegistrationLinked",
            "CaseClosed");
    assertThat(gate.passage().turnedAway()).isTrue();
    assertThat(gate.kinds(gate.passage())).isEmpty();
    assertThat(gate.kinds(at("TT"))).isEmpty();
    assertThat(at("TT").registration()).hasValue(load.held().id());
    assertThat(CarryForward.fold(CarryForward.of(gate.world, gate.now))).isEqualTo(gate.world);
  }

  @Test
  void whoArrivesThereAlthoughItWasHeldHasItsCase() {
    load.enters();
    gate.turn(Optional.of("TT"));
    load.hold(Agency.CUSTOMS, Clearance.HoldKind.DANGER, Agency.CUSTOMS);
    gate.after(40).arrived("TT");
    assertThat(gate.kinds(gate.passage())).containsExactly("LEFT_WITHOUT_RELEASE");
  }

  @Test
  void whoIsSeenElsewhereHasNot() {
    load.enters();
    gate.turn(Optional.of("TT"));
    gate.after(40).arrived("COC");
    assertThat(gate.passage().live()).isTrue();
    assertThat(gate.kinds(gate.passage())).containsExactly("REPORT_OUT_OF_ORDER");
  }
}
