package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.crossing.KeyHolder;
import io.clearway.fee.Account;
import io.clearway.fee.Charge;
import io.clearway.fee.Doubt;
import io.clearway.fee.FeeCommand;
import io.clearway.fee.Receipt;
import io.clearway.fee.Taken;
import io.clearway.kernel.Money;
import io.clearway.registration.RegistrationCommand;
import io.clearway.view.Milestones;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// From the charge to the receipt and the books, in one world.
class PaymentScenariosTest extends FeeStory {

  @Test
  void aCallbackThatComesTwiceIsBookedOnce() {
    inside();
    UUID payment = started();
    reported("T-1", payment, 800_000);
    reported("T-1", payment, 800_000);
    assertThat(gate.entry()).containsExactly("ReportSetAside");
    assertThat(balance(TRANSIT)).isEqualTo(800_000);
    assertThat(doubts()).isEmpty();
    reported("T-1", payment, 700_000);
    assertThat(balance(TRANSIT)).isEqualTo(800_000);
    assertThat(doubts()).containsExactly(Doubt.Kind.TRANSACTION_DIFFERS);
  }

  @Test
  void whatComesAfterItsTimeIsBookedAllTheSame() {
    inside();
    UUID payment = started();
    gate.after(31).tick();
    assertThat(gate.entry()).contains("PaymentsExpired");
    assertThat(charge().state()).isEqualTo(Charge.State.OPEN);
    gate.after(600);
    reported("T-1", payment, 800_000);
    assertThat(charge().state()).isEqualTo(Charge.State.PAID);
  }

  @Test
  void aSecondPaymentOfTheSameChargeIsThePayersCredit() {
    inside();
    UUID first = started();
    UUID second = started();
    reported("T-1", first, 800_000);
    reported("T-2", second, 800_000);
    assertThat(balance(CREDIT)).isEqualTo(-800_000);
    assertThat(doubts()).containsExactly(Doubt.Kind.PAID_TOO_MUCH);
    accepted(
        Role.MANAGEMENT_BOARD,
        new FeeCommand.CloseDoubt(
            gate.world.fees().doubts().values().getFirst().id(), "told the payer"));
    assertThat(doubts()).isEmpty();
  }

  @Test
  void tooLittleLeavesTheRestOpen() {
    inside();
    UUID payment = started();
    reported("T-1", payment, 300_000);
    assertThat(charge().open()).isEqualTo(new Money(500_000));
    assertThat(charge().state()).isEqualTo(Charge.State.OPEN);
    assertThat(doubts()).containsExactly(Doubt.Kind.PAID_TOO_LITTLE);
  }

  @Test
  void moneyOfAnUnknownPaymentIsBookedAndNobodysYet() {
    inside();
    reported("T-9", gate.key(), 123_000);
    assertThat(balance(new Account(Account.Kind.SUSPENSE, ""))).isEqualTo(-123_000);
    assertThat(doubts()).containsExactly(Doubt.Kind.PAYMENT_UNKNOWN);
  }

  @Test
  void moneyOfNobodyIsGivenToAPayerByTwoOnceAndPaysWhatIsOpen() {
    inside();
    reported("T-9", gate.key(), 900_000);
    var order = new FeeCommand.AssignMoney("T-9", PAYER, new Money(900_000), "his bank says so");
    refused(Role.MANAGEMENT_BOARD, order, "APPROVAL_NEEDED");
    var other = new FeeCommand.AssignMoney("T-9", PAYER, new Money(900_001), "his bank says so");
    assertThat(byTwo(other)).isInstanceOf(Outcome.Refused.class);
    assertThat(byTwo(order)).isInstanceOf(Outcome.Accepted.class);
    assertThat(balance(new Account(Account.Kind.SUSPENSE, ""))).isZero();
    assertThat(balance(CREDIT)).isEqualTo(-900_000);
    assertThat(doubts()).isEmpty();
    refused(Role.MANAGEMENT_BOARD, order, "NOT_NOBODYS");
    var charges = List.of(charge().id());
    accepted(Role.MANAGEMENT_BOARD, new FeeCommand.Settle(charges, Taken.Means.CREDIT));
    assertThat(charge().state()).isEqualTo(Charge.State.PAID);
    assertThat(balance(CREDIT)).isEqualTo(-100_000);
    reported("T-9", gate.key(), 900_000);
    assertThat(gate.entry()).containsExactly("ReportSetAside");
  }

  @Test
  void moneyThatIsSomebodysIsNotGivenToAnother() {
    inside();
    reported("T-1", started(), 800_000);
    var order = new FeeCommand.AssignMoney("T-1", PAYER, new Money(800_000), "x");
    refused(Role.MANAGEMENT_BOARD, order, "NOT_NOBODYS");
    var nowhere = new FeeCommand.AssignMoney("T-2", PAYER, new Money(1), "x");
    refused(Role.MANAGEMENT_BOARD, nowhere, "NOT_NOBODYS");
  }

