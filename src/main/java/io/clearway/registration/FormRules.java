package io.clearway.registration;

import io.clearway.kernel.Direction;
import io.clearway.kernel.Shape;
import io.clearway.kernel.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/// What can be judged from the form alone, all faults at once. Rules: docs/rules/registration.md.
final class FormRules {

  /// Total and sum of the parts may differ by this much, for rounding to ten kilograms.
  static final long TOLERANCE_KG = 10;

  /// What a form is judged by beside itself.
  ///
  /// @param arrival the gate's day on which the vehicle is to come
  record Day(LocalDate arrival) {
    @Override
    public String toString() {
      return arrival.toString();
    }
  }

  private final Findings found = new Findings();

  private FormRules() {}

  static List<Violation> check(Registration.Form form, Day day) {
    FormRules rules = new FormRules();
    rules.header(form);
    rules.trade(form, day);
    GoodsRules.check(rules.found, form);
    VehicleRules.check(rules.found, form, day);
    rules.totals(form);
    return rules.found.all();
  }

  private void add(String path, String code, String rule, String message) {
    found.add(path, code, rule, message);
  }

  private void header(Registration.Form form) {
    if (!form.number().isEmpty() && !validNumber(form.number())) {
      add(
          "declarationNumber",
          "DECLARATION_NUMBER_DATE",
          "R-3",
          "The number is thirteen digits that begin with a date, yyyyMMdd.");
    }
    taxCode("declarant.taxCode", form.declarant().taxCode());
    taxCode("feePayer.taxCode", form.feePayer().taxCode());
    if (form.plannedArrivalAt().isBefore(form.createdAt())) {
      add(
          "plannedArrivalAt",
          "ARRIVAL_BEFORE_CREATION",
          "R-9",
          "The planned arrival lies before the registration was made.");
    }
    if (form.vehicles().isEmpty()) {
      add("vehicles", "NO_VEHICLE", "R-12", "A registration needs a vehicle.");
    }
    if (form.vehicles().size() > 1) {
      add(
          "vehicles",
          "LOT_EXPECTED",
          "R-49",
          "A registration is of one vehicle; several that go together are a lot.");
    }
    goods(form);
  }

  ///
  private void goods(Registration.Form form) {
    boolean empty = RegistrationRules.empty(form.trade().regime());
    if (form.goods().isEmpty() && !empty) {
      add("goodsGroups", "NO_GOODS", "R-13", "A registration needs at least one goods group.");
    }
    if (!form.goods().isEmpty() && empty) {
      add("goodsGroups", "EMPTY_WITH_GOODS", "R-46", "An empty vehicle carries no goods.");
    }
    if (empty && form.goods().isEmpty() && form.totalWeightKg() != 0) {
      add("totalWeightTonnes", "EMPTY_WITH_GOODS", "R-46", "An empty vehicle carries no goods.");
    }
  }

  private void trade(Registration.Form form, Day day) {
    Registration.Trade trade = form.trade();
    if (!allowed(trade.regime(), form.direction())) {
      add("regime", "REGIME_DIRECTION", "R-33", "This regime does not go in this direction.");
    }
    if (trade.regime() == Registration.Regime.RETURNED && form.linked().isEmpty()) {
      add(
          "linkedDeclarationIds",
          "RETURN_OF_WHAT",
          "R-65",
          "Goods that come back name the registration with which they were exported.");
    }
    trade.otherSide().ifPresent(filing -> filing(filing, form.plannedArrivalAt()));
    for (int i = 0; i < trade.certificates().size(); i++) {
      found.until(
          Findings.Place.of("certificates", i).field("validTo"),
          trade.certificates().get(i).validTo(),
          day.toString(),
          new Findings.Expiry(
              "CERTIFICATE_EXPIRED", "R-52", "It is over before the vehicle is to come."));
    }
    residents(trade, day);
  }

  private static boolean allowed(Registration.Regime regime, Direction direction) {
    return switch (regime) {
      case EXPORT -> direction == Direction.EXPORT;
      case IMPORT, NEW_VEHICLE, RETURNED -> direction == Direction.IMPORT;
      case TEMPORARY_IMPORT,
          TEMPORARY_EXPORT,
          MERCHANTING,
          TRANSIT,
          BORDER_RESIDENTS,
          EMPTY,
          RECEIVING,
          RAIL ->
          true;
    };
  }

  private void filing(Registration.Filing filing, Instant arrival) {
    if (filing.number().isBlank()) {
      add("otherSideFiling.number", "FILING_NUMBER", "R-45", "A filing has a number.");
    }
    if (filing.validTo().isBefore(arrival)) {
      add(
          "otherSideFiling.validTo",
          "FILING_EXPIRED",
          "R-45",
          "The filing on the other side is over before the vehicle is to come.");
    }
  }

  private void residents(Registration.Trade trade, Day day) {
    boolean theirs = trade.regime() == Registration.Regime.BORDER_RESIDENTS;
    if (theirs && trade.residents().isEmpty()) {
      add("residents", "RESIDENTS_MISSING", "R-47", "Border residents' trade names who trades.");
    }
    if (!theirs && !trade.residents().isEmpty()) {
      add("residents", "RESIDENTS_UNEXPECTED", "R-47", "Residents are named in their own trade.");
    }
    for (int i = 0; i < trade.residents().size(); i++) {
      Registration.Resident resident = trade.residents().get(i);
      Findings.Place place = Findings.Place.of("residents", i);
      if (resident.valueVnd() <= 0) {
        add(place.field("valueVnd"), "RESIDENT_VALUE", "R-47", "A value is more than nothing.");
      }
      if (resident.person().identityNumber().isEmpty()) {
        add(
            place.field("idNumber"),
            "RESIDENT_IDENTITY",
            "R-47",
            "A border resident is known by an identity number.");
      }
      PeopleRules.documents(found, place, "documents", resident.person().documents(), day);
    }
  }

  private static boolean validNumber(String number) {
    return Shape.fits(number, "9999999999999")
        && isDay(
            Integer.parseInt(number, 0, 4, 10),
            Integer.parseInt(number, 4, 6, 10),
            Integer.parseInt(number, 6, 8, 10));
  }

  private static boolean isDay(int year, int month, int day) {
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= YearMonth.of(year, month).lengthOfMonth();
  }

  private void taxCode(String path, String code) {
    Spelling.taxCode(path, code).ifPresent(found::add);
  }

  private void totals(Registration.Form form) {
    boolean readable = true;
    for (Registration.Vehicle vehicle : form.vehicles()) {
      readable = readable && vehicle.weights().goodsKg() >= 0;
    }
    if (!form.vehicles().isEmpty() && readable && !adds(form)) {
      add(
          "totalWeightTonnes",
          "TOTAL_WEIGHT_MISMATCH",
          "R-29",
          "The total is not the sum of the vehicles' goods.");
    }
  }

  /// A difference beyond the range of numbers is no match.
  private static boolean adds(Registration.Form form) {
    try {
      long difference = form.totalWeightKg();
      for (Registration.Vehicle vehicle : form.vehicles()) {
        difference = Math.subtractExact(difference, vehicle.weights().goodsKg());
      }
      return Math.absExact(difference) <= TOLERANCE_KG;
    } catch (ArithmeticException beyond) {
      return false;
    }
  }
}
