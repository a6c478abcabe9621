package io.clearway.report;

import io.clearway.site.Rulebook;
import java.util.List;
import java.util.Optional;

/// Which goods are fresh fruit (F-5): one rule for every figure that is told.
public final class FreshFruit {

  /// Fresh fruit in the Harmonized System; what is dried is not fresh.
  private static final List<String> FRUIT =
      List.of("0803", "0804", "0805", "0806", "0807", "0808", "0809", "0810");

  private static final List<String> DRIED = List.of("080620");
  private static final String CHAPTER = "08";

  private FreshFruit() {}

  /// What the site knows as a commodity is fruit when it is of chapter 08 and perishes; of all else
  /// the heading decides.
  public static boolean is(String hs, Rulebook rules) {
    Optional<Rulebook.Commodity> known = rules.commodityOf(hs);
    if (known.isPresent()) {
      return hs.startsWith(CHAPTER) && perishes(known.get().perishability());
    }
    return FRUIT.stream().anyMatch(hs::startsWith) && DRIED.stream().noneMatch(hs::startsWith);
  }

  private static boolean perishes(Rulebook.Perishability perishability) {
    return switch (perishability) {
      case VERY_PERISHABLE, PERISHABLE -> true;
      case GENERAL -> false;
    };
  }
}
