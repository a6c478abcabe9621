package io.clearway.registration;

import io.clearway.kernel.ContainerNumber;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Plate;
import io.clearway.kernel.Violation;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What can be judged from the form alone, all faults at once. Rules: docs/rules/registration.md.
final class FormRules {

  /// Total and sum of the parts may differ by this much, for rounding to ten kilograms.
  private static final long TOLERANCE_KG = 10;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  private static final Pattern TAX_CODE = Pattern.compile("[0-9]{10}(-?[0-9]{3})?");
  private static final Pattern CUSTOMS_NUMBER = Pattern.compile("[0-9]{12}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{13}");
  private static final Pattern HS_CODE = Pattern.compile("[0-9]{6}|[0-9]{8}");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern TELEPHONE = Pattern.compile("[0-9]{7,}");
  private static final Pattern DOCUMENT = Pattern.compile("[0-9A-Z]{6,20}");

  private final List<Violation> found = new ArrayList<>();

  private FormRules() {}

  static List<Violation> check(Registration.Form form) {
    FormRules rules = new FormRules();
    rules.header(form);
    for (int i = 0; i < form.goods().size(); i++) {
      rules.group("goodsGroups[" + i + "]", form.goods().get(i), form.direction());
    }
    for (int i = 0; i < form.vehicles().size(); i++) {
      rules.vehicle("vehicles[" + i + "]", form.vehicles().get(i));
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
    if (!NUMBER.matcher(number).matches()) {
      return false;
    }
    try {
      LocalDate.parse(number.substring(0, 8), DAY);
      return true;
    } catch (DateTimeParseException notADate) {
      return false;
    }
  }

  private void taxCode(String path, String code) {
    if (!TAX_CODE.matcher(code).matches()) {
      add(path, "TAX_CODE_FORMAT", "R-6", "A tax code is ten digits, or ten and three.");
    }
  }

  private void group(String path, Registration.GoodsGroup group, Direction direction) {
    String number = group.customsNumber();
    if (!CUSTOMS_NUMBER.matcher(number).matches()) {
      add(
          path + ".customsDeclarationNumber",
          "CUSTOMS_NUMBER_LENGTH",
          "R-14",
          "A customs declaration's number is twelve digits.");
    } else if (number.charAt(0) != (direction == Direction.EXPORT ? '3' : '1')) {
      add(
          path + ".customsDeclarationNumber",
          "CUSTOMS_NUMBER_DIRECTION",
          "R-15",
          "Export declarations begin with 3, import declarations with 1.");
    }
    for (int i = 0; i < group.lines().size(); i++) {
      line(path + ".goodsLines[" + i + "]", group.lines().get(i));
    }
  }

  private void line(String path, Registration.GoodsLine line) {
    if (line.hsCode().isEmpty()) {
      add(path + ".hsCode", "HS_MISSING", "R-16", "Goods need their HS code.");
    } else if (!HS_CODE.matcher(line.hsCode()).matches()) {
      add(path + ".hsCode", "HS_FORMAT", "R-17", "An HS code is six or eight digits.");
    }
    if (line.origin().isEmpty()) {
      add(path + ".originCode", "ORIGIN_MISSING", "R-18", "Goods need their country of origin.");
    } else if (!COUNTRY.matcher(line.origin()).matches()) {
      add(path + ".originCode", "ORIGIN_FORMAT", "R-18", "A country is two capital letters.");
    }
  }

  private void vehicle(String path, Registration.Vehicle vehicle) {
    if (vehicle.plateText() instanceof Personal.Known<String>(var subject, String text)) {
      plate(path, text, vehicle.country());
    }
    vehicle.container().ifPresent(text -> container(path, text));
    weights(path, vehicle.weights());
    Registration.Driver driver = vehicle.driver();
    if (driver.name() instanceof Personal.Known<String>(var subject, String name)
        && TELEPHONE.matcher(name).find()) {
      add(
          path + ".driverName",
          "PHONE_IN_DRIVER_NAME",
          "R-27",
          "The name holds a telephone number; it has a field of its own.");
    }
    if (driver.identityNumber() instanceof Personal.Known<String>(var subject, String number)
        && !DOCUMENT.matcher(number).matches()) {
      add(
          path + ".driverIdNumber",
          "DRIVER_ID_PLACEHOLDER",
          "R-26",
          "The driver's document number is missing or a placeholder.");
    }
  }

  private void plate(String path, String text, Registration.Country country) {
    switch (Plate.read(text)) {
      case Plate.Reading.Read(Plate plate) -> {
        if (!plate.country().name().equals(country.name())) {
          add(
              path + ".vehicleNationality",
              "PLATE_NATIONALITY_CONFLICT",
              "R-21",
              "The plate is of the other country.");
        }
      }
      case Plate.Reading.WrongShape() ->
          add(
              path + ".plateNumber",
              "PLATE_FORMAT",
              "R-19",
              "This is the plate of neither country: 29C-123.45 or 桂A12345 is expected.");
      case Plate.Reading.Lookalike() ->
          add(
              path + ".plateNumber",
              "PLATE_LOOKALIKE_CHARACTER",
              "R-20",
              "The plate holds a character that only looks like a Latin letter or digit.");
    }
  }

  private void container(String path, String text) {
    Optional<ContainerNumber.Fault> fault = ContainerNumber.fault(text);
    if (fault.isEmpty()) {
      return;
    }
    switch (fault.get()) {
      case SHAPE ->
          add(
              path + ".containerNumber",
              "CONTAINER_LENGTH",
              "R-23",
              "A container number is four letters and seven digits.");
      case CHECK_DIGIT ->
          add(
              path + ".containerNumber",
              "CONTAINER_CHECK_DIGIT",
              "R-24",
              "The check digit does not follow from the number (ISO 6346).");
    }
  }

  private void weights(String path, Registration.Weights weights) {
    if (weights.goodsKg() < 0) {
      add(path + ".goodsKg", "WEIGHT_NEGATIVE", "R-25", "A weight is not negative.");
    }
    if (weights.tareKg() <= 0) {
      add(path + ".tareKg", "WEIGHT_NEGATIVE", "R-25", "An own weight is more than nothing.");
    }
    if (weights.grossKg() < weights.goodsKg()) {
      add(
          path + ".grossKg",
          "GROSS_BELOW_GOODS",
          "R-28",
          "The gross weight is less than the goods alone.");
    }
  }

  private void totals(Registration.Form form) {
    BigInteger difference = BigInteger.valueOf(form.totalWeightKg());
    for (Registration.Vehicle vehicle : form.vehicles()) {
      difference = difference.subtract(BigInteger.valueOf(vehicle.weights().goodsKg()));
    }
    boolean readable = form.vehicles().stream().allMatch(v -> v.weights().goodsKg() >= 0);
    if (!form.vehicles().isEmpty()
        && readable
        && difference.abs().compareTo(BigInteger.valueOf(TOLERANCE_KG)) > 0) {
      add(
          "totalWeightTonnes",
          "TOTAL_WEIGHT_MISMATCH",
          "R-29",
          "The total is not the sum of the vehicles' goods.");
    }
  }
}
