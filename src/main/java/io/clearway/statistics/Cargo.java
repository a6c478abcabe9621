package io.clearway.statistics;

import io.clearway.registration.Registration;
import io.clearway.site.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// What a registration says of its goods, without anything personal.
///
/// @param weightKg of the goods, as declared for the whole
record Cargo(
    long registration,
    Registration.Regime regime,
    String vehicleClass,
    Registration.Country country,
    long weightKg,
    List<Goods> lines) {

  /// One line.
  ///
  /// @param commodity of the site's own list; empty where it has none
  /// @param main by which the vehicle is counted: the heaviest, and fruit before all else (F-5)
  record Goods(
      String hs,
      GoodsClass goods,
      String commodity,
      long weightKg,
      OptionalLong valueVnd,
      boolean main) {

    private Goods asMain() {
      return new Goods(hs, goods, commodity, weightKg, valueVnd, true);
    }
  }

  static Cargo of(long registration, Registration.Form form, Rulebook rules) {
    Registration.Regime regime = form.trade().regime();
    return new Cargo(
        registration,
        regime,
        form.leading().vehicleClass(),
        form.leading().country(),
        form.totalWeightKg(),
        Kind.of(regime).ofGoods() ? lines(form, rules) : List.of());
  }

  private static List<Goods> lines(Registration.Form form, Rulebook rules) {
    List<Goods> lines = new ArrayList<>();
    for (Registration.GoodsGroup group : form.goods()) {
      for (Registration.GoodsLine line : group.lines()) {
        lines.add(
            new Goods(
                line.hsCode(),
                GoodsClass.of(line.hsCode(), rules),
                rules.commodityOf(line.hsCode()).map(Rulebook.Commodity::code).orElse(""),
                line.weightKg(),
                line.valueVnd(),
                false));
      }
    }
    int main = main(lines);
    if (main >= 0) {
      lines.set(main, lines.get(main).asMain());
    }
    return List.copyOf(lines);
  }

  private static int main(List<Goods> lines) {
    int main = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (main < 0 || before(lines.get(i), lines.get(main))) {
        main = i;
      }
    }
    return main;
  }

  private static boolean before(Goods line, Goods best) {
    boolean fruit = line.goods() == GoodsClass.FRESH_FRUIT;
    boolean bestIsFruit = best.goods() == GoodsClass.FRESH_FRUIT;
    return fruit == bestIsFruit ? line.weightKg() > best.weightKg() : fruit;
  }
}
