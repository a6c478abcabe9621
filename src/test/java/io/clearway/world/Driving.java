package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.fleet.Change;
import io.clearway.fleet.FleetCommand;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.registration.Draft;
import io.clearway.registration.Registration;
import io.clearway.registration.Tractor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// A small language for what drives, at the place of [Changing].
final class Driving {

  final Changing yard = new Changing();
  final Played gate = yard.gate;
  private int asked;

  /// Everything that can be asked about the tractor of that passage.
  static List<FleetCommand> orders(long crossing) {
    return List.of(
        new FleetCommand.AskTractor(
            new UUID(9, 9), crossing, tractor("29C-777.77", "999000077777")),
        new FleetCommand.ConfirmTractor(crossing, KeyHolder.BORDER_GUARD),
        new FleetCommand.ConfirmTractor(crossing, KeyHolder.CUSTOMS),
        new FleetCommand.RefuseTractor(crossing, KeyHolder.BORDER_GUARD),
        new FleetCommand.WithdrawTractor(crossing),
        new FleetCommand.EndTractor(crossing),
        new FleetCommand.LetIn(
            new UUID(9, 8), crossing, tractor("29C-777.77", "999000077777").driver()),
        new FleetCommand.CountOut(new UUID(9, 9), List.of(0), OptionalLong.empty()),
        enrol(new UUID(9, 7), "999000088888", "2029-01-01", true),
        new FleetCommand.RetireDriver(new UUID(9, 7)),
        new FleetCommand.AssignDriver(new UUID(9, 7), crossing),
        new FleetCommand.FreeDriver(new UUID(9, 7)));
  }

  /// A dedicated driver at HN, whose document is good until that day.
  static FleetCommand enrol(UUID key, String document, String validTo, boolean onDuty) {
    return new FleetCommand.EnrolDriver(
        key,
        "HN",
        of(document, "Lái Xe Chuyên Trách"),
        of(document, document),
        List.of(
            new Registration.Document(
                Registration.DocumentKind.DRIVING_LICENCE,
                of(document, "999000"),
                Optional.of(validTo))),
        onDuty);
  }

  /// A tractor with everything that it needs.
  static Tractor tractor(String plate, String document) {
    return tractor(plate, document, "2027-01-01");
  }

  /// Whose papers are good until that day.
  static Tractor tractor(String plate, String document, String validTo) {
    String bare = bare(plate);
    Registration.Driver driver =
        new Registration.Driver(
            of(document, "Tài Xế Hai"),
            of(document, "0000000002"),
            of(document, document),
            List.of(
                new Registration.Document(
                    Registration.DocumentKind.DRIVING_LICENCE,
                    of(document, "999000"),
                    Optional.of(validTo))),
            List.of());
    return new Tractor(
        of(bare, bare),
        of(bare, plate),
        1,
        plate.codePointAt(0) < 128 ? Registration.Country.VN : Registration.Country.CN,
        driver,
        Optional.of("GP-" + bare),
        Optional.of(validTo),
        Optional.of("BH-" + bare),
        Optional.of(validTo));
  }

  static Personal<String> of(String whose, String value) {
    return new Personal.Known<>(Draft.subject(whose), value);
  }

  static String bare(String plate) {
    return plate.replaceAll("[-. ]", "");
  }

  Outcome ask(String vehicle, Tractor tractor) {
    return ask(Role.TRADER, vehicle, tractor);
  }

  Outcome ask(Role role, String vehicle, Tractor tractor) {
    asked++;
    return fleet(
        role, new FleetCommand.AskTractor(new UUID(6, asked), yard.passage(vehicle).id(), tractor));
  }

  Outcome fleet(Role role, FleetCommand command) {
    return gate.ask(role, new Command.OfFleet(command));
  }

  Outcome confirm(KeyHolder agency, long crossing) {
    Role role = agency == KeyHolder.CUSTOMS ? Role.CUSTOMS : Role.BORDER_GUARD;
    return fleet(role, new FleetCommand.ConfirmTractor(crossing, agency));
  }

  /// Asked for and confirmed by both.
  Driving changes(String vehicle, Tractor tractor) {
    long crossing = yard.passage(vehicle).id();
    assertThat(ask(vehicle, tractor)).isInstanceOf(Outcome.Accepted.class);
    assertThat(confirm(KeyHolder.CUSTOMS, crossing)).isInstanceOf(Outcome.Accepted.class);
    assertThat(confirm(KeyHolder.BORDER_GUARD, crossing)).isInstanceOf(Outcome.Accepted.class);
    return this;
  }

  Crossing passage(long id) {
    return gate.world.crossings().all().get(id);
  }

  Change change(long crossing) {
    return gate.world.fleets().of(crossing).getLast();
  }

  CrossingCommand.Sighting seen(String plate, String at, Instant when) {
    return new CrossingCommand.Sighting(of(bare(plate), bare(plate)), at, Direction.IMPORT, when);
  }

  Outcome arrives(String plate, String at, Instant when) {
    return gate.crossing(
        Role.GATE_DEVICE, new CrossingCommand.ReportArrived(gate.key(), seen(plate, at, when)));
  }

  Outcome leavesYard(String plate, Instant when) {
    return gate.crossing(
        Role.YARD, new CrossingCommand.ReportYardLeft(gate.key(), seen(plate, "HN", when), "Y-HN"));
  }

  Outcome leaves(String plate, Instant when) {
    return gate.crossing(
        Role.GATE_DEVICE, new CrossingCommand.ReportGateLeft(gate.key(), seen(plate, "HN", when)));
  }

  List<String> kinds(long about) {
    return gate.world.cases().of(about).stream().map(c -> c.kind().name()).toList();
  }
}
