package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.crossing.KeyHolder;
import io.clearway.fee.Charge;
import io.clearway.fee.FeeCommand;
import io.clearway.fee.FeeKind;
import io.clearway.fee.Line;
import io.clearway.fee.TestTariffs;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Money;
import io.clearway.registration.Draft;
import io.clearway.site.Handling;
import io.clearway.transshipment.TransshipmentCommand;
import io.clearway.view.Quote;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// F-5: what goods that change vehicles are charged.
class TransshipmentFeesTest {

  private static final String SOURCE = "桂A10001";
  private static final String FIRST = "29C-100.01";
  private static final String SECOND = "29C-100.02";

  private final Changing yard = new Changing();

  @BeforeEach
  void adopt() {
    var tariff = TestTariffs.round("one", "2026-01-01");
    assertThat(yard.gate.ask(Role.OPERATOR, new Command.OfFee(new FeeCommand.AdoptTariff(tariff))))
        .isInstanceOf(Outcome.Accepted.class);
  }

  private void comes(String plate) {
    yard.arrives(plate);
    yard.key(plate, KeyHolder.CUSTOMS);
    yard.key(plate, KeyHolder.BORDER_GUARD);
  }

  /// What is asked for that vehicle, kind by kind; what came to nothing is left out.
  private List<String> charged(String plate) {
    long visit =
        yard.gate.world.crossings().byRegistration().find(yard.papers(plate)).orElseThrow();
    return yard.gate.world.fees().charges().of(visit).stream()
        .filter(charge -> !charge.booked().isZero())
        .map(charge -> charge.kind() + " " + charge.booked().dong())
        .toList();
  }

  @Test
  void twoReceivingVehiclesPay600000AndTheirSource90000() {
    yard.source(SOURCE);
    yard.receiver(FIRST);
    yard.receiver(SECOND);
    yard.plan(SOURCE, FIRST, SECOND);
    comes(SOURCE);
    comes(FIRST);
    comes(SECOND);
    assertThat(charged(SOURCE)).containsExactly("TRANSFER 90000");
    assertThat(charged(FIRST)).containsExactly("INFRASTRUCTURE 300000");
    assertThat(charged(SECOND)).containsExactly("INFRASTRUCTURE 300000");
    Money all =
        Money.sum(
            yard.gate.world.fees().charges().all().values().stream().map(Charge::booked).toList());
    assertThat(all).isEqualTo(new Money(690_000));
    FeeChecks.inOrder(yard.gate.world);
  }

  /// F-17: the same before anybody is registered, and what a yard publishes beside it.
  @Test
  void aQuoteOfTwoReceivingVehiclesComesTo690000AndNamesWhatNobodyPublished() {
    Draft draft = new Draft();
    draft.direction = Direction.IMPORT;
    var form = draft.form();
    Quote quote = Quote.of(yard.gate.world, form, List.of("VT4", "VT4"), yard.gate.now);
    assertThat(quote.lines())
        .extracting(line -> line.kind() + " " + line.amount().orElseThrow().dong())
        .containsExactly("TRANSFER 90000", "INFRASTRUCTURE 300000", "INFRASTRUCTURE 300000");
    assertThat(Quote.sum(quote.lines())).isEqualTo(new Money(690_000));
    assertThat(quote.silent()).containsExactly(form.parking().place());
    var own = TestTariffs.ofYard(form.parking().place(), "yard", "2026-01-01");
    yard.gate.ask(Role.OPERATOR, new Command.OfFee(new FeeCommand.AdoptTariff(own)));
    Quote whole = Quote.of(yard.gate.world, form, List.of("VT4", "VT4"), yard.gate.now);
    assertThat(whole.silent()).isEmpty();
    assertThat(Quote.sum(whole.lines())).isEqualTo(new Money(690_000 + 3 * 250_000));
    assertThat(whole.parties()).extracting(one -> one.lines().size()).containsExactly(3, 3, 3);
  }

  @Test
  void whoeverIsCalledIsNotChargedAnewSoWhatFollowsFromManyCallsIsBounded() {
    yard.bays(40);
    int many = 36;
    for (int i = 10; i < 10 + many; i++) {
      yard.source("桂A300" + i);
      yard.receiver("29C-300." + i);
      yard.plan(new UUID(7, i), Handling.Method.GANG, "桂A300" + i, "29C-300." + i);
      comes("29C-300." + i);
      comes("桂A300" + i);
    }
    yard.gate.after(61).tick();
    assertThat(Collections.frequency(yard.gate.entry(), "CallLapsed"))
        .isEqualTo(io.clearway.transshipment.Line.AT_ONCE);
    FeeChecks.inOrder(yard.gate.world);
  }

  @Test
  void whatTheSourceBringsIsWhatItsReceivingVehiclesPayFor() {
    yard.source(SOURCE);
    yard.receiver(FIRST);
    yard.plan(SOURCE, FIRST);
    comes(SOURCE);
    comes(FIRST);
    yard.amend(SOURCE, draft -> draft.hsCode = "843149");
    assertThat(goods(FIRST)).containsExactly("843149");
  }

  private List<String> goods(String plate) {
    long visit =
        yard.gate.world.crossings().byRegistration().find(yard.papers(plate)).orElseThrow();
    return yard.gate.world.fees().charges().of(visit).stream()
        .flatMap(charge -> charge.lines().stream())
        .map(Line::goods)
        .toList();
  }

  @Test
  void whoIsLeftOutOfAPlanIsChargedAnew() {
    yard.source(SOURCE);
    yard.receiver(FIRST);
    yard.receiver(SECOND);
    comes(SOURCE);
    comes(FIRST);
    List<String> before = charged(FIRST);
    yard.plan(SOURCE, FIRST);
    assertThat(charged(FIRST)).containsExactly("INFRASTRUCTURE 300000").isNotEqualTo(before);
    yard.plan(SOURCE, SECOND);
    assertThat(charged(FIRST)).isEqualTo(before);
    FeeChecks.inOrder(yard.gate.world);
  }

  @Test
  void aPlanThatComesLaterOrEndsIsChargedAnew() {
    yard.source(SOURCE);
    yard.receiver(FIRST);
    comes(SOURCE);
    List<String> before = charged(SOURCE);
    yard.plan(SOURCE, FIRST);
    assertThat(charged(SOURCE)).containsExactly("TRANSFER 90000");
    yard.gate.ask(
        Role.TRADER,
        new Command.OfTransshipment(new TransshipmentCommand.Cancel(yard.held().id())));
    assertThat(charged(SOURCE)).isEqualTo(before);
    assertThat(yard.gate.world.fees().charges().all().values())
        .extracting(Charge::kind)
        .doesNotHaveDuplicates()
        .contains(FeeKind.TRANSFER);
    FeeChecks.inOrder(yard.gate.world);
  }
}
