package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.CrossingEvent;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Reefers at the plugs of a yard.
class ReeferScenariosTest {

  private final Played gate = new Played();

  /// That many vehicles stand in the yard at HN.
  private List<Crossing> standing(int many) {
    return IntStream.range(0, many)
        .mapToObj(i -> {
          String plate = "29C5000" + i;
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

  private void plugs(Figure plugs) {
    Site site = TestSite.site();
    Places p = site.places();
    List<Places.Yard> yards =
        p.yards().stream()
            .map(y -> new Places.Yard(y.code(), y.name(), y.line(), y.spaces(), plugs))
            .toList();
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
    var seen =
        new CrossingCommand.Sighting(truck.plate(), truck.gate(), truck.direction(), gate.now);
    gate.crossing(Role.GATE_DEVICE, new CrossingCommand.ReportGateLeft(gate.key(), seen));
    assertThat(gate.world.crossings().find(truck.id()).orElseThrow().plugging())
        .hasValue(new Plugging(in, Optional.of(gate.now)));
    assertThat(gate.world.crossings().plugged("Y-HN")).isZero();
  }

  @Test
  void theBooksCloseOverIt() {
    List<Crossing> trucks = standing(2);
    trucks.forEach(this::plugsBeyond);
    gate.after(5)
        .crossing(Role.YARD, new CrossingCommand.UnplugReefer(trucks.get(1).id(), gate.now));
    assertThat(CarryForward.fold(CarryForward.of(gate.world, gate.now))).isEqualTo(gate.world);
  }
}
