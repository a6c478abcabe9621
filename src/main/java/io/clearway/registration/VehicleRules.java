package io.clearway.registration;

import io.clearway.kernel.ContainerNumber;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Plate;
import io.clearway.kernel.Shape;
import java.util.Optional;

/// What a form says of its vehicle. Rules: docs/rules/registration.md.
final class VehicleRules {

  private static final Findings.Expiry INSURANCE =
      new Findings.Expiry(
          "INSURANCE_EXPIRED", "R-39", "The insurance is over before the vehicle is to come.");

  private static final Findings.Expiry PERMIT =
      new Findings.Expiry(
          "PERMIT_EXPIRED", "R-40", "The permit is over before the vehicle is to come.");

  private final Findings found;
  private final Registration.Regime regime;
  private final FormRules.Day day;

  private VehicleRules(Findings found, Registration.Regime regime, FormRules.Day day) {
    this.found = found;
    this.regime = regime;
    this.day = day;
  }

  static void check(Findings found, Registration.Form form, FormRules.Day day) {
    VehicleRules rules = new VehicleRules(found, form.trade().regime(), day);
    for (int i = 0; i < form.vehicles().size(); i++) {
      rules.vehicle(Findings.Place.of("vehicles", i), form.vehicles().get(i));
    }
  }

  private void add(String path, String code, String rule, String message) {
    found.add(path, code, rule, message);
  }

  private void vehicle(Findings.Place path, Registration.Vehicle vehicle) {
    if (vehicle.plateText() instanceof Personal.Known<String>(var subject, String text)
        && !named(text)) {
      plate(path, text, vehicle.country());
    }
    vehicle.trailer().ifPresent(trailer -> trailer(path, trailer));
    vehicle.container().ifPresent(text -> container(path, text));
    weights(path, vehicle.weights());
    if (vehicle.axles().isPresent() && !possible(vehicle.axles().getAsInt())) {
      add(path.field("axles"), "AXLES_RANGE", "R-60", "A vehicle has 2 to 20 axles.");
    }
    PeopleRules.driver(found, path, vehicle.driver(), day);
    found.until(
        path.field("insuranceValidTo"), vehicle.papers().insuranceTo(), day.toString(), INSURANCE);
    found.until(path.field("permitValidTo"), vehicle.papers().permitTo(), day.toString(), PERMIT);
    wagons(path, vehicle);
  }

  /// from a two-axle lorry to a modular trailer for heavy loads.
  static boolean possible(int axles) {
    return axles >= 2 && axles <= 20;
  }

  /// A train has its number and a new vehicle may have no plate yet but its chassis number.
  private boolean named(String text) {
    return switch (regime) {
      case RAIL -> !text.isBlank() && text.length() <= 20;
      case NEW_VEHICLE -> text.length() == 17 && Shape.digitsAndCapitals(text);
      case EXPORT,
          IMPORT,
          TEMPORARY_IMPORT,
          TEMPORARY_EXPORT,
          MERCHANTING,
          TRANSIT,
          BORDER_RESIDENTS,
          EMPTY,
          RECEIVING,
          RETURNED ->
          false;
    };
  }

  ///
  private void wagons(Findings.Place path, Registration.Vehicle vehicle) {
    boolean train = regime == Registration.Regime.RAIL;
    if (train && vehicle.wagons().isEmpty()) {
      add(path.field("wagons"), "WAGONS_MISSING", "R-48", "A train has at least one wagon.");
    }
    if (!train && !vehicle.wagons().isEmpty()) {
      add(path.field("wagons"), "WAGONS_UNEXPECTED", "R-48", "Only a train has wagons.");
    }
    for (int i = 0; i < vehicle.wagons().size(); i++) {
      Registration.Wagon wagon = vehicle.wagons().get(i);
      Findings.Place place = path.inside("wagons", i);
      int length = wagon.number().length();
      boolean digits = Shape.longestRunOfDigits(wagon.number()) == length;
      if (!digits || length < 6 || length > 12) {
        add(place.field("number"), "WAGON_FORMAT", "R-48", "A wagon has six to twelve digits.");
      }
      if (wagon.goodsKg() < 0) {
        add(place.field("goodsKg"), "WEIGHT_NEGATIVE", "R-25", "A weight is not negative.");
      }
      wagon.container().ifPresent(text -> container(place, text));
    }
  }

  /// The trailer of a Vietnamese vehicle may have a sign of its own, as 29R-012.34.
  private void trailer(Findings.Place path, Personal<String> trailer) {
    if (!(trailer instanceof Personal.Known<String>(var subject, String text))) {
      return;
    }
    switch (Plate.read(text)) {
      case Plate.Reading.Read read -> {}
      case Plate.Reading.WrongShape() ->
          add(
              path.field("trailerNumber"),
              "TRAILER_FORMAT",
              "R-55",
              "This is the trailer's plate of neither country: 29R-012.34 or 桂F1234挂.");
      case Plate.Reading.Lookalike() -> found.add(Spelling.lookalike(path.field("trailerNumber")));
    }
  }

  private void plate(Findings.Place path, String text, Registration.Country country) {
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
      case Plate.Reading.WrongShape() -> found.add(Spelling.noPlate(path.field("plateNumber")));
      case Plate.Reading.Lookalike() -> found.add(Spelling.lookalike(path.field("plateNumber")));
    }
  }

  private void container(Findings.Place path, String text) {
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

  /// A new vehicle is itself the goods, so it weighs once.
  private void weights(Findings.Place path, Registration.Weights weights) {
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
    } else if (regime != Registration.Regime.NEW_VEHICLE
        && weights.goodsKg() >= 0
        && weights.grossKg() - weights.goodsKg() < weights.tareKg() - FormRules.TOLERANCE_KG) {
      add(
          path.field("grossKg"),
          "GROSS_BELOW_PARTS",
          "R-28",
          "The gross weight is less than the vehicle and its goods together.");
    }
  }
}
