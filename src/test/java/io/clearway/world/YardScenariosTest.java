package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.Placing;
import io.clearway.crossing.Plugging;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.registration.Draft;
import io.clearway.site.Figure;
import io.clearway.site.Places;
import io.clearway.site.Site;
import io.clearway.site.SiteEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Reefers at the plugs of a yard, vehicles on its places.
class YardScenariosTest {

  private final Played gate = new Played();
  private int came;

  /// That many vehicles stand in the yard at HN.
  private List<Crossing> standing(int many) {
    return IntStream.range(0, many)
        .mapToObj(i -> {
          String plate = "29C5000" + came++;
          var seen =
              new CrossingCommand.Sighting(
                  new Personal.Known<>(Draft.subject(plate), plate),
                  "HN",
                  Direction.EXPORT,
                  gate.now);
          gate.crossing(Role.GATE_DEVICE, new CrossingCommand.ReportArrived(gate.key(), seen));
          gate.crossing(Role.YARD, new CrossingCommand.ReportYardEntered(gate.key(), seen, "Y-HN"));
          return gate.world
              .crossings()
              .latest(Draft.subject(plate), "HN", Direction.EXPORT)
              .orElseThrow();
        })
        .toList();
  }

  private boolean plugsBeyond(Crossing crossing) {
    assertThat(gate.crossing(Role.YARD, new CrossingCommand.PlugReefer(crossing.id(), gate.now)))
        .isInstanceOf(Outcome.Accepted.class);
    return gate.last.getFirst() instanceof Event.OfCrossing(CrossingEvent.ReeferPlugged e)
        && e.beyondPlugs();
  }

  private Outcome place(Crossing crossing, String place) {
    return gate.crossing(
        Role.YARD, new CrossingCommand.AssignPlace(crossing.id(), place, gate.now));
  }

  private boolean placedBeyond(Crossing crossing, String place) {
    assertThat(place(crossing, place)).isInstanceOf(Outcome.Accepted.class);
    return gate.last.getFirst() instanceof Event.OfCrossing(CrossingEvent.PlaceAssigned e)
        && e.beyondSpaces();
  }

  private Optional<String> placeOf(Crossing crossing) {
    return gate.world
        .crossings()
        .find(crossing.id())
        .flatMap(c -> c.track().placing())
        .map(Placing::place);
  }

  private void plugs(Figure plugs) {
    yards(y -> new Places.Yard(y.code(), y.name(), y.line(), y.spaces(), plugs));
  }

  private void spaces(Figure spaces) {
    yards(y -> new Places.Yard(y.code(), y.name(), y.line(), spaces, y.plugs()));
  }

  private void yards(UnaryOperator<Places.Yard> changed) {
    Site site = TestSite.site();
    Places p = site.places();
    List<Places.Yard> yards = p.yards().stream().map(changed).toList();
    Places places =
        new Places(p.pairs(), p.offices(), p.lines(), p.routes(), yards, p.parks(), p.posts());
    Site with = new Site(site.head(), places, site.rulebook(), site.procedure(), List.of());
    gate.world = gate.world.apply(new Event.OfSite(new SiteEvent.SiteAdopted(with)));
  }

  private static Figure known(long least, long most) {
    return new Figure.Known(least, most, new Figure.Origin(Figure.Evidence.A, ""));
  }

  @Test
  void itStandsPluggedUntilItIsUnpluggedByTheClockOfWhoSaysSo() {
    Crossing truck = standing(1).getFirst();
    Instant in = gate.now.plusSeconds(60);
    gate.after(30).crossing(Role.YARD, new CrossingCommand.PlugReefer(truck.id(), in));
    assertThat(gate.entry()).containsExactly("ReeferPlugged");
    assertThat(gate.world.crossings().plugged("Y-HN")).isOne();
    assertThat(gate.world.crossings().plugged("Y-TT")).isZero();
    Instant off = gate.now.plusSeconds(120);
    gate.after(30).crossing(Role.YARD, new CrossingCommand.UnplugReefer(truck.id(), off));
    assertThat(gate.world.crossings().plugged("Y-HN")).isZero();
    assertThat(gate.world.crossings().find(truck.id()).orElseThrow().plugging())
        .hasValue(new Plugging(in, Optional.of(off)));
  }

  @Test
  void morePluggedThanPlugsIsRecordedAndMarked() {
    plugs(known(1, 2));
    List<Crossing> trucks = standing(4);
    assertThat(trucks.stream().map(this::plugsBeyond)).containsExactly(false, false, true, true);
    assertThat(gate.world.crossings().plugged("Y-HN")).isEqualTo(4);
    gate.crossing(Role.YARD, new CrossingCommand.UnplugReefer(trucks.get(0).id(), gate.now));
    gate.crossing(Role.YARD, new CrossingCommand.UnplugReefer(trucks.get(1).id(), gate.now));
    gate.crossing(Role.YARD, new CrossingCommand.UnplugReefer(trucks.get(2).id(), gate.now));
    assertThat(plugsBeyond(trucks.get(0))).isFalse();
  }

  @Test
  void whereTheNumberOfPlugsIsUnknownNothingIsMarked() {
    plugs(new Figure.Unknown("not found"));
    assertThat(standing(4).stream().map(this::plugsBeyond)).containsOnly(false);
  }

  @Test
  void whatDrivesOffPluggedIsUnpluggedThen() {
    Crossing truck = standing(1).getFirst();
    gate.crossing(Role.YARD, new CrossingCommand.PlugReefer(truck.id(), gate.now));
    Instant in = gate.now;
    gate.after(45);
    gate.crossing(Role.GATE_DEVICE, new CrossingCommand.ReportGateLeft(gate.key(), seen(truck)));
    assertThat(gate.world.crossings().find(truck.id()).orElseThrow().plugging())
        .hasValue(new Plugging(in, Optional.of(gate.now)));
    assertThat(gate.world.crossings().plugged("Y-HN")).isZero();
  }

