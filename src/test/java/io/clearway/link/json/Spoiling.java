package io.clearway.link.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Ways to spoil one field of a valid row, each with the fault that must be named there.
///
/// @param name what is done
/// @param path of the field
/// @param code of the fault
/// @param spoil gives the field's new value of the row and of the row before it, `null` to take the
///   field away; nothing when the row has nothing to spoil
record Spoiling(String name, String path, String code, How spoil) {

  private static final Pattern STEP = Pattern.compile("([A-Za-z]+)(?:\\[(\\d+)])?");
  private static final String LINE = "goodsGroups[0].goodsLines[0].";
  private static final String GROUP = "goodsGroups[0].";
  private static final String VEHICLE = "vehicles[0].";

  /// The new value, as JSON.
  interface How {
    Optional<String> of(ObjectNode row, ObjectNode before);
  }

  static List<Spoiling> all() {
    return Stream.of(
            header(),
            companies(),
            goods(),
            lines(),
            amounts(),
            needs(),
            vehicle(),
            weights(),
            drivers(),
            trade())
        .flatMap(List::stream)
        .toList();
  }

  /// The row with that field spoiled; empty when there is nothing to spoil.
  Optional<ObjectNode> spoiled(ObjectNode row, ObjectNode before) {
    Optional<String> value = spoil.of(row, before);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode copy = row.deepCopy();
    int dot = path.lastIndexOf('.');
    ObjectNode parent = dot < 0 ? copy : (ObjectNode) at(copy, path.substring(0, dot));
    String field = path.substring(dot + 1);
    if (value.get().equals("gone")) {
      parent.remove(field);
    } else {
      parent.set(field, JsonMapper.shared().readTree(value.get()));
    }
    return Optional.of(copy);
  }

  static JsonNode at(JsonNode row, String path) {
    JsonNode node = row;
    for (String step : path.split("\\.", -1)) {
      Matcher matcher = STEP.matcher(step);
      if (!matcher.matches()) {
        throw new AssertionError(path);
      }
      node = node.path(matcher.group(1));
      if (matcher.group(2) != null) {
        node = node.path(Integer.parseInt(matcher.group(2)));
      }
    }
    return node;
  }

  private static List<Spoiling> header() {
    return List.of(
        text(
            "number of no day",
            "declarationNumber",
            "DECLARATION_NUMBER_DATE",
            t -> "20251332" + t.substring(8)),
        text(
            "number a digit short",
            "declarationNumber",
            "DECLARATION_NUMBER_DATE",
            t -> t.substring(1)),
        other("number of another", "declarationNumber", "DUPLICATE_DECLARATION_NUMBER"),
        text("direction of neither way", "direction", "UNKNOWN_WORD", t -> "SIDEWAYS"),
        text("gate of nowhere", "gateCode", "GATE_UNKNOWN", t -> t + "X"),
        gone("gate", "gateCode"),
        text(
            "arrival before it was made",
            "plannedArrivalAt",
            "ARRIVAL_BEFORE_CREATION",
            t -> "2020-01-01T00:00:00+07:00"),
        text(
            "arrival without an offset",
            "plannedArrivalAt",
            "TIME_WITHOUT_OFFSET",
            t -> t.substring(0, 19)),
        text("time that is none", "createdAt", "TIME_INVALID", t -> "yesterday"),
        text("yard of nowhere", "parkingPlace", "YARD_UNKNOWN", t -> t + "X"),
        gone("yard", "parkingPlace"),
        text("position of neither kind", "parkingPosition", "UNKNOWN_WORD", t -> "ROOF"),
        number(
            "total a ton too much",
            "totalWeightTonnes",
            "TOTAL_WEIGHT_MISMATCH",
            n -> n.add(BigDecimal.ONE)),
        json("total as a text", "totalWeightTonnes", "WEIGHT_AS_TEXT", "\"18,5\""),
        json("flag as a text", "isStorageGoods", "WRONG_TYPE", "\"yes\""),
        json("links as a text", "linkedDeclarationIds", "WRONG_TYPE", "\"A\""),
        json("field that there is not", "surprise", "UNKNOWN_FIELD", "1"));
  }

  private static List<Spoiling> companies() {
    return List.of(
        text(
            "letter in a tax code",
            "declarant.taxCode",
            "TAX_CODE_FORMAT",
            t -> "A" + t.substring(1)),
        text("tax code a digit short", "feePayer.taxCode", "TAX_CODE_FORMAT", t -> t.substring(1)),
        gone("declarant's name", "declarant.name"),
        json("fee payer as a text", "feePayer", "WRONG_TYPE", "\"the firm\""),
        text("name without end", "declarant.name", "TEXT_TOO_LONG", t -> "x".repeat(20_000)));
  }

