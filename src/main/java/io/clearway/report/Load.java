package io.clearway.report;

import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationRules;
import io.clearway.site.Rulebook;
import java.util.List;

/// What a vehicle carries, as far as its registration says.
///
/// @param hs HS codes of the goods
record Load(Registration.Regime regime, List<String> hs) {

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

  boolean receiving() {
    return regime == Registration.Regime.RECEIVING;
  }

  boolean newVehicle() {
    return regime == Registration.Regime.NEW_VEHICLE;
  }

  boolean loaded() {
    return !empty() && !newVehicle();
  }

  /// Whether any of the goods is fresh fruit.
  boolean fruit(Rulebook rules) {
    return loaded() && hs.stream().anyMatch(code -> FreshFruit.is(code, rules));
  }
}
