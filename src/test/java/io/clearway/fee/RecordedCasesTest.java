package io.clearway.fee;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.kernel.Direction;
import io.clearway.kernel.Money;
import io.clearway.registration.Registration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/// The fee cases of the domain reference, section 4.4 number 8, by the tariff that ships.
class RecordedCasesTest {

  private static final Tariff LANG_SON = TestTariffs.langSon();
  private static final String IRON_ORE = "26011100";
  private static final String TIMBER = "44079190";
  private static final String DURIAN = "08106000";

  private static Passing passing(Registration.Regime regime, String type, String... goods) {
    return TestTariffs.passing(regime, type, goods);
  }

  private static List<Line> of(SortedMap<FeeKind, List<Line>> lines, FeeKind kind) {
    return lines.getOrDefault(kind, List.of());
  }

  private static Optional<Money> amount(Passing passing, FeeKind kind) {
    List<Line> lines = of(Assessing.lines(LANG_SON, passing), kind);
    return lines.stream().allMatch(line -> line.amount().isPresent())
        ? Optional.of(Money.sum(lines.stream().map(line -> line.amount().get()).toList()))
        : Optional.empty();
  }

  private static Optional<Money> infrastructure(
      Registration.Regime regime, String type, String... goods) {
    return amount(passing(regime, type, goods), FeeKind.INFRASTRUCTURE);
  }

  private static Optional<Money> dong(long amount) {
    return Optional.of(new Money(amount));
  }

  @Test
  void anOrdinaryExportOfTheLargestClassIs800000() {
    assertThat(infrastructure(Registration.Regime.EXPORT, "VT6", TIMBER)).isEqualTo(dong(800_000));
  }

  @Test
  void freshFruitOnASmallTruckIs100000() {
    assertThat(infrastructure(Registration.Regime.EXPORT, "VT1", DURIAN)).isEqualTo(dong(100_000));
  }

  @Test
  void aFortyFootContainerOfFarmGoodsInTemporaryImportIs4000000() {
    assertThat(infrastructure(Registration.Regime.TEMPORARY_IMPORT, "VT6", "07031019"))
        .isEqualTo(dong(4_000_000));
  }

  @Test
  void twoReceivingTrucksAre600000AndTheSourceIs90000() {
    Passing.Vehicle source =
        new Passing.Vehicle("VT4", Registration.Country.CN, Tariff.Use.TRANSFERS);
    Passing.Vehicle receiver =
        new Passing.Vehicle("VT4", Registration.Country.VN, Tariff.Use.RECEIVES);
    Passing passing =
        new Passing(
            Registration.Regime.IMPORT,
            Direction.IMPORT,
            List.of(""),
            new Payer("0012345678", "Công ty Giả Định"),
            List.of(source, receiver, receiver),
            Optional.empty());
    SortedMap<FeeKind, List<Line>> lines = Assessing.lines(LANG_SON, passing);
    assertThat(of(lines, FeeKind.INFRASTRUCTURE))
        .extracting(line -> line.amount().get().dong())
        .containsExactly(300_000L, 300_000L);
    assertThat(amount(passing, FeeKind.INFRASTRUCTURE)).isEqualTo(dong(600_000));
    assertThat(amount(passing, FeeKind.TRANSFER)).isEqualTo(dong(90_000));
    assertThat(of(lines, FeeKind.TRANSFER).getFirst().factors())
        .containsExactly(new Line.Applied("TRANSFER_ONLY_30", 300, LANG_SON.head().source()));
  }

  @Test
  void oreForExportIsFiveTimesTheRate() {
    assertThat(infrastructure(Registration.Regime.EXPORT, "VT6", IRON_ORE))
        .isEqualTo(dong(4_000_000));
  }

  @Test
  void anImportVehicleThatGoesInlandItselfIs130PerCent() {
    assertThat(infrastructure(Registration.Regime.IMPORT, "VT4", TIMBER)).isEqualTo(dong(390_000));
  }

  @Test
  void mixedGoodsAreChargedAtTheHighestWhateverTheirOrder() {
    assertThat(infrastructure(Registration.Regime.EXPORT, "VT6", TIMBER, IRON_ORE))
        .isEqualTo(dong(4_000_000));
    assertThat(infrastructure(Registration.Regime.EXPORT, "VT6", IRON_ORE, TIMBER))
        .isEqualTo(dong(4_000_000));
  }

  @Test
  void goodsOfUnknownRateAmongMixedOnesLeaveTheWholeUnknown() {
    assertThat(infrastructure(Registration.Regime.EXPORT, "VT6", IRON_ORE, DURIAN)).isEmpty();
  }

  @Test
  void aRateThatNobodyPublishedIsNotGuessedAndSaysWhatWasLookedFor() {
    Line line =
        of(
                Assessing.lines(LANG_SON, passing(Registration.Regime.EXPORT, "VT5", TIMBER)),
                FeeKind.INFRASTRUCTURE)
            .getFirst();
    assertThat(line.amount()).isEmpty();
    assertThat(line.each()).isEmpty();
    assertThat(line.source()).startsWith("rate not found: ");
  }

  @Test
  void everyRegimeAndClassHasAnAnswer() {
    for (Registration.Regime regime : Registration.Regime.values()) {
      for (String type : List.of("VT1", "VT2", "VT4", "VT5", "VT6")) {
        Line line =
            of(Assessing.lines(LANG_SON, passing(regime, type, DURIAN)), FeeKind.INFRASTRUCTURE)
                .getFirst();
        assertThat(line.clause()).as(regime + " " + type).isNotEmpty();
      }
    }
  }

  @Test
  void halfADongGoesUpAndOnlyAfterTheLastFactor() {
    assertThat(new Money(5).scaled(List.of(1_300, 300))).isEqualTo(new Money(2));
    assertThat(new Money(5).scaled(List.of(300))).isEqualTo(new Money(2));
    assertThat(new Money(333).scaled(List.of(500, 500))).isEqualTo(new Money(83));
  }

  @Test
  void aYardChargesByDaysBegunOnceTheVehicleHasLeftIt() {
    Tariff yard = TestTariffs.ofYard("Y-HN", "y", "2026-01-01");
    Passing there = passing(Registration.Regime.EXPORT, "VT6", DURIAN);
    assertThat(Assessing.lines(yard, there)).isEmpty();
    Passing left =
        new Passing(
            there.regime(),
            there.direction(),
            there.goods(),
            there.payer(),
            there.vehicles(),
            Optional.of(new Passing.Stay("Y-HN", 3, 0)));
    SortedMap<FeeKind, List<Line>> lines = Assessing.lines(yard, left);
    assertThat(lines.keySet()).containsExactly(FeeKind.HANDLING, FeeKind.PARKING);
    assertThat(of(lines, FeeKind.PARKING).getFirst().amount()).isEqualTo(dong(150_000));
  }
}