  private static List<Spoiling> goods() {
    return List.of(
        json("no goods", "goodsGroups", "NO_GOODS", "[]"),
        text(
            "customs number a digit short",
            GROUP + "customsDeclarationNumber",
            "CUSTOMS_NUMBER_LENGTH",
            t -> t.substring(1)),
        text(
            "customs number of the other way",
            GROUP + "customsDeclarationNumber",
            "CUSTOMS_NUMBER_DIRECTION",
            t -> "2" + t.substring(1)),
        text(
            "procedure the wrong way round",
            GROUP + "customsProcedureCode",
            "CUSTOMS_PROCEDURE_FORMAT",
            t -> t.substring(1) + t.charAt(0)),
        text(
            "office the wrong way round",
            GROUP + "customsOfficeCode",
            "CUSTOMS_OFFICE_FORMAT",
            t -> t.substring(2) + t.substring(0, 2)),
        text(
            "day that there is not",
            GROUP + "customsDeclarationDate",
            "DATE_FORMAT",
            t -> "2026-02-30"),
        text(
            "owner's tax code a digit long",
            GROUP + "traderTaxCode",
            "TAX_CODE_FORMAT",
            t -> t + "0"),
        number(
            "group of less than nothing",
            GROUP + "weightKg",
            "WEIGHT_NEGATIVE",
            BigDecimal::negate));
  }

  private static List<Spoiling> lines() {
    return List.of(
        json("goods without an HS code", LINE + "hsCode", "HS_MISSING", "null"),
        text("HS code a digit long", LINE + "hsCode", "HS_FORMAT", t -> t + "0"),
        text(
            "HS code of the free chapter",
            LINE + "hsCode",
            "HS_CHAPTER",
            t -> "77" + t.substring(2)),
        text(
            "HS code of no heading",
            LINE + "hsCode",
            "HS_NOT_LISTED",
            t -> t.substring(0, 2) + "99" + t.substring(4)),
        json("goods without an origin", LINE + "originCode", "ORIGIN_MISSING", "null"),
        text(
            "origin in small letters",
            LINE + "originCode",
            "ORIGIN_FORMAT",
            t -> t.toLowerCase(Locale.ROOT)),
        gone("goods' name", LINE + "productName"));
  }

  private static List<Spoiling> amounts() {
    return List.of(
        number(
            "quantity of less than nothing",
            LINE + "quantity",
            "QUANTITY_NEGATIVE",
            BigDecimal::negate),
        json("quantity as a text", LINE + "quantity", "WRONG_TYPE", "\"many\""),
        number(
            "line of less than nothing", LINE + "weightKg", "WEIGHT_NEGATIVE", BigDecimal::negate),
        json("line in tons", LINE + "weightKg", "WEIGHT_UNIT_TONNES", "18.62"),
        json("value of less than nothing", LINE + "valueVnd", "VALUE_NEGATIVE", "-1"));
  }

  private static List<Spoiling> needs() {
    return List.of(
        text(
            "planting area in another form",
            LINE + "plantingAreaCode",
            "PLANTING_AREA_FORMAT",
            t -> "area " + t),
        text(
            "packing house in another form",
            LINE + "packingHouseCode",
            "PACKING_HOUSE_FORMAT",
            t -> t + "-"),
        given("planting area left out", LINE + "plantingAreaCode", "PLANTING_AREA_MISSING", "null"),
        given("packing house left out", LINE + "packingHouseCode", "PACKING_HOUSE_MISSING", "null"),
        flag("fruit that quarantine shall not see", "quarantine.plantRequired"));
  }

  private static List<Spoiling> vehicle() {
    return List.of(
        text("plate of neither country", VEHICLE + "plateNumber", "PLATE_FORMAT", t -> "XX-1"),
        text(
            "plate with a Cyrillic letter",
            VEHICLE + "plateNumber",
            "PLATE_LOOKALIKE_CHARACTER",
            t -> "29С-123.45"),
        text(
            "nationality of the other side",
            VEHICLE + "vehicleNationality",
            "PLATE_NATIONALITY_CONFLICT",
            t -> t.equals("VN") ? "CN" : "VN"),
        json("plate of three lines", VEHICLE + "plateLines", "PLATE_LINES", "3"),
        text("trailer of neither country", VEHICLE + "trailerNumber", "TRAILER_FORMAT", t -> "R-1"),
        text(
            "container a digit short",
            VEHICLE + "containerNumber",
            "CONTAINER_LENGTH",
            t -> t.substring(0, 10)),
        text(
            "container with another check digit",
            VEHICLE + "containerNumber",
            "CONTAINER_CHECK_DIGIT",
            t -> t.substring(0, 10) + (t.charAt(10) == '9' ? '0' : (char) (t.charAt(10) + 1))),
        json(
            "seal without end",
            VEHICLE + "customsSealNumber",
            "TEXT_TOO_LONG",
            "\"" + "9".repeat(41) + "\""),
        other("seal of another", VEHICLE + "customsSealNumber", "SEAL_DUPLICATE"));
  }

