package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.crossing.CrossingCommand;
import io.clearway.fee.Charge;
import io.clearway.fee.FeeCommand;
import io.clearway.fee.FeeKind;
import io.clearway.fee.Taken;
import io.clearway.fee.Tariff;
import io.clearway.fee.TestTariffs;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Money;
import io.clearway.kernel.Refusal;
import io.clearway.view.Milestones;
import io.clearway.view.Quote;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// From the tariff to the charge, in one world.
class FeeScenariosTest extends FeeStory {

  @Test
  void whoIsInsideWithBothKeysIsChargedOnceAndLineByLine() {
    inside();
    assertThat(gate.entry()).contains("EntryCompleted", "ChargeAssessed");
    Charge charge = charge();
    assertThat(charge.payer()).isEqualTo(PAYER);
    assertThat(charge.total()).contains(new Money(800_000));
    assertThat(charge.lines()).extracting(line -> line.clause()).containsExactly("OUT");
    assertThat(balance(RECEIVABLE)).isEqualTo(800_000);
    assertThat(paid()).isEqualTo(Milestones.State.OPEN);
    accepted(Role.SYSTEM, new FeeCommand.Assess(gate.passage().id(), Optional.empty()));
    assertThat(gate.entry()).isEmpty();
  }

  @Test
  void theSameTariffAgainChangesNothingAndAnotherComplexsIsRefused() {
    adopt(TestTariffs.round("one", "2026-01-01"));
    assertThat(gate.entry()).isEmpty();
    Tariff own = TestTariffs.round("two", "2026-01-01");
    Tariff.Head head = own.head();
    Tariff.Head foreign =
        new Tariff.Head(
            "elsewhere", head.issuer(), head.title(), "three", head.effective(), head.source());
    refused(
        Role.OPERATOR,
        new FeeCommand.AdoptTariff(
            new Tariff(foreign, own.rates(), own.factors(), own.exemptions(), List.of())),
        "OTHER_COMPLEX");
  }

  @Test
  void theTariffOfTheMomentOfEntryCountsAndStays() {
    adopt(TestTariffs.round("later", "2026-11-25", 900_000));
    inside();
    assertThat(charge().tariff()).isEqualTo("one");
    adopt(TestTariffs.round("backdated", "2026-01-02", 700_000));
    gate.after(24 * 60);
    draft.payerTax = "0012345678";
    amend();
    assertThat(charge().total()).contains(new Money(800_000));
    assertThat(charge().tariff()).isEqualTo("one");
  }

  @Test
  void aTariffComesIntoForceOnItsFirstDayByTheGatesCalendar() {
    adopt(TestTariffs.round("later", "2026-11-25", 900_000));
    gate.now = Instant.parse("2026-11-24T17:30:00Z");
    inside();
    assertThat(charge().total()).contains(new Money(900_000));
  }

  @Test
  void anUnknownRateIsChargedProvisionallyAndNeverKeepsAVehicle() {
    draft.hsCode = "09041120";
    inside();
    assertThat(charge().state()).isEqualTo(Charge.State.UNRATED);
    assertThat(balance(RECEIVABLE)).isZero();
    assertThat(paid()).isEqualTo(Milestones.State.UNKNOWN);
    gate.gateLeft();
    assertThat(gate.kinds(gate.passage())).doesNotContain("LEFT_UNPAID");
    var order = new FeeCommand.ChargeProvisionally(charge().id(), new Money(500_000), "like VT5");
    accepted(Role.MANAGEMENT_BOARD, order);
    assertThat(charge().state()).isEqualTo(Charge.State.OPEN);
    assertThat(charge().set().orElseThrow().reason()).isEqualTo("like VT5");
    assertThat(balance(RECEIVABLE)).isEqualTo(500_000);
  }

  @Test
  void aKnownRateIsNotChargedProvisionally() {
    inside();
    refused(
        Role.MANAGEMENT_BOARD,
        new FeeCommand.ChargeProvisionally(charge().id(), new Money(1), "x"),
        "RATE_KNOWN");
    refused(
        Role.MANAGEMENT_BOARD,
        new FeeCommand.ChargeProvisionally(99_999, new Money(1), "x"),
        "CHARGE_UNKNOWN");
  }

  @Test
  void whatIsExemptIsFreeAndNobodyWaitsForIt() {
    draft.hsCode = "25010091";
    inside();
    assertThat(charge().state()).isEqualTo(Charge.State.FREE);
    assertThat(charge().lines().getFirst().clause()).isEqualTo("SALT");
    assertThat(paid()).isEqualTo(Milestones.State.DONE);
    gate.gateLeft();
    assertThat(gate.kinds(gate.passage())).doesNotContain("LEFT_UNPAID");
  }

