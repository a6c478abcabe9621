package io.clearway.registration;

import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import io.clearway.site.Agency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/// One transport registration (tờ khai vận tải, 运输申报单).
///
/// @param id inside
/// @param key at the edge, made by the client
/// @param owner the actor who registered it
/// @param registeredAt our clock
/// @param via which way it came in
/// @param lot the lot that it was registered in
/// @param changes what was amended, oldest first
/// @param papers which agencies found the papers in order, before or after arrival
/// @param form what is declared now
public record Registration(
    long id,
    UUID key,
    long owner,
    Instant registeredAt,
    Via via,
    Optional<UUID> lot,
    List<Change> changes,
    List<Papers> papers,
    Form form) {

  /// When the vehicle is expected: as planned, or from now on when that was over already.
  Instant expectedAt() {
    return form.plannedArrivalAt().isAfter(registeredAt) ? form.plannedArrivalAt() : registeredAt;
  }

  /// How often it was amended.
  public int version() {
    return changes.size();
  }

  /// The way in; API: a program of the trader.
  public enum Via {
    API,
    SCREEN,
    /// A spreadsheet or another file.
    FILE,
    /// The platform that was in use before.
    PLATFORM
  }

  /// An agency found the papers in order.
  public record Papers(Agency agency, long actor, Instant at) {}

  /// The agency's word on the papers, if it stands.
  public Optional<Papers> papersOf(Agency agency) {
    return papers.stream().filter(p -> p.agency() == agency).findFirst();
  }

  /// One amendment.
  ///
  /// @param fields their names, as in [Field]
  public record Change(Instant at, List<String> fields) {}

  Registration with(Form other) {
    return new Registration(id, key, owner, registeredAt, via, lot, changes, papers, other);
  }

  Registration amended(RegistrationEvent.Amended e) {
    List<Change> all = new ArrayList<>(changes);
    all.add(e.change());
    List<Papers> rest = papers.stream().filter(p -> !e.voided().contains(p.agency())).toList();
    return new Registration(
        id, key, owner, registeredAt, via, lot, List.copyOf(all), rest, e.form());
  }

  Registration with(Papers found) {
    List<Papers> all = new ArrayList<>(papers);
    all.add(found);
    return new Registration(
        id, key, owner, registeredAt, via, lot, changes, List.copyOf(all), form);
  }

  /// What a trader declares: what the platform in use asks for, and more. Field names at the edge
  /// are ours; how that platform calls them stands in docs/takeover.md.
  ///
  /// @param declarationId the trader's own reference; empty in a command that gives none: then it
  ///   is the number
  /// @param number thirteen digits: yyyyMMdd and a daily sequence; empty in a command that asks for
  ///   one
  /// @param borderGuardNumber ddMMyyyy and a sequence
  /// @param totalWeightKg of the goods
  /// @param linked references of linked registrations (two-way trips)
  /// @param trade under what regime, over which route, with what papers
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
      Trade trade,
      boolean synthetic) {

    /// The vehicle that is watched at the gate: the first, since a form without one is refused.
    public Vehicle leading() {
      return vehicles.getFirst();
    }

    /// Every customs seal on it, as seals are compared.
    List<String> seals() {
      List<String> all = new ArrayList<>();
      for (Vehicle vehicle : vehicles) {
        vehicle.seal().map(Spelling::seal).ifPresent(all::add);
        vehicle.wagons().forEach(wagon -> wagon.seal().map(Spelling::seal).ifPresent(all::add));
      }
      return all;
    }

    /// That vehicle alone.
    public Form with(Vehicle vehicle) {
      return with(declarationId, number, List.of(vehicle));
    }

    /// The same form under that official number.
    Form numbered(String given) {
      return with(declarationId.isEmpty() ? given : declarationId, given, vehicles);
    }

    Form with(String reference, String given, List<Vehicle> others) {
      return new Form(
          reference,
          given,
          borderGuardNumber,
          direction,
          gate,
          createdAt,
          plannedArrivalAt,
          declarant,
          feePayer,
          procedureOfficer,
          parking,
          totalWeightKg,
          storageGoods,
          transshipmentPlanned,
          linked,
          goods,
          quarantine,
          others,
          trade,
          synthetic);
    }

    /// Whether any value in it belongs to that subject.
    public boolean concerns(Subject subject) {
      return Redaction.concerns(this, subject);
    }
  }

  /// @param route the way over the line, when the trader chose one
  /// @param otherSide the filing with the other country's authorities
  /// @param residents those who trade, when it is border residents' trade
  public record Trade(
      Regime regime,
      Optional<String> route,
      Optional<Filing> otherSide,
      List<Certificate> certificates,
      List<Resident> residents) {

    /// Ordinary trade in that direction.
    public static Trade ordinary(Direction direction) {
      Regime regime =
          switch (direction) {
            case EXPORT -> Regime.EXPORT;
            case IMPORT -> Regime.IMPORT;
          };
      return new Trade(regime, Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    /// The residents who are known by an identity number, each once.
    List<Subject> known() {
      return residents.stream().flatMap(r -> r.subject().stream()).distinct().toList();
    }
  }

  /// Under what law goods pass.
  public enum Regime {
    EXPORT,
    IMPORT,
    /// Temporary import, then re-export (tạm nhập tái xuất).
    TEMPORARY_IMPORT,
    /// Temporary export, then re-import (tạm xuất tái nhập).
    TEMPORARY_EXPORT,
    /// Bought abroad and sold abroad (chuyển khẩu).
    MERCHANTING,
    TRANSIT,
    /// Trade of border residents, within a limit per person and day.
    BORDER_RESIDENTS,
    /// A vehicle without goods.
    EMPTY,
    /// New vehicles that are themselves the goods (xe mới).
    NEW_VEHICLE,
    /// A train: one passage of several wagons.
    RAIL,
    /// Exported goods that come back, refused (hàng xuất khẩu bị trả lại, 退运货物).
    RETURNED,
    /// A vehicle that comes empty and takes over goods in a yard (xe nhận sang tải, 接驳车).
    RECEIVING
  }

  /// A filing on the other side (备案).
  public record Filing(String number, Instant validTo) {}

  /// @param laboratory who issued it, when it is a report of tests
  /// @param validTo last day, ISO date
  public record Certificate(
      CertificateKind kind, String number, Optional<String> laboratory, Optional<String> validTo) {}

  /// What a certificate says.
  public enum CertificateKind {
    ORIGIN,
    FUMIGATION,
    CADMIUM_REPORT,
    AURAMINE_O_REPORT,
    FOOD_SAFETY,
    ANIMAL_HEALTH,
    OTHER
  }

  /// @param valueVnd what this person trades with this registration
  public record Resident(Person person, long valueVnd) {

    /// Who it is, as far as the identity number tells.
    Optional<Subject> subject() {
      return person.identityNumber().map(Personal::subject);
    }
  }

  /// @param taxCode ten digits, or ten and three for a branch
  public record Company(
      String taxCode,
      String name,
      Optional<Personal<String>> phone,
      Optional<Personal<String>> email) {}

  /// Who handles the papers.
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
  ///
  /// @param declaredOn ISO date
  public record GoodsGroup(
      String customsNumber,
      String procedureCode,
      String officeCode,
      String declaredOn,
      String traderTaxCode,
      String traderName,
      long weightKg,
      Optional<String> gateEntryCode,
      Optional<String> supplier,
      List<GoodsLine> lines) {}

  /// @param quantity in `unit`, whole units
  /// @param valueVnd for customs, when it was given
  public record GoodsLine(
      String hsCode,
      String product,
      String origin,
      long quantity,
      String unit,
      long weightKg,
      OptionalLong valueVnd,
      Optional<String> plantingArea,
      Optional<String> packingHouse) {}

  public record Quarantine(
      boolean medical,
      boolean plant,
      boolean animal,
      Optional<String> plantCertificate,
      Optional<String> residueTestReport) {}

  /// @param plateText as typed; the normalised plate is the value of `plate`
  /// @param trailer its plate, as typed
  /// @param wagons of a train, else none
  /// @param axles of the whole combination, when the trader says how many
  public record Vehicle(
      String vehicleClass,
      Personal<String> plate,
      Personal<String> plateText,
      int plateLines,
      Country country,
      Optional<Personal<String>> trailer,
      Optional<String> container,
      Optional<String> containerType,
      Optional<String> seal,
      Optional<String> rfid,
      Driver driver,
      boolean dedicatedDriver,
      Weights weights,
      VehiclePapers papers,
      List<Wagon> wagons,
      OptionalInt axles) {}

  /// @param transportPermit number of the international transport permit
  /// @param permitTo its last day, ISO date
  /// @param insuranceTo last day, ISO date
  /// @param customsVehicle number of the customs declaration of the vehicle itself
  /// @param electronicSeal beside the customs seal
  /// @param dedicatedPlate of the dedicated tractor that takes it over the line
  public record VehiclePapers(
      Optional<String> transportPermit,
      Optional<String> permitTo,
      Optional<String> insurance,
      Optional<String> insuranceTo,
      Optional<String> customsVehicle,
      Optional<String> electronicSeal,
      Optional<Personal<String>> dedicatedPlate) {

    /// Nothing but a permit and the last day of the insurance.
    public static VehiclePapers of(Optional<String> permit, Optional<String> insuranceTo) {
      return new VehiclePapers(
          permit,
          Optional.empty(),
          Optional.empty(),
          insuranceTo,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  /// @param number of the wagon, six to twelve digits
  public record Wagon(
      String number, Optional<String> container, Optional<String> seal, long goodsKg) {}

  /// Whole kilograms.
  public record Weights(long tareKg, long goodsKg, long grossKg) {}

  /// Who drives, and who else is in the cab.
  public record Driver(
      Personal<String> name,
      Personal<String> phone,
      Personal<String> identityNumber,
      List<Document> documents,
      List<Person> others) {}

  /// A person whose papers may be fewer than a driver's.
  public record Person(
      Personal<String> name,
      Optional<Personal<String>> phone,
      Optional<Personal<String>> identityNumber,
      List<Document> documents) {}

  /// @param validTo last day, ISO date
  public record Document(DocumentKind kind, Personal<String> number, Optional<String> validTo) {}

  /// What a person can show.
  public enum DocumentKind {
    PASSPORT,
    BORDER_PASS,
    DRIVING_LICENCE,
    OTHER
  }

  /// Where the vehicle says it is registered.
  public enum Country {
    VN,
    CN
  }
}
