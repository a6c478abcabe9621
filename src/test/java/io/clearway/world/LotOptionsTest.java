package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.crossing.CrossingCommand;
import io.clearway.fee.FeeEvent;
import io.clearway.fee.Tariff;
import io.clearway.fee.TestTariffs;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Money;
import io.clearway.kernel.Personal;
import io.clearway.registration.Draft;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationCommand;
import io.clearway.site.Agency;
import io.clearway.view.LotOptions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What can be done with goods that are held, and what it costs (L-7 to L-10).
class LotOptionsTest {

  private final Load load = new Load();

  private LotOptions told() {
    return LotOptions.of(load.gate.world, load.held(), load.gate.now);
  }

  private static LotOptions.Option option(LotOptions told, LotOptions.Choice choice) {
    return told.options().stream().filter(o -> o.choice() == choice).findFirst().orElseThrow();
  }

  private void adopt(Tariff tariff) {
    load.gate.world = load.gate.world.apply(new Event.OfFee(new FeeEvent.TariffAdopted(tariff)));
  }

  private List<String> held() {
    return told().held().stream().map(cause -> cause.kind() + " " + cause.what()).toList();
  }

  @Test
  void whatIsHeldRefusedOrTurnedHasItsOptionsAndNothingElseHas() {
    assertThat(told().options()).as("not here").isEmpty();
    load.enters();
    assertThat(told().options()).as("it goes on").isEmpty();
    load.hold(Agency.CUSTOMS, Clearance.HoldKind.DOUBT, Agency.CUSTOMS);
    assertThat(held()).containsExactly("AGENCY HOLD_DOUBT");
    assertThat(told().options())
        .extracting(LotOptions.Option::choice)
        .containsExactly(LotOptions.Choice.values());
    load.lift(Agency.CUSTOMS);
    assertThat(told().options()).isEmpty();
    load.refuse("PLANT");
    assertThat(held()).containsExactly("TRADER REFUSED");
    load.confirm("PLANT");
    load.gate.turn(Optional.empty());
    assertThat(held()).containsExactly("TURNED NO_ROOM");
    load.gate.gateLeft();
    assertThat(told().options()).as("gone").isEmpty();
  }

  @Test
  void aDayOfWaitingIsTheSecondDayByTheYardsTariff() {
    adopt(TestTariffs.ofYard("Y-HN", "yard", "2026-01-01"));
    load.enters();
    load.gate.yardEntered();
    load.hold(Agency.CUSTOMS, Clearance.HoldKind.DOUBT, Agency.CUSTOMS);
    LotOptions.Option wait = option(told(), LotOptions.Choice.WAIT);
    assertThat(wait.perDay())
        .containsExactly(
            new LotOptions.Price("PARKING", Optional.of(new Money(50_000)), "invented for tests"));
    assertThat(wait.expected(3)).contains(new Money(150_000));
    load.gate.after(25 * 60);
    assertThat(told().soFar())
        .filteredOn(price -> price.what().equals("PARKING"))
        .extracting(LotOptions.Price::amount)
        .containsExactly(Optional.of(new Money(100_000)));
  }

  @Test
  void whatNobodyPublishedIsUnknownAndSoIsItsTotal() {
    load.enters();
    load.hold(Agency.CUSTOMS, Clearance.HoldKind.DOUBT, Agency.CUSTOMS);
    for (LotOptions.Option option : told().options()) {
      assertThat(option.expected(1)).as(option.choice().name()).isEmpty();
      assertThat(option.perDay().size() + option.once().size()).isPositive();
    }
    assertThat(option(told(), LotOptions.Choice.WAIT).perDay().getFirst().source())
        .isEqualTo("no tariff of the yard Y-HN is in force");
    assertThat(option(told(), LotOptions.Choice.INLAND_SALE).needs()).containsExactly("TURNING");
  }

  @Test
  void anImportThatIsSoldInlandPaysWhatGoingInlandCosts() {
    adopt(TestTariffs.round("round", "2026-01-01"));
    Draft draft = new Draft();
    draft.direction = Direction.IMPORT;
    draft.number = "2026112400077";
    draft.customsNumber = "108000000077";
    draft.plate = "29C-777.77";
    UUID key = new UUID(2, 77);
    load.papers(new RegistrationCommand.Register(key, draft.form()));
    var plate = new Personal.Known<>(Draft.subject("29C77777"), "29C77777");
    var seen = new CrossingCommand.Sighting(plate, "HN", Direction.IMPORT, load.gate.now);
    load.gate.crossing(Role.GATE_DEVICE, new CrossingCommand.ReportArrived(load.gate.key(), seen));
    Registration held = load.gate.world.registrations().find(key).orElseThrow();
    load.ask(
        Agency.CUSTOMS,
        new ClearanceCommand.PlaceHold(
            held.id(),
            Agency.CUSTOMS,
            Clearance.HoldKind.FAULT,
            Optional.empty(),
            List.of(Agency.CUSTOMS)));
    LotOptions.Option sale =
        option(LotOptions.of(load.gate.world, held, load.gate.now), LotOptions.Choice.INLAND_SALE);
    assertThat(sale.needs()).containsExactly("CUSTOMS_HOME_USE");
    assertThat(sale.once()).extracting(LotOptions.Price::what).containsExactly("INFRASTRUCTURE");
    assertThat(sale.expected(1)).contains(new Money(INLAND));
  }

  private static final long INLAND = 390_000;
}