  @Test
  void whoLeavesUnpaidOpensACaseAndWhoPaidDoesNot() {
    inside();
    gate.after(5).gateLeft();
    assertThat(gate.kinds(gate.passage())).contains("LEFT_UNPAID");
  }

  @Test
  void whoPaidLeavesWithoutACase() {
    inside();
    UUID payment = started();
    gate.after(5);
    reported("T-1", payment, 800_000);
    assertThat(gate.entry()).containsExactly("MoneyTaken", "ReceiptIssued");
    assertThat(paid()).isEqualTo(Milestones.State.DONE);
    gate.after(5).gateLeft();
    assertThat(gate.kinds(gate.passage())).doesNotContain("LEFT_UNPAID");
    assertThat(balance(RECEIVABLE)).isZero();
    assertThat(balance(TRANSIT)).isEqualTo(800_000);
  }

  @Test
  void whoPaysAfterLeavingHadLeftUnpaidWhenTheLeavingIsReportedLate() {
    inside();
    Instant left = gate.after(5).now;
    gate.after(30);
    accepted(
        Role.MANAGEMENT_BOARD, new FeeCommand.Settle(List.of(charge().id()), Taken.Means.CASH));
    gate.gateLeftAt(left);
    assertThat(gate.kinds(gate.passage())).contains("LEFT_UNPAID");
  }

  @Test
  void anUnpaidChargeIsReplacedByWhatAnAmendmentMakesOfIt() {
    draft.hsCode = "25010091";
    inside();
    draft.hsCode = "08109092";
    amend();
    assertThat(charge().open()).isEqualTo(new Money(800_000));
    assertThat(balance(RECEIVABLE)).isEqualTo(800_000);
    draft.payerTax = "0012345678";
    amend();
    assertThat(balance(RECEIVABLE)).isZero();
    assertThat(charge().payer().taxCode()).isEqualTo("0012345678");
  }

  @Test
  void aChargeIsAdjustedByTwoAndOnlyAsTheySaid() {
    inside();
    var said = new FeeCommand.Adjust(charge().id(), new Money(600_000), "wrong class");
    refused(Role.MANAGEMENT_BOARD, said, "APPROVAL_NEEDED");
    assertThat(byTwo(said)).isInstanceOf(Outcome.Accepted.class);
    assertThat(charge().open()).isEqualTo(new Money(600_000));
    refused(Role.MANAGEMENT_BOARD, said, "APPROVAL_NEEDED");
    var other = new FeeCommand.Adjust(charge().id(), new Money(1), "wrong class");
    refused(Role.MANAGEMENT_BOARD, other, "APPROVAL_NEEDED");
  }

  @Test
  void aForeignTraderDoesNotSeeTheCharge() {
    inside();
    Outcome foreign =
        gate.askDeputy(
            Role.TRADER,
            new Command.OfFee(new FeeCommand.StartPayment(gate.key(), List.of(charge().id()))));
    assertThat(foreign)
        .isEqualTo(
            new Outcome.Refused(Refusal.of("CHARGE_UNKNOWN", "F-15", "There is no such charge.")));
  }

  @Test
  void aYardChargesWhenTheVehicleLeavesItAndKeepsNobodyAtTheGate() {
    adopt(TestTariffs.ofYard("Y-HN", "yard", "2026-01-01"));
    inside();
    gate.yardEntered();
    assertThat(gate.world.fees().charges().of(gate.passage().id())).hasSize(1);
    gate.after(25 * 60);
    gate.crossing(
        Role.YARD,
        new CrossingCommand.ReportYardLeft(gate.key(), Played.sighting("HN", gate.now), "Y-HN"));
    assertThat(charge(FeeKind.HANDLING).total()).contains(new Money(200_000));
    assertThat(charge(FeeKind.PARKING).total()).contains(new Money(100_000));
    accepted(
        Role.MANAGEMENT_BOARD, new FeeCommand.Settle(List.of(charge().id()), Taken.Means.CASH));
    gate.after(5).gateLeft();
    assertThat(gate.kinds(gate.passage())).doesNotContain("LEFT_UNPAID");
  }

  @Test
  void aQuoteSaysWhatAFormWouldBeChargedAndChangesNothing() {
    draft.direction = Direction.IMPORT;
    assertThat(Quote.of(gate.world, draft.form(), List.of(), gate.now).lines())
        .extracting(line -> line.amount().orElseThrow().dong())
        .containsExactly(390_000L);
  }
}