  private static List<Spoiling> weights() {
    return List.of(
        text("class of no list", VEHICLE + "vehicleClass", "VEHICLE_CLASS_UNKNOWN", t -> "VT99"),
        number("vehicle of nothing", VEHICLE + "tareKg", "WEIGHT_NEGATIVE", n -> BigDecimal.ZERO),
        number(
            "goods of less than nothing",
            VEHICLE + "goodsKg",
            "WEIGHT_NEGATIVE",
            BigDecimal::negate),
        json("gross less than the goods", VEHICLE + "grossKg", "GROSS_BELOW_GOODS", "1"),
        text(
            "insurance that is over",
            VEHICLE + "insuranceValidTo",
            "INSURANCE_EXPIRED",
            t -> "2025-01-01"),
        text("insurance until some day", VEHICLE + "insuranceValidTo", "DATE_FORMAT", t -> "soon"),
        json("permit that is over", VEHICLE + "permitValidTo", "PERMIT_EXPIRED", "\"2025-01-01\""),
        json(
            "wagons of no train",
            VEHICLE + "wagons",
            "WAGONS_UNEXPECTED",
            "[{\"number\":\"310012\",\"goodsKg\":1}]"),
        json("no vehicle", "vehicles", "NO_VEHICLE", "[]"));
  }

  private static List<Spoiling> drivers() {
    return List.of(
        gone("driver's name", VEHICLE + "driverName"),
        gone("driver's phone", VEHICLE + "driverPhone"),
        text(
            "phone in the driver's name",
            VEHICLE + "driverName",
            "PHONE_IN_DRIVER_NAME",
            t -> t + " 0912345678"),
        json(
            "phone in the co-driver's name",
            VEHICLE + "coDriverName",
            "PHONE_IN_DRIVER_NAME",
            "\"Phụ Xe 0912345678\""),
        text("document of a dash", VEHICLE + "driverIdNumber", "DRIVER_ID_PLACEHOLDER", t -> "-"));
  }

  private static List<Spoiling> trade() {
    return List.of(
        json("regime of no law", "regime", "UNKNOWN_WORD", "\"BARTER\""),
        new Spoiling(
            "regime of the other way",
            "regime",
            "REGIME_DIRECTION",
            (row, before) ->
                Optional.of(
                    row.path("direction").stringValue().equals("EXPORT")
                        ? "\"IMPORT\""
                        : "\"EXPORT\"")),
        json("route of no gate", "route", "ROUTE_UNKNOWN", "\"NOWHERE\""),
        json(
            "residents outside their trade",
            "residents",
            "RESIDENTS_UNEXPECTED",
            "[{\"name\":\"Cư Dân\",\"idNumber\":\"999000000001\",\"valueVnd\":1}]"));
  }

  private static Spoiling text(
      String name, String path, String code, UnaryOperator<String> change) {
    return new Spoiling(
        name,
        path,
        code,
        (row, before) -> {
          JsonNode old = at(row, path);
          return old.isString()
              ? Optional.of(JsonMapper.shared().writeValueAsString(change.apply(old.stringValue())))
              : Optional.empty();
        });
  }

  private static Spoiling number(
      String name, String path, String code, UnaryOperator<BigDecimal> change) {
    return new Spoiling(
        name,
        path,
        code,
        (row, before) -> {
          return Optional.of(change.apply(at(row, path).decimalValue()).toPlainString());
        });
  }

  private static Spoiling json(String name, String path, String code, String value) {
    return new Spoiling(name, path, code, (row, before) -> Optional.of(value));
  }

  /// Where the row has a value.
  private static Spoiling given(String name, String path, String code, String value) {
    return new Spoiling(
        name,
        path,
        code,
        (row, before) -> at(row, path).isString() ? Optional.of(value) : Optional.empty());
  }

  private static Spoiling flag(String name, String path) {
    return new Spoiling(
        name,
        path,
        "QUARANTINE_FLAG_WRONG",
        (row, before) -> at(row, path).booleanValue() ? Optional.of("false") : Optional.empty());
  }

  private static Spoiling gone(String name, String path) {
    return new Spoiling(
        name + " left out", path, "FIELD_MISSING", (row, before) -> Optional.of("gone"));
  }

  /// What stands there in the row before.
  private static Spoiling other(String name, String path, String code) {
    return new Spoiling(
        name,
        path,
        code,
        (row, before) ->
            at(before, path).isString()
                ? Optional.of(at(before, path).toString())
                : Optional.empty());
  }
}
