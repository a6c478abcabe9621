package io.clearway.registration;

import io.clearway.kernel.ContainerNumber;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Plate;
import io.clearway.kernel.Shape;
import io.clearway.kernel.Violation;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What can be judged from the form alone, all faults at once. Rules: docs/rules/registration.md.
final class FormRules {

  /// Total and sum of the parts may differ by this much, for rounding to ten kilograms.
  private static final long TOLERANCE_KG = 10;

  private static final int TELEPHONE_DIGITS = 7;

  /// Where a part of the form stands; spelled out only when something is wrong there.
  private record Place(Optional<Place> in, String list, int index) {

    String field(String name) {
      return in.map(place -> place.field("")).orElse("") + list + index + "]." + name;
    }
  }

  private final List<Violation> found = new ArrayList<>();

  private FormRules() {}

  static List<Violation> check(Registration.Form form) {
    FormRules rules = new FormRules();
    rules.header(form);
    for (int i = 0; i < form.goods().size(); i++) {
      rules.group(
          new Place(Optional.empty(), "goodsGroups[", i), form.goods().get(i), form.direction());
    }
    for (int i = 0; i < form.vehicles().size(); i++) {
      rules.vehicle(new Place(Optional.empty(), "vehicles[", i), form.vehicles().get(i));
    }
    rules.totals(form);
    return rules.found;
  }

  private void add(String path, String code, String rule, String message) {
    found.add(new Violation(path, code, rule, message));
  }

  private void header(Registration.Form form) {
    if (!validNumber(form.number())) {
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
      add("vehicles", "NO_VEHICLE", "R-12", "A registration needs at least one vehicle.");
    }
    if (form.goods().isEmpty()) {
      add("goodsGroups", "NO_GOODS", "R-13", "A registration needs at least one goods group.");
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
    boolean fits =
        Shape.fits(code, "9999999999")
            || Shape.fits(code, "9999999999-999")
            || Shape.fits(code, "9999999999999");
    if (!fits) {
      add(path, "TAX_CODE_FORMAT", "R-6", "A tax code is ten digits, or ten and three.");
    }
  }

  private void group(Place path, Registration.GoodsGroup group, Direction direction) {
    String number = group.customsNumber();
    if (!Shape.fits(number, "999999999999")) {
      add(
          path.field("customsDeclarationNumber"),
          "CUSTOMS_NUMBER_LENGTH",
          "R-14",
          "A customs declaration's number is twelve digits.");
    } else if (number.charAt(0) != (direction == Direction.EXPORT ? '3' : '1')) {
      add(
          path.field("customsDeclarationNumber"),
          "CUSTOMS_NUMBER_DIRECTION",
          "R-15",
          "Export declarations begin with 3, import declarations with 1.");
    }
    for (int i = 0; i < group.lines().size(); i++) {
      line(new Place(Optional.of(path), "goodsLines[", i), group.lines().get(i));
    }
  }

  private void line(Place path, Registration.GoodsLine line) {
    if (line.hsCode().isEmpty()) {
      add(path.field("hsCode"), "HS_MISSING", "R-16", "Goods need their HS code.");
    } else if (!Shape.fits(line.hsCode(), "999999") && !Shape.fits(line.hsCode(), "99999999")) {
      add(path.field("hsCode"), "HS_FORMAT", "R-17", "An HS code is six or eight digits.");
    }
    if (line.origin().isEmpty()) {
      add(
          path.field("originCode"),
          "ORIGIN_MISSING",
          "R-18",
          "Goods need their country of origin.");
    } else if (!Shape.fits(line.origin(), "AA")) {
      add(path.field("originCode"), "ORIGIN_FORMAT", "R-18", "A country is two capital letters.");
    }
  }

  private void vehicle(Place path, Registration.Vehicle vehicle) {
    if (vehicle.plateText() instanceof Personal.Known<String>(var subject, String text)) {
      plate(path, text, vehicle.country());
    }
    vehicle.container().ifPresent(text -> container(path, text));
    weights(path, vehicle.weights());
    Registration.Driver driver = vehicle.driver();
    if (driver.name() instanceof Personal.Known<String>(var subject, String name)
        && Shape.longestRunOfDigits(name) >= TELEPHONE_DIGITS) {
      add(
          path.field("driverName"),
          "PHONE_IN_DRIVER_NAME",
          "R-27",
          "The name holds a telephone number; it has a field of its own.");
    }
    if (driver.identityNumber() instanceof Personal.Known<String>(var subject, String number)
        && !isDocument(number)) {
      add(
          path.field("driverIdNumber"),
          "DRIVER_ID_PLACEHOLDER",
          "R-26",
          "The driver's document number is missing or a placeholder.");
    }
  }

  /// Six to twenty digits and capitals.
  private static boolean isDocument(String number) {
    return number.length() >= 6 && number.length() <= 20 && Shape.digitsAndCapitals(number);
  }

  private void plate(Place path, String text, Registration.Country country) {
    switch (Plate.read(text)) {
      case Plate.Reading.Read(Plate plate) -> {
        if (!plate.country().name().equals(country.name())) {
          add(
              path.field("vehicleNationality"),
              "PLATE_NATIONALITY_CONFLICT",
              "R-21",
              "The plate is of the other country.");
        }
      }
      case Plate.Reading.WrongShape() ->
          add(
              path.field("plateNumber"),
              "PLATE_FORMAT",
              "R-19",
              "This is the plate of neither country: 29C-123.45 or 桂A12345 is expected.");
      case Plate.Reading.Lookalike() ->
          add(
              path.field("plateNumber"),
              "PLATE_LOOKALIKE_CHARACTER",
              "R-20",
              "The plate holds a character that only looks like a Latin letter or digit.");
    }
  }

  private void container(Place path, String text) {
    Optional<ContainerNumber.Fault> fault = ContainerNumber.fault(text);
    if (fault.isEmpty()) {
      return;
    }
    switch (fault.get()) {
      case SHAPE ->
          add(
              path.field("containerNumber"),
              "CONTAINER_LENGTH",
              "R-23",
              "A container number is four letters and seven digits.");
      case CHECK_DIGIT ->
          add(
              path.field("containerNumber"),
              "CONTAINER_CHECK_DIGIT",
              "R-24",
              "The check digit does not follow from the number (ISO 6346).");
    }
  }

  private void weights(Place path, Registration.Weights weights) {
    if (weights.goodsKg() < 0) {
      add(path.field("goodsKg"), "WEIGHT_NEGATIVE", "R-25", "A weight is not negative.");
    }
    if (weights.tareKg() <= 0) {
      add(path.field("tareKg"), "WEIGHT_NEGATIVE", "R-25", "An own weight is more than nothing.");
    }
    if (weights.grossKg() < weights.goodsKg()) {
      add(
          path.field("grossKg"),
          "GROSS_BELOW_GOODS",
          "R-28",
          "The gross weight is less than the goods alone.");
    }
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
