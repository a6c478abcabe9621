package io.clearway.registration;

import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One transport registration (tờ khai vận tải, 运输申报单).
///
/// @param id inside
/// @param key at the edge, made by the client
/// @param owner the actor who registered it
/// @param form what was declared
public record Registration(long id, UUID key, long owner, Form form) {

  /// What a trader declares. Field names at the edge are those of the platform in use.
  ///
  /// @param declarationId the trader's own reference
  /// @param number thirteen digits: yyyyMMdd and a daily sequence
  /// @param borderGuardNumber ddMMyyyy and a sequence
  /// @param totalWeightKg of the goods
  /// @param linked references of linked registrations (two-way trips)
  /// @param synthetic the row marks itself as invented
  public record Form(
      String declarationId,
      String number,
      Optional<String> borderGuardNumber,
      Direction direction,
      String gate,
      Instant createdAt,
      Instant plannedArrivalAt,
      Company declarant,
      Company feePayer,
      Optional<Agent> procedureOfficer,
      Parking parking,
      long totalWeightKg,
      boolean storageGoods,
      boolean transshipmentPlanned,
      List<String> linked,
      List<GoodsGroup> goods,
      Quarantine quarantine,
      List<Vehicle> vehicles,
      boolean synthetic) {

    /// The vehicle that is watched at the gate: the first, since a form without one is refused.
    public Vehicle leading() {
      return vehicles.getFirst();
    }

    /// Whether any value in it belongs to that subject.
    public boolean concerns(Subject subject) {
      return Redaction.concerns(this, subject);
    }
  }

  /// @param taxCode ten digits, or ten and three for a branch
  public record Company(
      String taxCode,
      String name,
      Optional<Personal<String>> phone,
      Optional<Personal<String>> email) {}

  /// The agent's person who handles the papers.
  public record Agent(Personal<String> name, Optional<Personal<String>> phone) {}

  /// @param place the yard's code
  /// @param position inside or outside the gate
  public record Parking(String place, Position position) {}

  /// Where a yard lies.
  public enum Position {
    INSIDE_GATE,
    OUTSIDE_GATE
  }

  /// The goods of one customs declaration.
  public record GoodsGroup(
      String customsNumber,
      String procedureCode,
      String officeCode,
      String declaredOn,
      String traderTaxCode,
      String traderName,
      long weightKg,
      List<GoodsLine> lines) {}

  /// @param quantity in `unit`, whole units
  public record GoodsLine(
      String hsCode,
      String product,
      String origin,
      long quantity,
      String unit,
      long weightKg,
      Optional<String> plantingArea,
      Optional<String> packingHouse) {}

  public record Quarantine(
      boolean medical,
      boolean plant,
      boolean animal,
      Optional<String> plantCertificate,
      Optional<String> residueTestReport) {}

  /// @param plateText as typed; the normalised plate is the value of `plate`
  /// @param insuranceTo last day, ISO date
  public record Vehicle(
      String vehicleClass,
      Personal<String> plate,
      Personal<String> plateText,
      int plateLines,
      Country country,
      Optional<String> trailer,
      Optional<String> container,
      Optional<String> containerType,
      Optional<String> seal,
      Optional<String> rfid,
      Driver driver,
      boolean dedicatedDriver,
      Weights weights,
      Optional<String> transportPermit,
      Optional<String> insuranceTo) {}

  /// Whole kilograms.
  public record Weights(long tareKg, long goodsKg, long grossKg) {}

  /// The people in the cab.
  public record Driver(
      Personal<String> name,
      Personal<String> phone,
      Personal<String> identityNumber,
      Optional<Personal<String>> coDriver) {}

  /// Where the vehicle says it is registered.
  public enum Country {
    VN,
    CN
  }
}