  @Test
  void moneyOfNobodyIsNotForgottenBeforeItIsSomebodys() {
    inside();
    reported("T-9", gate.key(), 123_000);
    gate.gateLeft();
    gate.after(60 * 24 * 60);
    for (int i = 0; i < 5; i++) {
      gate.tick();
    }
    var order = new FeeCommand.AssignMoney("T-9", PAYER, new Money(123_000), "found at last");
    assertThat(byTwo(order)).isInstanceOf(Outcome.Accepted.class);
    assertThat(balance(CREDIT)).isEqualTo(-123_000);
    for (int i = 0; i < 3; i++) {
      gate.tick();
    }
    assertThat(gate.world.fees().payments().taken().size()).isZero();
  }

  @Test
  void whatIsOlderThanTheBooksIsSetAside() {
    inside();
    UUID payment = started();
    Instant before = gate.now.minus(Duration.ofDays(31));
    accepted(Role.SYSTEM, new FeeCommand.ReportPaid("T-1", payment, new Money(800_000), before));
    assertThat(balance(TRANSIT)).isZero();
    assertThat(doubts()).containsExactly(Doubt.Kind.TOO_OLD);
  }

  @Test
  void aPaidChargeThatComesToLessIsCreditedAndItsReceiptCancelled() {
    inside();
    reported("T-1", started(), 800_000);
    draft.hsCode = "25010091";
    amend();
    assertThat(charge().total()).contains(Money.ZERO);
    assertThat(balance(CREDIT)).isEqualTo(-800_000);
    List<Receipt> receipts = gate.world.fees().receipts().of(charge().id());
    assertThat(receipts).extracting(Receipt::number).containsExactly(1L, 2L);
    assertThat(receipts.get(1).counterOf()).hasValue(receipts.get(0).id());
    assertThat(receipts.get(1).printed()).isEqualTo("PUBLIC/2026/0000002");
  }

  @Test
  void whenTheBankIsAwayAVehicleLeavesAgainstItsPayersDeposit() {
    inside();
    List<Long> all = List.of(charge().id());
    refused(Role.MANAGEMENT_BOARD, new FeeCommand.Owe(all, "bank away"), "NOT_COVERED");
    accepted(Role.MANAGEMENT_BOARD, new FeeCommand.TakeDeposit(PAYER, new Money(1_000_000)));
    accepted(Role.MANAGEMENT_BOARD, new FeeCommand.Owe(all, "bank away"));
    assertThat(charge().state()).isEqualTo(Charge.State.OWED);
    assertThat(paid()).isEqualTo(Milestones.State.DONE);
    gate.after(5).gateLeft();
    assertThat(gate.kinds(gate.passage())).doesNotContain("LEFT_UNPAID");
    var back =
        new FeeCommand.Refund(PAYER, Account.Kind.DEPOSIT, new Money(300_000), true, "wants it");
    refused(Role.MANAGEMENT_BOARD, back, "NOT_COVERED");
    accepted(Role.MANAGEMENT_BOARD, new FeeCommand.Settle(all, Taken.Means.DEPOSIT));
    assertThat(charge().state()).isEqualTo(Charge.State.PAID);
    assertThat(balance(DEPOSIT)).isEqualTo(-200_000);
  }

  @Test
  void aDepositComesByTheBankToo() {
    UUID key = gate.key();
    accepted(Role.TRADER, new FeeCommand.StartDeposit(key, PAYER, new Money(5_000_000)));
    reported("T-1", key, 5_000_000);
    assertThat(balance(DEPOSIT)).isEqualTo(-5_000_000);
    assertThat(doubts()).isEmpty();
  }

  @Test
  void moneyGoesBackByTwoOnceAndNeverMoreThanThereIs() {
    inside();
    UUID first = started();
    UUID second = started();
    reported("T-1", first, 800_000);
    reported("T-2", second, 800_000);
    var refund =
        new FeeCommand.Refund(PAYER, Account.Kind.CREDIT, new Money(800_000), false, "paid twice");
    refused(Role.MANAGEMENT_BOARD, refund, "APPROVAL_NEEDED");
    assertThat(byTwo(refund)).isInstanceOf(Outcome.Accepted.class);
    assertThat(balance(CREDIT)).isZero();
    refused(Role.MANAGEMENT_BOARD, refund, "NOT_COVERED");
  }

  @Test
  void onePaymentIsOfOnePayerAndOfWhatIsOpen() {
    inside();
    refused(
        Role.TRADER, new FeeCommand.StartPayment(gate.key(), List.of(99_999L)), "CHARGE_UNKNOWN");
    UUID key = started();
    refused(Role.TRADER, new FeeCommand.StartPayment(key, List.of(charge().id())), "ID_IN_USE");
    reported("T-1", key, 800_000);
    refused(
        Role.TRADER,
        new FeeCommand.StartPayment(gate.key(), List.of(charge().id())),
        "NOTHING_OPEN");
  }

