package io.clearway.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Violation;
import io.clearway.world.TestSite;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// What may come back of what went (L-1 to L-4).
class ReturnsTest {

  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

  private Registrations held = Registrations.empty();
  private int serial;

  private Draft draft(boolean back, long kg, String... linked) {
    serial++;
    Draft draft = new Draft();
    draft.number = "20261124%05d".formatted(serial);
    draft.plate = "29C-123.%02d".formatted(serial);
    draft.direction = back ? Direction.IMPORT : Direction.EXPORT;
    draft.regime = back ? Registration.Regime.RETURNED : Registration.Regime.EXPORT;
    draft.customsNumber = (back ? "108" : "308") + "%09d".formatted(serial);
    draft.linked = List.of(linked);
    draft.lineWeight = kg;
    draft.groupWeight = kg;
    draft.goods = kg;
    draft.gross = draft.tare + kg;
    draft.total = kg;
    return draft;
  }

  private List<String> register(Draft draft) {
    return asked(new RegistrationCommand.Register(new UUID(0, serial), draft.form()), serial);
  }

  private List<String> amend(int number, Draft draft) {
    UUID key = new UUID(0, number);
    int version = held.find(key).orElseThrow().version();
    return asked(new RegistrationCommand.Amend(key, version, draft.form()), number);
  }

  /// Codes and paths of what speaks against it.
  private List<String> asked(RegistrationCommand command, long id) {
    var facts =
        new RegistrationRules.Facts(
            TestSite.site(),
            3,
            id,
            RegistrationRules.Passage.NOT_HERE,
            true,
            false,
            RegistrationRules.Links.ANY);
    return switch (RegistrationRules.decide(held, command, facts, NOW)) {
      case Decision.Refused<RegistrationEvent>(var refusal) ->
          refusal.violations().stream().map(ReturnsTest::told).toList();
      case Decision.Accepted<RegistrationEvent>(var events) -> {
        events.forEach(event -> held = held.evolve(event));
        yield List.of();
      }
    };
  }

  private static String told(Violation violation) {
    return violation.code() + " " + violation.path();
  }

  private String export(long kg) {
    Draft draft = draft(false, kg);
    assertThat(register(draft)).isEmpty();
    return draft.number;
  }

  private Draft changed(Draft draft, Consumer<Draft> change) {
    change.accept(draft);
    return draft;
  }

  @Test
  void whatComesBackIsAnExportOfTheSameDeclarant() {
    String export = export(20_000);
    Draft foreign = changed(draft(true, 5_000, export), d -> d.declarantTax = "0099999999");
    assertThat(register(foreign)).containsExactly("RETURN_OF_ANOTHER linkedDeclarationIds[0]");
    Draft back = draft(true, 5_000, export);
    assertThat(register(back)).isEmpty();
    assertThat(register(draft(true, 1_000, export, back.number)))
        .containsExactly("RETURN_NOT_OF_EXPORT linkedDeclarationIds[1]");
  }

  @Test
  void onlyGoodsComeBackThatWent() {
    String export = export(20_000);
    Draft other = changed(draft(true, 5_000, export), d -> d.hsCode = "07096010");
    assertThat(register(other))
        .containsExactly("RETURN_OTHER_GOODS goodsGroups[0].goodsLines[0].hsCode");
  }

  @Test
  void noMoreComesBackThanWentHoweverManyTrucksBringIt() {
    String export = export(20_000);
    assertThat(register(draft(true, 12_000, export))).isEmpty();
    assertThat(register(draft(true, 8_001, export)))
        .containsExactly("RETURN_MORE goodsGroups[0].goodsLines[0].weightKg");
    assertThat(register(draft(true, 8_000, export))).isEmpty();
    String second = export(3_000);
    assertThat(register(draft(true, 3_001, export, second))).hasSize(1);
    assertThat(register(draft(true, 3_000, export, second))).isEmpty();
  }

  @Test
  void anAmendmentOfEitherSideIsJudgedTheSame() {
    Draft export = draft(false, 20_000);
    assertThat(register(export)).isEmpty();
    Draft back = draft(true, 12_000, export.number);
    assertThat(register(back)).isEmpty();
    weigh(back, 20_001);
    assertThat(amend(2, back)).containsExactly("RETURN_MORE goodsGroups[0].goodsLines[0].weightKg");
    weigh(export, 11_999);
    assertThat(amend(1, export))
        .containsExactly("RETURN_MORE goodsGroups[0].goodsLines[0].weightKg");
    weigh(export, 20_000);
    export.hsCode = "07096010";
    assertThat(amend(1, export)).containsExactly("RETURN_MORE goodsGroups");
  }

  private static void weigh(Draft draft, long kg) {
    draft.lineWeight = kg;
    draft.groupWeight = kg;
    draft.goods = kg;
    draft.gross = draft.tare + kg;
    draft.total = kg;
  }

  @Test
  void ofAnExportThatNobodyKnowsAnyMoreNobodyKnowsWhatMayComeBack() {
    assertThat(register(draft(true, 20_000, "2026112399999"))).isEmpty();
    Registration back = held.find(new UUID(0, 1)).orElseThrow();
    assertThat(Returns.of(held, back).orElseThrow().whole()).isFalse();
  }

  @Test
  void bothTellWhatWentAndWhatIsBack() {
    String export = export(20_000);
    assertThat(register(draft(true, 12_000, export))).isEmpty();
    for (long number = 1; number <= 2; number++) {
      Returns.Account account =
          Returns.of(held, held.find(new UUID(0, number)).orElseThrow()).orElseThrow();
      assertThat(account.rows()).containsExactly(new Returns.Row("08109092", 20_000, 12_000));
      assertThat(account.rows().getFirst().deliveredKg()).isEqualTo(8_000);
      assertThat(account.exports()).containsExactly(export);
    }
    assertThat(register(draft(false, 5_000))).isEmpty();
    assertThat(Returns.of(held, held.find(new UUID(0, 3)).orElseThrow())).isEmpty();
  }

  @Test
  void goodsAreConservedOverManyExportsAndReturns() {
    for (long seed = 0; seed < 40; seed++) {
      assertThat(ReturnedBooks.wrong(seed, 120)).isEmpty();
    }
  }
}
