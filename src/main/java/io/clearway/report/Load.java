package io.clearway.report;

import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationRules;
import io.clearway.site.Rulebook;
import java.util.List;
import java.util.Optional;

/// What a vehicle carries, as far as its registration says.
///
/// @param hs HS codes of the goods
record Load(Registration.Regime regime, List<String> hs) {

  /// Fresh fruit in the Harmonized System; what is dried is not fresh.
  private static final List<String> FRUIT =
      List.of("0803", "0804", "0805", "0806", "0807", "0808", "0809", "0810");

  private static final List<String> DRIED = List.of("080620");
  private static final String CHAPTER = "08";

  static Load of(Registration.Form form) {
    return new Load(
        form.trade().regime(),
        form.goods().stream()
            .flatMap(group -> group.lines().stream())
            .map(Registration.GoodsLine::hsCode)
            .distinct()
            .toList());
  }

  boolean empty() {
    return RegistrationRules.empty(regime);
  }

  boolean newVehicle() {
    return regime == Registration.Regime.NEW_VEHICLE;
  }

  boolean loaded() {
    return !empty() && !newVehicle();
  }

  /// Whether any of the goods is fresh fruit.
  boolean fruit(Rulebook rules) {
    return loaded() && hs.stream().anyMatch(code -> isFruit(code, rules));
  }

  /// F-5: what the site knows as a commodity is fruit when it is of chapter 08 and perishes; of all
  /// else the heading decides.
  private static boolean isFruit(String code, Rulebook rules) {
    Optional<Rulebook.Commodity> known = rules.commodityOf(code);
    if (known.isPresent()) {
      return code.startsWith(CHAPTER) && perishes(known.get().perishability());
    }
    return FRUIT.stream().anyMatch(code::startsWith) && DRIED.stream().noneMatch(code::startsWith);
  }

  private static boolean perishes(Rulebook.Perishability perishability) {
    return switch (perishability) {
      case VERY_PERISHABLE, PERISHABLE -> true;
      case GENERAL -> false;
    };
  }
}
