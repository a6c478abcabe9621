package io.clearway.registration;

import io.clearway.kernel.Direction;
import io.clearway.kernel.Shape;

/// What a form says of its goods. Rules: docs/rules/registration.md.
final class GoodsRules {

  /// The chapter that the Harmonized System keeps free.
  private static final int RESERVED_CHAPTER = 77;

  private static final int LAST_CHAPTER = 97;

  private final Findings found;

  private GoodsRules(Findings found) {
    this.found = found;
  }

  static void check(Findings found, Registration.Form form) {
    GoodsRules rules = new GoodsRules(found);
    for (int i = 0; i < form.goods().size(); i++) {
      rules.group(Findings.Place.of("goodsGroups", i), form.goods().get(i), form);
    }
  }

  private void add(String path, String code, String rule, String message) {
    found.add(path, code, rule, message);
  }

  private void group(Findings.Place path, Registration.GoodsGroup group, Registration.Form form) {
    if (declared(form.trade().regime())) {
      customsNumber(path, group.customsNumber(), form.direction());
      Spelling.taxCode(path.field("traderTaxCode"), group.traderTaxCode()).ifPresent(found::add);
    }
    customsCodes(path, group);
    if (group.weightKg() < 0) {
      add(path.field("weightKg"), "WEIGHT_NEGATIVE", "R-25", "A weight is not negative.");
    }
    if (group.lines().isEmpty()) {
      add(path.field("goodsLines"), "NO_GOODS_LINE", "R-13", "A goods group needs a line.");
    }
    lines(path, group);
    for (int i = 0; i < group.lines().size(); i++) {
      line(path.inside("goodsLines", i), group.lines().get(i));
    }
  }

  /// Whether goods under that regime have a customs declaration whose number begins with the
  /// direction.
  private static boolean declared(Registration.Regime regime) {
    return switch (regime) {
      case EXPORT, IMPORT, TEMPORARY_IMPORT, TEMPORARY_EXPORT, NEW_VEHICLE, RAIL, RETURNED -> true;
      case MERCHANTING, TRANSIT, BORDER_RESIDENTS, EMPTY, RECEIVING -> false;
    };
  }

  /// R-50; a code that is not given is not judged.
  private void customsCodes(Findings.Place path, Registration.GoodsGroup group) {
    if (!group.procedureCode().isEmpty() && !Shape.fits(group.procedureCode(), "A99")) {
      add(
          path.field("customsProcedureCode"),
          "CUSTOMS_PROCEDURE_FORMAT",
          "R-50",
          "A customs procedure code is a letter and two digits, as B11.");
    }
    if (!group.officeCode().isEmpty() && !Shape.fits(group.officeCode(), "99AA")) {
      add(
          path.field("customsOfficeCode"),
          "CUSTOMS_OFFICE_FORMAT",
          "R-50",
          "A customs office code is two digits and two letters, as 28NJ.");
    }
    found.day(path.field("customsDeclarationDate"), group.declaredOn());
  }

  private void customsNumber(Findings.Place path, String number, Direction direction) {
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
          "The customs declaration of an export begins with 3, that of an import with 1.");
    }
  }

  private void line(Findings.Place path, Registration.GoodsLine line) {
    if (line.hsCode().isEmpty()) {
      add(path.field("hsCode"), "HS_MISSING", "R-16", "Goods need their HS code.");
    } else if (!isHs(line.hsCode())) {
      add(path.field("hsCode"), "HS_FORMAT", "R-17", "An HS code is six or eight digits.");
    } else if (!isInChapter(line.hsCode())) {
      add(path.field("hsCode"), "HS_CHAPTER", "R-34", "The Harmonized System has no such chapter.");
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
    amounts(path, line);
    if (line.plantingArea().filter(code -> !isArea(code)).isPresent()) {
      add(
          path.field("plantingAreaCode"),
          "PLANTING_AREA_FORMAT",
          "R-35",
          "A planting-area code is capitals, digits and hyphens, as VN-DLOR-0042.");
    }
    if (line.packingHouse().filter(code -> !isArea(code)).isPresent()) {
      add(
          path.field("packingHouseCode"),
          "PACKING_HOUSE_FORMAT",
          "R-36",
          "A packing-house code is capitals, digits and hyphens, as VN-DLPH-007.");
    }
  }

  /// where every line says what it weighs.
  private void lines(Findings.Place path, Registration.GoodsGroup group) {
    boolean said = group.lines().stream().allMatch(line -> line.weightKg() > 0);
    long sum = group.lines().stream().mapToLong(Registration.GoodsLine::weightKg).sum();
    if (said
        && !group.lines().isEmpty()
        && group.weightKg() > 0
        && Math.abs(sum - group.weightKg()) > FormRules.TOLERANCE_KG) {
      add(
          path.field("weightKg"),
          "GROUP_WEIGHT_MISMATCH",
          "R-63",
          "The weight of a goods group is the sum of its lines.");
    }
  }

  ///
  private void amounts(Findings.Place path, Registration.GoodsLine line) {
    if (line.weightKg() < 0) {
      add(path.field("weightKg"), "WEIGHT_NEGATIVE", "R-25", "A weight is not negative.");
    }
    if (line.quantity() < 0) {
      add(path.field("quantity"), "QUANTITY_NEGATIVE", "R-54", "A quantity is not negative.");
    }
    if (line.valueVnd().orElse(0) < 0) {
      add(path.field("valueVnd"), "VALUE_NEGATIVE", "R-54", "A value is not negative.");
    }
  }

  /// Six or eight digits.
  static boolean isHs(String code) {
    return Shape.fits(code, "999999") || Shape.fits(code, "99999999");
  }

  /// Whether the code begins with a chapter that there is.
  static boolean isInChapter(String code) {
    int chapter = Integer.parseInt(code, 0, 2, 10);
    return chapter >= 1 && chapter <= LAST_CHAPTER && chapter != RESERVED_CHAPTER;
  }

  /// Two letters of the country, then parts of capitals and digits behind hyphens.
  private static boolean isArea(String code) {
    return code.length() >= 6
        && code.length() <= 30
        && Shape.fits(code.substring(0, 3), "AA-")
        && Shape.digitsAndCapitals(code.replace("-", ""))
        && !code.endsWith("-")
        && !code.contains("--");
  }
}