  @Test
  void whoIsMovedStandsOnTheSecondPlaceByTheClockOfWhoSaysSoAndTheFirstIsFree() {
    List<Crossing> trucks = standing(2);
    Instant said = gate.now.plusSeconds(60);
    gate.crossing(Role.YARD, new CrossingCommand.AssignPlace(trucks.get(0).id(), "A-1", said));
    assertThat(gate.entry()).containsExactly("PlaceAssigned");
    place(trucks.get(0), "A-2");
    place(trucks.get(1), "A-1");
    assertThat(gate.world.crossings().on("Y-HN", "A-2").map(Crossing::id))
        .hasValue(trucks.get(0).id());
    assertThat(gate.world.crossings().on("Y-HN", "A-1").map(Crossing::id))
        .hasValue(trucks.get(1).id());
    assertThat(gate.world.crossings().on("Y-TT", "A-1")).isEmpty();
  }

  @Test
  void whereAnotherStandsNothingIsPutAndTheSamePlaceAgainIsNoChange() {
    List<Crossing> trucks = standing(2);
    place(trucks.get(0), "A-1");
    assertThat(place(trucks.get(1), "A-1"))
        .isInstanceOfSatisfying(
            Outcome.Refused.class, r -> assertThat(r.refusal().code()).isEqualTo("PLACE_TAKEN"));
    Instant first = gate.now;
    gate.after(10);
    assertThat(place(trucks.get(0), "A-1")).isInstanceOf(Outcome.Accepted.class);
    assertThat(gate.last).isEmpty();
    assertThat(gate.world.crossings().on("Y-HN", "A-1").flatMap(c -> c.track().placing()))
        .hasValue(new Placing("A-1", first));
  }

  @Test
  void whatLeavesFreesItsPlaceHoweverItLeaves() {
    List<Crossing> trucks = standing(3);
    List<String> places = List.of("A-1", "A-2", "A-3");
    for (int i = 0; i < trucks.size(); i++) {
      place(trucks.get(i), places.get(i));
    }
    gate.after(45);
    gate.crossing(
        Role.YARD, new CrossingCommand.ReportYardLeft(gate.key(), seen(trucks.get(0)), "Y-HN"));
    gate.crossing(
        Role.GATE_DEVICE, new CrossingCommand.ReportGateLeft(gate.key(), seen(trucks.get(1))));
    gate.crossing(Role.BORDER_GUARD, new CrossingCommand.SayLeft(trucks.get(2).id(), gate.now));
    assertThat(trucks.stream().map(this::placeOf)).containsOnly(Optional.empty());
    Crossing next = standing(1).getFirst();
    for (String place : places) {
      assertThat(place(next, place)).as(place).isInstanceOf(Outcome.Accepted.class);
    }
  }

  @Test
  void moreOnPlacesThanSpacesIsRecordedAndMarked() {
    spaces(known(1, 2));
    List<Crossing> trucks = standing(3);
    assertThat(placedBeyond(trucks.get(0), "A-1")).isFalse();
    assertThat(placedBeyond(trucks.get(1), "A-2")).isFalse();
    assertThat(placedBeyond(trucks.get(1), "A-3")).as("moved, and no more than before").isFalse();
    assertThat(placedBeyond(trucks.get(2), "A-4")).isTrue();
    spaces(new Figure.Unknown("not found"));
    assertThat(placedBeyond(trucks.get(2), "A-5")).isFalse();
  }

  private CrossingCommand.Sighting seen(Crossing crossing) {
    return new CrossingCommand.Sighting(
        crossing.plate(), crossing.gate(), crossing.direction(), gate.now);
  }

  @Test
  void theBooksCloseOverIt() {
    List<Crossing> trucks = standing(2);
    trucks.forEach(this::plugsBeyond);
    place(trucks.get(0), "A-1");
    gate.after(5)
        .crossing(Role.YARD, new CrossingCommand.UnplugReefer(trucks.get(1).id(), gate.now));
    assertThat(CarryForward.fold(CarryForward.of(gate.world, gate.now))).isEqualTo(gate.world);
  }

  @Test
  void noPlaceIsTakenBeforeTheVehicleCameIntoTheYard() {
    Crossing truck = standing(1).getFirst();
    gate.after(10);
    var said = gate.now.minusSeconds(20 * 3600);
    gate.crossing(Role.YARD, new CrossingCommand.AssignPlace(truck.id(), "A-9", said));
    assertThat(gate.last.getFirst())
        .isInstanceOfSatisfying(
            Event.OfCrossing.class,
            event ->
                assertThat(event.fact())
                    .isInstanceOfSatisfying(
                        CrossingEvent.PlaceAssigned.class,
                        placed ->
                            assertThat(placed.occurredAt())
                                .isEqualTo(truck.track().yardEnteredAt().orElseThrow())));
  }

  @Test
  void nothingIsPluggedInBeforeItCameNorOffBeforeItWasOn() {
    Crossing crossing = standing(1).getFirst();
    Instant came = gate.now;
    gate.after(10);
    Instant before = came.minusSeconds(7200);
    gate.crossing(Role.YARD, new CrossingCommand.PlugReefer(crossing.id(), before));
    gate.crossing(Role.YARD, new CrossingCommand.UnplugReefer(crossing.id(), before));
    Plugging plugging = gate.world.crossings().all().get(crossing.id()).plugging().orElseThrow();
    assertThat(plugging.from()).isEqualTo(came);
    assertThat(plugging.to()).contains(came);
  }
}