  @Test
  void theBanksFileMatchesBooksAndFindsWhatOneSideAloneHas() {
    inside();
    UUID payment = started();
    UUID lost = started();
    reported("T-1", payment, 300_000);
    reported("T-3", gate.key(), 50_000);
    String day = "2026-11-24";
    var lines =
        List.of(
            new FeeCommand.BankLine("T-1", Optional.of(payment), new Money(300_000), gate.now),
            new FeeCommand.BankLine("T-2", Optional.of(lost), new Money(500_000), gate.now),
            new FeeCommand.BankLine("T-2", Optional.of(lost), new Money(500_000), gate.now));
    accepted(Role.MANAGEMENT_BOARD, new FeeCommand.Reconcile(day, "file", lines));
    assertThat(charge().state()).isEqualTo(Charge.State.PAID);
    assertThat(balance(new Account(Account.Kind.BANK, ""))).isEqualTo(800_000);
    assertThat(balance(TRANSIT)).isEqualTo(50_000);
    assertThat(doubts()).contains(Doubt.Kind.ONLY_IN_FILE, Doubt.Kind.NOT_IN_FILE);
    accepted(Role.MANAGEMENT_BOARD, new FeeCommand.Reconcile(day, "file", lines));
    assertThat(gate.entry()).isEmpty();
    reported("T-2", lost, 500_000);
    assertThat(gate.entry()).containsExactly("ReportSetAside");
  }

  @Test
  void twoLinesOfTheBanksFileDoNotPayOneChargeTwice() {
    inside();
    UUID first = started();
    UUID second = started();
    var lines =
        List.of(
            new FeeCommand.BankLine("T-1", Optional.of(first), new Money(800_000), gate.now),
            new FeeCommand.BankLine("T-2", Optional.of(second), new Money(800_000), gate.now));
    accepted(Role.MANAGEMENT_BOARD, new FeeCommand.Reconcile("2026-11-24", "file", lines));
    assertThat(charge().paid()).isEqualTo(new Money(800_000));
    assertThat(balance(CREDIT)).isEqualTo(-800_000);
    assertThat(doubts()).contains(Doubt.Kind.PAID_TOO_MUCH);
  }

  @Test
  void whatIsDoneWithIsForgottenAndItsNumbersGoOn() {
    inside();
    reported("T-1", started(), 800_000);
    gate.gateLeft();
    gate.after(31 * 24 * 60);
    for (int i = 0; i < 5; i++) {
      gate.tick();
    }
    assertThat(gate.world.fees().charges().all().size()).isZero();
    assertThat(gate.world.fees().payments().all().size()).isZero();
    assertThat(gate.world.fees().receipts().all().size()).isZero();
    draft.number = "2026122500001";
    draft.customsNumber = "308000000077";
    draft.arrival = gate.now.plusSeconds(3_600);
    draft.createdAt = gate.now;
    draft.declaredOn = "2026-12-24";
    gate.ask(
        Role.TRADER,
        new Command.OfRegistration(new RegistrationCommand.Register(gate.key(), draft.form())));
    gate.arrived();
    gate.confirm(KeyHolder.CUSTOMS);
    gate.confirm(KeyHolder.BORDER_GUARD);
    reported("T-2", started(), 800_000);
    assertThat(gate.world.fees().receipts().of(charge().id()))
        .extracting(Receipt::number)
        .containsExactly(2L);
  }

  /// F-35: a paper of years ago must not pass for a good one.
  @Test
  void thatAReceiptWasCancelledIsKnownWhenAllElseOfItIsForgotten() {
    inside();
    reported("T-1", started(), 800_000);
    draft.hsCode = "25010091";
    amend();
    gate.gateLeft();
    gate.after(31 * 24 * 60);
    for (int i = 0; i < 5; i++) {
      gate.tick();
    }
    World anew = CarryForward.fold(CarryForward.of(gate.world, gate.now));
    for (World world : List.of(gate.world, anew)) {
      var receipts = world.fees().receipts();
      assertThat(receipts.all().size()).isZero();
      assertThat(receipts.find("PUBLIC/2026/0000001")).isEmpty();
      assertThat(receipts.cancelled("PUBLIC/2026/0000001").orElseThrow().by())
          .isEqualTo("PUBLIC/2026/0000002");
      assertThat(receipts.cancelled("PUBLIC/2026/0000002")).isEmpty();
    }
  }

  @Test
  void whatTheBankTookIsNotSaidAtTheCounter() {
    inside();
    var order = new FeeCommand.Settle(List.of(charge().id()), Taken.Means.BANK);
    refused(Role.MANAGEMENT_BOARD, order, "MEANS_WRONG");
  }

  @Test
  void onlyCreditsAndDepositsAreGivenBack() {
    var order = new FeeCommand.Refund(PAYER, Account.Kind.INCOME, new Money(1), true, "x");
    refused(Role.MANAGEMENT_BOARD, order, "MEANS_WRONG");
  }

  @Test
  void aQuestionIsClosedOnce() {
    refused(Role.MANAGEMENT_BOARD, new FeeCommand.CloseDoubt(99, "x"), "DOUBT_UNKNOWN");
  }

  @Test
  void theFileOfADayThatIsToComeIsRefused() {
    var order = new FeeCommand.Reconcile("2026-11-25", "file", List.of());
    refused(Role.MANAGEMENT_BOARD, order, "DAY_NOT_OVER");
  }
}
