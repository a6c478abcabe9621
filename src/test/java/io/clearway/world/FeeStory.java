package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.AuthorityCommand;
import io.clearway.authority.Role;
import io.clearway.crossing.KeyHolder;
import io.clearway.fee.Account;
import io.clearway.fee.Charge;
import io.clearway.fee.Doubt;
import io.clearway.fee.FeeCommand;
import io.clearway.fee.FeeKind;
import io.clearway.fee.Payer;
import io.clearway.fee.Tariff;
import io.clearway.fee.TestTariffs;
import io.clearway.kernel.Money;
import io.clearway.registration.Draft;
import io.clearway.registration.RegistrationCommand;
import io.clearway.view.Milestones;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/// One world with a tariff of round figures, and what is done in it again and again.
abstract class FeeStory {

  static final Payer PAYER = new Payer("0012345678-001", "Công Ty Thử Nghiệm");
  static final Account RECEIVABLE = new Account(Account.Kind.RECEIVABLE, PAYER.taxCode());
  static final Account CREDIT = new Account(Account.Kind.CREDIT, PAYER.taxCode());
  static final Account DEPOSIT = new Account(Account.Kind.DEPOSIT, PAYER.taxCode());
  static final Account TRANSIT = new Account(Account.Kind.TRANSIT, "");

  final Played gate = new Played();
  final Draft draft = new Draft();
  final UUID papers = gate.key();

  FeeStory() {
    adopt(TestTariffs.round("one", "2026-01-01"));
  }

  /// I13, I15, and what is carried into new books, after every scenario.
  @AfterEach
  void theBooksAreInOrder() {
    FeeChecks.inOrder(gate.world);
    assertThat(CarryForward.fold(CarryForward.of(gate.world, gate.now))).isEqualTo(gate.world);
  }

  void adopt(Tariff tariff) {
    accepted(Role.OPERATOR, new FeeCommand.AdoptTariff(tariff));
  }

  Outcome fee(Role role, FeeCommand order) {
    return gate.ask(role, new Command.OfFee(order));
  }

  void accepted(Role role, FeeCommand order) {
    assertThat(fee(role, order)).isInstanceOf(Outcome.Accepted.class);
  }

  void refused(Role role, FeeCommand order, String code) {
    assertThat(fee(role, order))
        .isInstanceOfSatisfying(
            Outcome.Refused.class, no -> assertThat(no.refusal().code()).isEqualTo(code));
  }

  void inside() {
    gate.ask(
        Role.TRADER,
        new Command.OfRegistration(new RegistrationCommand.Register(papers, draft.form())));
    gate.arrived();
    gate.confirm(KeyHolder.CUSTOMS);
    gate.confirm(KeyHolder.BORDER_GUARD);
  }

  void amend() {
    int version = gate.world.registrations().find(papers).orElseThrow().version();
    Outcome outcome =
        gate.ask(
            Role.TRADER,
            new Command.OfRegistration(
                new RegistrationCommand.Amend(papers, version, draft.form())));
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
  }

  Charge charge() {
    return charge(FeeKind.INFRASTRUCTURE);
  }

  Charge charge(FeeKind kind) {
    return gate.world.fees().charges().of(gate.passage().id()).stream()
        .filter(charge -> charge.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  UUID started() {
    UUID key = gate.key();
    accepted(Role.TRADER, new FeeCommand.StartPayment(key, List.of(charge().id())));
    return key;
  }

  void reported(String transaction, UUID payment, long amount) {
    accepted(
        Role.SYSTEM, new FeeCommand.ReportPaid(transaction, payment, new Money(amount), gate.now));
  }

  List<Doubt.Kind> doubts() {
    return gate.world.fees().doubts().values().stream().map(Doubt::kind).toList();
  }

  long balance(Account account) {
    return gate.world.fees().ledger().of(account).dong();
  }

  Milestones.State paid() {
    return Milestones.of(gate.world, gate.passage()).stream()
        .filter(one -> one.name() == Milestones.Name.PAID)
        .findFirst()
        .orElseThrow()
        .state();
  }

  Outcome byTwo(FeeCommand.ByTwo order) {
    UUID key = gate.key();
    gate.ask(
        Role.MANAGEMENT_BOARD,
        new Command.OfAuthority(
            new AuthorityCommand.Propose(
                key, order.matter(), order.subject(), order.statement(), gate.key())));
    gate.askDeputy(
        Role.MANAGEMENT_BOARD,
        new Command.OfAuthority(new AuthorityCommand.Approve(key, gate.key())));
    return fee(Role.MANAGEMENT_BOARD, order);
  }
}
